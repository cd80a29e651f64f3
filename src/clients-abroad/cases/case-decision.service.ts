import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { MeansStore } from '../../clients/means.store.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { confirms } from '../../domain/four-eyes.ts';
import { moveCase, stopped } from '../../domain/identity-case.ts';
import type { ClientId, IdentityCaseId } from '../../domain/ids.ts';
import { OnboardingLetters } from '../onboarding/onboarding-letters.ts';
import { CaseEffects } from './case-effects.ts';
import { FoundPeople } from './found-people.ts';
import { IdentityNews } from './identity-news.ts';
import type { IdentityCase } from './identity-case.ts';
import { IdentityCaseStore } from './identity-case.store.ts';
import type { IdentityCaseJson } from './identity-cases.json.ts';
import type { ConfirmCase, DecideCase } from './identity-cases.request.ts';
import { identityCaseJson } from './identity-cases.view.ts';
import { Openable } from './openable.ts';

/**
 * Officials decide who somebody is, with reasons. To open an inbox that is there already one proposes and another
 * confirms; what follows happens in the same transaction.
 */
@Injectable()
export class CaseDecisionService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly cases: IdentityCaseStore,
    private readonly effects: CaseEffects,
    private readonly letters: OnboardingLetters,
    private readonly openable: Openable,
    private readonly found: FoundPeople,
    private readonly means: MeansStore,
    private readonly news: IdentityNews,
  ) {}

  /**
   * Refuses, grants an account to somebody new, or proposes whose inbox is to be opened: that another one confirms.
   * @throws Problem `move-not-possible` when it does not wait, when nobody that was found is named, or when who is
   * named died (R30) or cannot be this person.
   */
  decide(
    actor: Actor,
    id: IdentityCaseId,
    { decision, client, reason }: DecideCase,
    once: OnceKey,
  ): Promise<IdentityCaseJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.cases.lock(work, id);
        const abroad = decision === 'grant' ? await this.openable.isAbroad(work, found, client) : undefined;
        await this.desk.demand(work, { action: 'identity-case.decide', identityCase: id, abroad });
        if (!found) throw new Problem('not-found');
        const state = moveCase(found.state, decision);
        const why = reason.trim();
        if (decision === 'grant') await this.openable.ensure(work, found, client);
        if (decision === 'grant' && client !== undefined) {
          await this.found.adopt(work, found, client);
          const proposed = await this.cases.propose(work, id, client, why);
          work.remark({ details: { kind: found.kind, decision: 'propose', reason: why } });
          const proposal = { id: proposed, client, at: work.now, by: actorKey(actor), reason: why };
          return identityCaseJson({ ...found, proposal }, work.now);
        }
        work.remark({ details: { kind: found.kind, decision, reason: why } });
        return this.settle(work, { ...found, state }, undefined, why);
      }),
    );
  }

  /**
   * Another official agrees with what was proposed: from then on the inbox is open to who asked.
   * @throws Problem `changed-meanwhile` when he names another proposal than lies there, `move-not-possible` when nothing was proposed, it does not wait, or who was named died (R30).
   */
  confirm(
    actor: Actor,
    id: IdentityCaseId,
    { proposal: named, client, reason }: ConfirmCase,
    once: OnceKey,
  ): Promise<IdentityCaseJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.cases.lock(work, id);
        const chosen = found?.proposal?.client;
        const abroad = await this.openable.isAbroad(work, found, chosen);
        await this.desk.demand(work, { action: 'identity-case.confirm', identityCase: id, abroad });
        if (!found) throw new Problem('not-found');
        const state = moveCase(found.state, 'grant');
        if (!found.proposal) throw new Problem('move-not-possible', { members: { move: 'confirm' } });
        if (!confirms({ id: named, client }, found.proposal)) throw new Problem('changed-meanwhile');
        await this.openable.ensure(work, found, chosen);
        const { by, reason: first } = found.proposal;
        const why = reason.trim();
        work.remark({
          details: { kind: found.kind, decision: 'grant', reason: why, proposedBy: by, proposed: first },
        });
        return this.settle(work, { ...found, state, confirmed: named }, chosen, why);
      }),
    );
  }

  /**
   * What a case opened turns out to be wrong: its means ends at once, and who was made one with another is himself again.
   * @throws Problem `move-not-possible` for a case that opened nobody's, or was undone.
   */
  undo(actor: Actor, id: IdentityCaseId, reason: string, once: OnceKey): Promise<IdentityCaseJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.cases.lock(work, id);
        await this.desk.demand(work, { action: 'identity-case.undo', identityCase: id });
        if (!found) throw new Problem('not-found');
        const why = reason.trim();
        const code = stopped(found.code, found.undone !== undefined, work.now);
        if (code) await this.cases.put(work, { ...found, code });
        else if (!(await this.means.undo(work, id)))
          throw new Problem('move-not-possible', { members: { state: found.state, move: 'undo' } });
        await this.cases.undone(work, id, why);
        work.remark({ client: found.client, details: { reason: why } });
        const undone = { at: work.now, by: actorKey(actor), reason: why };
        return identityCaseJson({ ...found, undone, code: code ?? found.code }, work.now);
      }),
    );
  }

  private async settle(
    work: Work,
    moved: IdentityCase,
    chosen: ClientId | undefined,
    reason: string,
  ): Promise<IdentityCaseJson> {
    const decided = { ...moved, decision: { at: work.now, by: actorKey(work.actor), reason } };
    const granted = moved.state === 'granted';
    const line = work.trail.at(-1)?.id; // what ends by it has lines of its own
    const settled = granted ? await this.grant(work, decided, chosen) : await this.keep(work, decided);
    // Only what was granted stands in the client's own record: that it was refused tells that somebody looked.
    if (granted) work.remark({ client: settled.client }, line);
    else if (moved.kind === 'onboarding') await this.news.refused(work, moved.id);
    return identityCaseJson(settled, work.now);
  }

  private async grant(work: Work, asked: IdentityCase, chosen: ClientId | undefined): Promise<IdentityCase> {
    if (asked.kind === 'onboarding') {
      const client = chosen ?? (await this.effects.open(work, asked));
      return this.keep(work, await this.letters.write(work, { ...asked, client }));
    }
    if (chosen === undefined) {
      const client = await this.effects.open(work, asked); // somebody new, with a means that was ended
      await this.effects.bind(work, await this.keep(work, { ...asked, client }));
      return { ...asked, client };
    }
    const granted = await this.keep(work, { ...asked, client: chosen });
    return { ...granted, client: await this.effects.become(work, granted) };
  }

  private async keep(work: Work, decided: IdentityCase): Promise<IdentityCase> {
    await this.cases.put(work, decided);
    return decided;
  }
}
