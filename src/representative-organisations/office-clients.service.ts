import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import type { Handler } from '../domain/assigning.ts';
import type { Permit } from '../domain/decision.ts';
import { type Fault, fault, Problem } from '../domain/errors.ts';
import type { AssignmentId, ClientId, OrganisationId } from '../domain/ids.ts';
import { faultOfSigns } from '../domain/search-words.ts';
import { type Page, positionOf } from '../platform/cursor.ts';
import { AssignmentStore } from './assignment.store.ts';
import { EmployeeStore } from './employee.store.ts';
import { handlerOf, unknownHandler } from './handler.ts';
import type { AssignmentJson, OfficeClientJson } from './office-client.json.ts';
import type { AssignClient, FindOfficeClients, SearchOfficeClients } from './office-client.request.ts';
import { OfficeClientStore } from './office-client.store.ts';
import { OrganisationStore } from './organisation.store.ts';
import { TeamStore } from './team.store.ts';

/** The clients of an office and who of its people handles them (R33). */
@Injectable()
export class OfficeClientsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly teams: TeamStore,
    private readonly clients: OfficeClientStore,
    private readonly assignments: AssignmentStore,
  ) {}

  /**
   * An administrator sees all clients of the office, others those assigned to themselves or their team. A client
   * whom nobody handles is seen by nobody but administrators, until someone is assigned.
   */
  list(
    actor: Actor,
    organisation: OrganisationId,
    { cursor, ...wish }: FindOfficeClients,
  ): Promise<Page<OfficeClientJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'clients.see', organisation });
      const after = positionOf('clients', cursor);
      const page = await this.clients.list(work, permit, { ...wish, after });
      work.remark({ details: { clients: page.items.length } });
      return page;
    });
  }

  /**
   * The same for those whose name or reference has these words. What was looked for is not kept.
   * @throws Problem `invalid-input` for signs without a word.
   */
  search(
    actor: Actor,
    organisation: OrganisationId,
    { cursor, ...wish }: SearchOfficeClients,
  ): Promise<Page<OfficeClientJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'clients.see', organisation });
      const signs = faultOfSigns(wish.words, '#/words');
      if (signs) throw new Problem('invalid-input', { faults: [signs] });
      const after = positionOf('clients', cursor, 'body');
      const page = await this.clients.list(work, permit, { ...wish, after });
      work.remark({ details: { clients: page.items.length, searched: true } });
      return page;
    });
  }

  /**
   * An administrator assigns a client to an employee or a team.
   * @throws Problem `invalid-input` for what the office does not have, `already-exists`.
   */
  assign(
    actor: Actor,
    organisation: OrganisationId,
    wish: AssignClient,
    once: OnceKey,
  ): Promise<AssignmentJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        await this.organisations.lock(work, organisation);
        const permit = await this.desk.demand(work, { action: 'clients.assign', organisation });
        const handler = handlerOf(wish);
        const faults = await this.unknownIn(work, permit, organisation, wish.client, handler);
        if (faults.length > 0) throw new Problem('invalid-input', { faults });
        const { client } = wish;
        const id = await this.assignments.add(work, organisation, client, handler);
        work.remark({
          client,
          object: { kind: 'assignment', id },
          details: { change: 'assigned', ...handler },
        });
        return { id, client, ...handler, since: work.now.toISOString() };
      }),
    );
  }

  /** An administrator ends an assignment; it gives nothing from the next request on. @throws Problem `not-found`. */
  unassign(actor: Actor, organisation: OrganisationId, id: AssignmentId): Promise<void> {
    return this.unit.run(actor, async (work) => {
      await this.organisations.lock(work, organisation);
      await this.desk.demand(work, { action: 'clients.assign', organisation });
      const client = await this.assignments.end(work, organisation, id);
      if (!client) throw new Problem('not-found');
      work.remark({ client, object: { kind: 'assignment', id }, details: { change: 'ended' } });
    });
  }

  private async unknownIn(
    work: Work,
    permit: Permit<'clients.assign'>,
    organisation: OrganisationId,
    client: ClientId,
    handler: Handler,
  ): Promise<Fault[]> {
    const faults: Fault[] = [];
    if (!(await this.clients.has(work, permit, organisation, client)))
      faults.push(
        fault('#/client', 'unknown', 'Your office has no such client.', 'Uw kantoor heeft deze cliënt niet.'),
      );
    const stores = { employees: this.employees, teams: this.teams };
    const unknown = await unknownHandler(work, stores, organisation, handler);
    if (unknown) faults.push(unknown);
    return faults;
  }
}
