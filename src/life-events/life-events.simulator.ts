import { readFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { isDay } from '../domain/day.ts';
import { isBsn } from '../domain/identifiers.ts';
import { lifeEventKinds } from '../domain/life-event.ts';
import { faultsOfLifeEvent } from '../domain/life-event-faults.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { isText } from '../platform/fields.ts';
import { LifeEventFeed, type ToldEvent, type ToldEvents } from './life-events.port.ts';

/** A register hands out so many at a time. */
const part = 100;

const isKind = (value: unknown): value is ToldEvent['kind'] => lifeEventKinds.some((kind) => kind === value);
const isOptional = (value: unknown, holds: (value: unknown) => boolean): boolean =>
  value === undefined || holds(value);
const isLines = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 6 && value.every((line) => isText(line, { max: 100 }));

/** What a line of the file says, when it says something that a register could. */
function eventOf(line: string): ToldEvent | undefined {
  try {
    const { eventId, bsn, kind, effectiveOn, name, country, address, ...other } = JSON.parse(line) as Record<
      string,
      unknown
    >;
    const read =
      isText(eventId, { max: 200 }) && isBsn(bsn) && isKind(kind) && isDay(effectiveOn)
        ? ({ eventId, bsn, kind, effectiveOn, name, country, address } as ToldEvent)
        : undefined;
    const whole =
      isOptional(name, (value) => isText(value, { max: 200 })) &&
      isOptional(country, (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value)) &&
      isOptional(address, isLines) &&
      Object.keys(other).length === 0;
    return read && whole && faultsOfLifeEvent(read).length === 0 ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A SIMULATOR of the registers of persons: it has no link to BRP or RNI, and tells what stands in a file, an event a
 * line, such as `{"eventId": "1", "bsn": "999990019", "kind": "death", "effectiveOn": "2027-01-15"}`. Without the file
 * nothing happens to anybody.
 */
@Injectable()
export class LifeEventsSimulator extends LifeEventFeed {
  override readonly source = 'BRP/RNI (simulator)';

  constructor(@Inject(CONFIG) private readonly config: Config) {
    super();
  }

  override async after(cursor?: string): Promise<ToldEvents> {
    const text = await readFile(this.config.lifeEventsFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const lines = text.split('\n').slice(0, -1); // the last is empty, or is being written
    const from = Number(cursor ?? 0);
    const told = lines.slice(from, from + part);
    const events = told.filter((line) => line.trim() !== '').map(eventOf);
    return {
      events: events.filter((event) => event !== undefined),
      unreadable: events.filter((event) => event === undefined).length,
      cursor: told.length === 0 ? cursor : String(from + told.length),
    };
  }
}
