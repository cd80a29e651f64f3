import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor, Employee } from '../../domain/actor.ts';
import { crossingOf, gapsOf, gapWords } from '../../domain/cover-gaps.ts';
import { arranging, endCover, faultsOfCover } from '../../domain/cover.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { EmployeeId, OrganisationId } from '../../domain/ids.ts';
import { colleagueStateAt } from '../../domain/office.ts';
import type { Page } from '../../platform/cursor.ts';
import { type Employee as Colleague, EmployeeStore } from '../employee.store.ts';
import { OrganisationStore } from '../organisation.store.ts';
import type { ArrangedCoverJson, CoverGapJson, CoverJson, CoverPreviewJson } from './cover.json.ts';
import type { ArrangeCover, CoverPath, FindCovers } from './cover.request.ts';
import { coverJson, CoverStore } from './cover.store.ts';
import { crossingWords, daysInCommon } from './cover.words.ts';

type Arranging = Permit<'cover.arrange' | 'cover.arrange-own'>;

/**
 * Who stands in for whom, and when (R33). It starts and returns by the calendar, and is asked anew at each request:
 * there is no job that gives or takes anything.
 */
@Injectable()
export class CoversService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly covers: CoverStore,
  ) {}

  /** Who stands in for whom, for everyone who works in the office. */
  list(
    actor: Actor,
    organisation: OrganisationId,
    { past = false, limit, cursor }: FindCovers,
  ): Promise<Page<CoverJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'office.see', organisation });
      return this.covers.list(work, permit, { organisation, past, limit, cursor });
    });
  }

  /** What a cover would give, and to whom; nothing is arranged. @throws Problem `invalid-input`. */
  preview(actor: Actor, organisation: OrganisationId, wish: ArrangeCover): Promise<CoverPreviewJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.demand(work, organisation, wish.absent);
      const cannot = await this.demandSound(work, organisation, wish);
      work.remark({ details: { change: 'previewed', absent: wish.absent, substitute: wish.substitute } });
      return { ...(await this.covers.gives(work, permit, organisation, wish)), cannot };
    });
  }

  /**
   * An administrator arranges that one stands in for another; who is away himself may do it too.
   * @throws Problem `invalid-input` with every fault at once.
   */
  arrange(
    actor: Actor,
    organisation: OrganisationId,
    wish: ArrangeCover,
    once: OnceKey,
  ): Promise<ArrangedCoverJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.organisations.lock(work, organisation); // so that two overlapping ones cannot pass each other
        const permit = await this.demand(work, organisation, wish.absent);
        const cannot = await this.demandSound(work, organisation, wish);
        const { absent, substitute, from, until } = wish;
        const arrangedBy = employeeOf(actor).employee;
        const id = await this.covers.add(work, { absent, substitute, from, until, organisation, arrangedBy });
        const [kept, gives] = [
          await this.covers.find(work, organisation, id),
          await this.covers.gives(work, permit, organisation, wish),
        ];
        if (!kept) throw new Error('what was just arranged is there');
        work.remark({
          object: { kind: 'cover', id },
          details: { change: 'arranged', absent, substitute, from, until, clients: gives.clients },
        });
        return { ...coverJson(kept, work.now), gives: { ...gives, cannot } };
      }),
    );
  }

  /**
   * Ends a cover before its time: it gives nothing from the next request on. By an administrator, or who is back.
   * @throws Problem `not-found`, `move-not-possible` for one that is over.
   */
  end(actor: Actor, { organisation, cover }: CoverPath, once: OnceKey): Promise<CoverJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.covers.lock(work, organisation, cover);
        await this.demand(work, organisation, found?.absent);
        if (!found) throw new Problem('not-found');
        const ended = endCover(found, work.now);
        await this.covers.end(work, cover);
        const { absent, substitute } = found;
        work.remark({
          object: { kind: 'cover', id: cover },
          details: { change: 'ended', absent, substitute },
        });
        return coverJson(ended, work.now);
      }),
    );
  }

  private demand(
    work: Work,
    organisation: OrganisationId,
    absent: EmployeeId | undefined,
  ): Promise<Arranging> {
    const action = work.actor.kind === 'employee' ? arranging(work.actor, absent) : 'cover.arrange';
    return this.desk.demand(work, { action, organisation });
  }

  /** @throws Problem `invalid-input` for a wish that cannot be; of one that can it tells what it leaves undone. */
  private async demandSound(
    work: Work,
    organisation: OrganisationId,
    wish: ArrangeCover,
  ): Promise<readonly CoverGapJson[]> {
    const [absent, substitute] = [
      await this.employees.find(work, organisation, wish.absent),
      await this.employees.find(work, organisation, wish.substitute),
    ];
    const works = (one: Colleague | undefined): one is Colleague =>
      one !== undefined && colleagueStateAt(one, work.now) === 'working';
    const earlier = await this.covers.between(work, wish);
    const facts = { absentWorks: works(absent), substituteWorks: works(substitute), earlier };
    const faults = faultsOfCover(wish, facts, work.now);
    if (faults.length > 0 || !absent || !substitute) throw new Problem('invalid-input', { faults });
    const crossed = (await this.covers.crossing(work, organisation, wish)).flatMap((other) => {
      const what = crossingOf(wish, other);
      return what
        ? [{ what, cover: other.id, sentence: crossingWords[what](daysInCommon(wish, other)) }]
        : [];
    });
    const lacking = gapsOf(absent, substitute, wish.until);
    return [...lacking.map((what) => ({ what, sentence: gapWords[what] })), ...crossed];
  }
}

function employeeOf(actor: Actor): Employee {
  if (actor.kind !== 'employee') throw new Error('the door lets only people of offices arrange a cover');
  return actor;
}
