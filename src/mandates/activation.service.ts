import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { holdPeopleOf } from '../clients/hold-people.ts';
import type { Actor } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import type { MandateId, OrganisationId } from '../domain/ids.ts';
import { afterWrongCode, isClaiming, settle, wrongCodesAllowed } from '../domain/mandate.ts';
import { isBefore } from '../domain/day.ts';
import { AllowanceStore } from '../platform/allowance.store.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { hashCode } from '../platform/ids.ts';
import type { MandateJson } from './mandate.json.ts';
import { MandateStore } from './mandate.store.ts';
import { mandateJson } from './mandate.view.ts';
import { MandateNamesStore } from './mandate-names.store.ts';

/** What came of handing over a code. */
type Tried = { readonly mandate: MandateJson } | { readonly triesLeft: number };

const everyone = 'all offices';

/** The hash by which a code is kept: bound to the mandate and the office that may hand it over (R10). */
export const hashOfCode = (code: string, mandate: MandateId, organisation: OrganisationId): string =>
  hashCode(code, `${mandate} ${organisation}`);

/** The client hands his code to the office, which enters it: that is his consent (R9). */
@Injectable()
export class ActivationService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly allowances: AllowanceStore,
    private readonly mandates: MandateStore,
    private readonly names: MandateNamesStore,
  ) {}

  /**
   * Enters a code. A wrong one is counted, also for a request that was never offered: the answer is the same (R3).
   * @throws Problem `wrong-code` with the tries that are left (R10), `move-not-possible` when it is over,
   * `too-many-requests` when all offices together guessed too often.
   */
  async activate(actor: Actor, id: MandateId, code: string, once: OnceKey): Promise<MandateJson> {
    const failures = { what: 'wrong-codes', times: this.config.wrongCodesPerHour, seconds: 3600 };
    await this.allowances.check(everyone, failures);
    const { tried, anew } = await this.try(actor, id, code, once);
    if ('mandate' in tried) return tried.mandate;
    if (anew) await this.allowances.spend(everyone, failures);
    throw new Problem('wrong-code', { members: { triesLeft: tried.triesLeft } });
  }

  /** The wrong try must be kept, so it is no error until the work is committed. */
  private async try(actor: Actor, id: MandateId, code: string, once: OnceKey) {
    let anew = false; // a repeated request has one effect, on the budget too (R13)
    const tried = await this.unit.run(actor, (work) =>
      this.once.act(work, once, async (): Promise<Tried> => {
        anew = true;
        await holdPeopleOf(work, id);
        const mandate = await this.mandates.lock(work, id);
        const right =
          mandate !== undefined &&
          mandate.codeHash === hashOfCode(code, id, mandate.organisation) &&
          isBefore(work.now, mandate.codeUntil);
        const withCode = right ? ({ withCode: true } as const) : {};
        await this.desk.demand(work, { action: 'mandate.activate', mandate: id, ...withCode });
        if (!mandate) throw new Problem('not-found');
        // Over and done with, or active already: the table of moves says so, whatever the code.
        if (right || !isClaiming(mandate, work.now) || mandate.activatedAt) {
          const active = settle(mandate, 'activate', 'organisation', work.now);
          await this.mandates.put(work, { ...active, codeHash: undefined });
          work.remark({ details: { from: mandate.state, to: active.state } });
          const namesOf = await this.names.of(work, [active]);
          return { mandate: mandateJson(active, namesOf(active), actor, work.now) };
        }
        const counted = afterWrongCode(mandate, work.now);
        await this.mandates.put(work, counted);
        const triesLeft = wrongCodesAllowed - counted.wrongCodes;
        work.remark({ details: { wrongCode: true, triesLeft } });
        if (counted.state !== mandate.state)
          work.remark({ details: { from: mandate.state, to: counted.state } });
        return { triesLeft };
      }),
    );
    return { tried, anew };
  }
}
