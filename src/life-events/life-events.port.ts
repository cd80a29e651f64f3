import type { Bsn } from '../domain/identifiers.ts';
import type { LifeEvent } from '../domain/life-event.ts';

/** An event as a register tells it, of a person. */
export interface ToldEvent extends LifeEvent {
  /** What the register calls it: the same event has the same id, however often it is told. */
  readonly eventId: string;
  readonly bsn: Bsn;
}

/** What a register has to tell since somebody last asked. */
export interface ToldEvents {
  readonly events: readonly ToldEvent[];
  /** How many there were that could not be read. They are on the record, and not asked for again. */
  readonly unreadable: number;
  /** Where to go on the next time. The same as before when there is nothing new. */
  readonly cursor: string | undefined;
}

/**
 * What happens in people's lives, from the registers of persons (BRP, and RNI for people abroad). Not ours, so a port:
 * the product ships with a simulator only. A register may also push its events: `POST /v1/life-events`.
 */
export abstract class LifeEventFeed {
  /** Who tells it, as officials see it. */
  abstract readonly source: string;

  /**
   * What happened since: a part of it, oldest first.
   * @throws Error when the register does not answer; it is asked again later, and nothing is taken for "nothing".
   */
  abstract after(cursor: string | undefined): Promise<ToldEvents>;
}
