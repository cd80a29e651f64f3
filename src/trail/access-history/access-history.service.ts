import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { accessOn } from '../../domain/access-history.ts';
import type { Actor } from '../../domain/actor.ts';
import { addDays, type Day, dayOf, startOf } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import { type Fault, fault, Problem } from '../../domain/errors.ts';
import type { ClientId, MandateId } from '../../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { TrailEntriesStore, type TrailLine } from '../trail-entries.store.ts';
import { type CouldReadJson, couldReadJson, type Gave } from './access-history.json.ts';
import type { AccessSearch, OwnAccessQuery } from './access-history.request.ts';
import { AccessHistoryStore, type Past } from './access-history.store.ts';

/** So many mandates are looked into at a time. */
const mostMandates = 100;

/** Who could read what on a day, and what was done. */
export interface AccessOfDay extends Page<TrailLine> {
  readonly day: Day;
  readonly could: readonly CouldReadJson[];
  readonly couldNext?: MandateId | undefined;
}

/** Who could read a client's messages on a day that is past, and who did. Each look is itself recorded. */
@Injectable()
export class AccessHistoryService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: AccessHistoryStore,
    private readonly trail: TrailEntriesStore,
    private readonly clients: ClientStore,
  ) {}

  /**
   * For a citizen about himself: offices, and never who works there (R35).
   * @throws Problem `invalid-input` for a day that is yet to come.
   */
  own(actor: Actor, asked: OwnAccessQuery): Promise<AccessOfDay> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'access-history.see' });
      work.remark({ details: { day: asked.day } });
      // Without a client the list would have no bounds; undefined never means "everyone".
      if (permit.client === undefined) throw new Problem('not-found');
      return this.ofDay(work, permit, permit.client, asked, 'query');
    });
  }

  /**
   * For an official about a client, who sees that somebody looked: also which employees could.
   * @throws Problem `invalid-input` for a day that is yet to come.
   */
  search(actor: Actor, asked: AccessSearch): Promise<AccessOfDay> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'access-history.search' });
      const client = await this.named(work, asked);
      work.remark({ client, details: { day: asked.day } });
      return client === undefined
        ? { day: asked.day, could: [], items: [] }
        : this.ofDay(work, permit, client, asked, 'body');
    });
  }

  /** Of whom an official asks: by his BSN, or by his pseudonym, also one that became another since. */
  private async named(work: Work, { bsn, client }: AccessSearch): Promise<ClientId | undefined> {
    if ((bsn === undefined) === (client === undefined)) {
      const en = 'Name the client by his BSN, or by his pseudonym.';
      const nl = 'Noem de cliënt met zijn BSN, of met zijn pseudoniem.';
      throw new Problem('invalid-input', { faults: [fault('#', 'one-thing', en, nl)] });
    }
    if (bsn !== undefined) return this.clients.find(work, bsn);
    return client && (await this.clients.current(work, client));
  }

  private async ofDay(
    work: Work,
    permit: Permit<'access-history.see' | 'access-history.search'>,
    client: ClientId,
    { day, after, limit, cursor }: OwnAccessQuery,
    given: 'query' | 'body',
  ): Promise<AccessOfDay> {
    if (day > dayOf(work.now)) throw new Problem('invalid-input', { faults: [yetToCome(given)] });
    const until = addDays(day, 1);
    const stretch = { from: startOf(day), until: startOf(until) };
    const past = await this.store.was(work, permit, client, stretch, { after, most: mostMandates + 1 });
    const shown = past.mandates.slice(0, mostMandates);
    const gave = shown.flatMap((mandate) => gaveOn(day, mandate, past, work.now));
    const wanted = { client, from: day, until };
    const withoutLookingOf = permit.action === 'access-history.see' ? client : undefined;
    const position = positionOf('trail', cursor, given);
    const lines = await this.trail.list(work, permit, { ...wanted, withoutLookingOf }, limit, position);
    const senders = await this.store.senders(
      work,
      gave.flatMap(({ stretches }) => stretches.flatMap(({ lines }) => lines.map(({ sender }) => sender))),
    );
    return {
      day,
      could: gave.map((one) => couldReadJson(one, { ...past, senders }, withoutLookingOf === undefined)),
      couldNext: past.mandates.length > mostMandates ? shown.at(-1) : undefined,
      ...pageOf(
        'trail',
        lines,
        limit,
        (line) => line,
        (line) => line,
      ),
    };
  }
}

const yetToCome = (given: 'query' | 'body'): Fault => ({
  in: given,
  location: given === 'query' ? 'day' : '#/day',
  code: 'too-late',
  detail: 'This day is yet to come.',
  detailNl: 'Deze dag moet nog komen.',
});

/** What a mandate gave; nothing when it gave nothing on that day. */
function gaveOn(day: Day, mandate: MandateId, { client, offices }: Past, now: Date): Gave[] {
  const office = offices.find(({ mandates }) => mandates.some(({ value }) => value.id === mandate));
  const version = office?.mandates.find(({ value }) => value.id === mandate)?.value;
  if (!office || !version) return [];
  const stretches = accessOn(day, mandate, { office, client }, now);
  return stretches.length === 0
    ? []
    : [{ mandate, ground: version.ground, organisation: office.id, stretches }];
}
