import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor, Employee } from '../domain/actor.ts';
import { dayOf } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import { padBeconNumber } from '../domain/identifiers.ts';
import type { OrganisationId } from '../domain/ids.ts';
import { findsIndividuals, standingsFoundBy } from '../domain/office.ts';
import { moveStanding, type StandingMove } from '../domain/organisation.ts';
import type { Page } from '../platform/cursor.ts';
import { newId } from '../platform/ids.ts';
import { QueueStore } from '../platform/queue.store.ts';
import { EmployeeStore } from './employee.store.ts';
import type { OrganisationJson } from './organisation.json.ts';
import type { FindOrganisations, RegisterOrganisation } from './organisation.request.ts';
import { organisationJson, OrganisationStore } from './organisation.store.ts';
import { faultsOfRegistration } from './registration.ts';

/** Representative organisations: how they come, are found, are recognised and suspended. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly queue: QueueStore,
  ) {}

  /**
   * A newcomer registers the office of his KvK number, and is its first administrator from today; or himself, as a
   * person who represents others, and is alone there.
   * @throws Problem `invalid-input` for another KvK number than that of the sign-in, a kind that does not go with it,
   * or a becon number where none belongs; `already-exists`.
   */
  register(actor: Actor, wish: RegisterOrganisation, once: OnceKey): Promise<OrganisationJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.desk.demand(work, { action: 'organisation.register' });
        if (actor.kind === 'employee') return this.registeredBefore(work, actor, wish);
        if (actor.kind !== 'newcomer') throw new Error('the door lets only people of offices register');
        const faults = faultsOfRegistration(wish, actor);
        if (faults.length > 0) throw new Problem('invalid-input', { faults });
        const organisation = {
          id: newId<'organisation'>(),
          kvk: actor.kvk ?? null,
          person: actor.person ?? null,
          name: wish.name.trim(),
          kind: wish.kind,
          becon: wish.becon ? padBeconNumber(wish.becon) : null,
          standing: 'registered',
          standingReason: null,
          registeredBy: actor.subject,
          registeredAt: work.now,
        } as const;
        await this.organisations.add(work, organisation);
        const administrator = await this.employees.addFirst(work, {
          organisation: organisation.id,
          subject: actor.subject,
          name: wish.administratorName.trim(),
          from: dayOf(work.now),
        });
        if (actor.person) await this.queue.enqueue(work, 'name-client', { client: actor.person });
        work.remark({
          office: organisation,
          object: { kind: 'organisation', id: organisation.id },
          details: { administrator, kind: wish.kind },
        });
        return organisationJson(organisation);
      }),
    );
  }

  /**
   * The answer for who registered the office with a request whose answer was lost: he is its administrator by now.
   * @throws Problem `already-exists` for anyone else, or another wish.
   */
  private async registeredBefore(
    work: Work,
    actor: Employee,
    wish: RegisterOrganisation,
  ): Promise<OrganisationJson> {
    const found = await this.organisations.find(work, actor.organisation);
    const same =
      found?.registeredBy === actor.subject && found.name === wish.name.trim() && found.kind === wish.kind;
    if (!found || !same) throw new Problem('already-exists');
    work.remark({
      office: found,
      object: { kind: 'organisation', id: found.id },
      details: { repeated: true },
    });
    return organisationJson(found);
  }

  /** Organisations by name and standing: officials find all, everyone else the offices that may act. */
  search(actor: Actor, wish: FindOrganisations): Promise<Page<OrganisationJson>> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'organisation.search' });
      const { name, limit, cursor } = wish;
      const standings = standingsFoundBy(actor.kind, wish.standing);
      const individuals = findsIndividuals(actor.kind);
      return this.organisations.search(work, { name, standings, individuals, limit, cursor });
    });
  }

  /** One organisation. */
  see(actor: Actor, organisation: OrganisationId): Promise<OrganisationJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'organisation.see', organisation });
      const found = await this.organisations.find(work, organisation);
      if (!found) throw new Problem('not-found');
      return organisationJson(found);
    });
  }

  /**
   * An official recognises an office: from then on it may act. Not one that he registered himself.
   * @throws Problem `move-not-possible` when it is recognised already.
   */
  recognise(actor: Actor, organisation: OrganisationId, once: OnceKey): Promise<OrganisationJson> {
    return this.move(actor, { move: 'recognise', organisation }, once);
  }

  /**
   * An official suspends an office: from the next request on nobody there sees anything of clients.
   * @throws Problem `move-not-possible` when it is suspended already.
   */
  suspend(
    actor: Actor,
    organisation: OrganisationId,
    reason: string,
    once: OnceKey,
  ): Promise<OrganisationJson> {
    return this.move(actor, { move: 'suspend', organisation, reason: reason.trim() }, once);
  }

  private move(
    actor: Actor,
    wish: { move: StandingMove; organisation: OrganisationId; reason?: string },
    once: OnceKey,
  ): Promise<OrganisationJson> {
    const { move, organisation, reason = null } = wish;
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const found = await this.organisations.lock(work, organisation);
        await this.desk.demand(work, { action: `organisation.${move}`, organisation });
        if (!found) throw new Problem('not-found');
        const standing = moveStanding(found.standing, move);
        if (!standing)
          throw new Problem('move-not-possible', { members: { standing: found.standing, move } });
        await this.organisations.putStanding(work, organisation, standing, reason);
        work.remark({ details: { from: found.standing, to: standing, ...(reason ? { reason } : {}) } });
        return organisationJson({ ...found, standing, standingReason: reason });
      }),
    );
  }
}
