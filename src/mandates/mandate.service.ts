import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { holdPeopleOf } from '../clients/hold-people.ts';
import { OwnTime } from '../clients/own-time.ts';
import type { Actor } from '../domain/actor.ts';
import { fault, Problem } from '../domain/errors.ts';
import type { LineId, MandateId } from '../domain/ids.ts';
import { type MandateMove, openLines, type Party, settle } from '../domain/mandate.ts';
import { partyOf } from '../domain/mandate-access.ts';
import { endLine, narrow, type Narrowing } from '../domain/narrowing.ts';
import type { Page } from '../platform/cursor.ts';
import { ensureMatch } from '../platform/entity-tag.ts';
import { EndingService } from './ending.service.ts';
import type { MandateJson } from './mandate.json.ts';
import type { ListMandates, RevokeMandate } from './mandate.request.ts';
import { type KeptMandate, MandateStore } from './mandate.store.ts';
import { mandateJson, scopeText } from './mandate.view.ts';
import { MandateListStore } from './mandate-list.store.ts';
import { MandateNamesStore } from './mandate-names.store.ts';

type Details = Readonly<Record<string, string | number | boolean>>;

const onlyOfficials = (place: string) =>
  fault(
    place,
    'only-officials',
    'Only an official says how a revocation was received.',
    'Alleen een ambtenaar zegt hoe een intrekking binnenkwam.',
  );

/** The moves that need nothing but the wish, and perhaps a reason. */
export type PlainMove = 'consent' | 'decline' | 'withdraw' | 'renounce' | 'suspend' | 'resume';

/** What is done with a mandate once it is there: seen, answered, made smaller, ended. */
@Injectable()
export class MandateService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly mandates: MandateStore,
    private readonly lists: MandateListStore,
    private readonly names: MandateNamesStore,
    private readonly ownTime: OwnTime,
    private readonly endings: EndingService,
  ) {}

  /** The mandates that this actor may see: a client his own, an employee those of his office and clients. */
  list(actor: Actor, wish: ListMandates): Promise<Page<MandateJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.list' });
      // Who looks up a client's mandates without being a party to them is seen doing so by that client.
      if (actor.kind === 'official') work.remark({ client: wish.client });
      const { items, next } = await this.lists.page(work, permit, wish);
      const namesOf = await this.names.of(work, items);
      const tell = await this.ownTime.of(work);
      const json = (mandate: KeptMandate) => mandateJson(mandate, namesOf(mandate), actor, work.now, tell);
      return { items: items.map(json), next };
    });
  }

  /** One mandate. */
  see(actor: Actor, id: MandateId): Promise<MandateJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'mandate.see', mandate: id });
      const mandate = await this.mandates.find(work, id);
      if (!mandate) throw new Problem('not-found');
      return this.shown(work, mandate);
    });
  }

  /**
   * Makes a move of the table that needs nothing more. Of two at once one comes first (R12).
   * @throws Problem `move-not-possible`
   */
  move(actor: Actor, id: MandateId, move: PlainMove, once: OnceKey, reason?: string): Promise<MandateJson> {
    return this.change(
      actor,
      id,
      move,
      once,
      { details: reason === undefined ? {} : { reason: reason.trim() } },
      (mandate, party, now) => settle(mandate, move, party, now),
    );
  }

  /**
   * Revokes: the client himself, or an official for a client who came to the desk or wrote a letter (R16).
   * @throws Problem `invalid-input` when an official does not say how it was received, or a client does.
   */
  revoke(
    actor: Actor,
    id: MandateId,
    { receivedBy, note }: RevokeMandate,
    once: OnceKey,
  ): Promise<MandateJson> {
    const entered = actor.kind === 'official';
    const faults = [
      ...(entered && !receivedBy
        ? [
            fault(
              '#/receivedBy',
              'required',
              'Say how the client revoked: desk or letter.',
              'Zeg hoe de cliënt introk: aan de balie (desk) of met een brief (letter).',
            ),
          ]
        : []),
      ...(entered && !note
        ? [
            fault(
              '#/note',
              'required',
              'Say what was received, and when.',
              'Zeg wat er binnenkwam, en wanneer.',
            ),
          ]
        : []),
      ...(!entered && receivedBy ? [onlyOfficials('#/receivedBy')] : []),
      ...(!entered && note ? [onlyOfficials('#/note')] : []),
    ];
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
    const details: Details = receivedBy && note ? { receivedBy, note: note.trim() } : {};
    return this.change(actor, id, 'revoke', once, { details }, (mandate, party, now) =>
      settle(mandate, 'revoke', party, now),
    );
  }

  /**
   * Makes a mandate smaller, at once (R20).
   * @throws Problem `changed-meanwhile` when it is not as expected; the others of `narrow`.
   */
  narrow(
    actor: Actor,
    id: MandateId,
    wish: Narrowing,
    once: OnceKey,
    expected?: string,
  ): Promise<MandateJson> {
    return this.change(actor, id, 'narrow', once, { expected }, (mandate, _party, now) =>
      narrow(mandate, wish, now),
    );
  }

  /**
   * Ends one scope line; with the last one the mandate is revoked.
   * @throws Problem `changed-meanwhile` when it is not as expected; the others of `endLine`.
   */
  endLine(actor: Actor, id: MandateId, line: LineId, once: OnceKey, expected?: string): Promise<MandateJson> {
    return this.change(actor, id, 'narrow', once, { details: { line }, expected }, (mandate, _party, now) =>
      endLine(mandate, line, now),
    );
  }

  private change(
    actor: Actor,
    id: MandateId,
    move: Exclude<MandateMove, 'offer' | 'activate' | 'lapse' | 'end'>,
    once: OnceKey,
    { details = {}, expected }: { details?: Details; expected?: string | undefined },
    make: (mandate: KeptMandate, party: Party, now: Date) => KeptMandate,
  ): Promise<MandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        if (move === 'consent') await holdPeopleOf(work, id);
        const mandate = await this.mandates.lock(work, id);
        await this.desk.demand(work, { action: `mandate.${move}`, mandate: id });
        const party = partyOf(actor);
        if (!mandate || !party) throw new Problem('not-found');
        if (expected !== undefined) ensureMatch(expected, await this.shown(work, mandate));
        const changed = make(mandate, party, work.now);
        await this.mandates.put(work, changed);
        work.remark({ details: { from: mandate.state, to: changed.state, ...details } });
        if (move === 'narrow')
          work.remark({
            details: { until: changed.period.until, lines: scopeText(openLines(changed, work.now)) },
          });
        const over = changed.state === 'revoked' || changed.state === 'renounced';
        const gone = over ? await this.endings.follow(work, [changed]) : undefined;
        return { ...(await this.shown(work, changed)), endedRenewal: gone?.get(id) };
      }),
    );
  }

  private async shown(work: Work, mandate: KeptMandate): Promise<MandateJson> {
    const namesOf = await this.names.of(work, [mandate]);
    return mandateJson(mandate, namesOf(mandate), work.actor, work.now, await this.ownTime.of(work));
  }
}
