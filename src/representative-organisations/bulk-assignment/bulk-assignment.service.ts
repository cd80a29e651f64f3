import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import type { Remark } from '../../audit/trail-entry.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type Handler,
  planReassignment,
  type Reassigned,
  type Reassignment,
} from '../../domain/assigning.ts';
import { type Fault, fault, Problem } from '../../domain/errors.ts';
import { type AssignmentId, isId, type OrganisationId } from '../../domain/ids.ts';
import { AssignmentStore } from '../assignment.store.ts';
import { EmployeeStore } from '../employee.store.ts';
import { handlerOf, unknownHandler } from '../handler.ts';
import { OrganisationStore } from '../organisation.store.ts';
import { TeamStore } from '../team.store.ts';
import { type ReassignmentJson, reassignmentJson } from './bulk-assignment.json.ts';
import type { ReassignClients } from './bulk-assignment.request.ts';

/** Who handles many clients, changed in one act (R33): one transaction, and a few statements however many they are. */
@Injectable()
export class BulkAssignmentService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
    private readonly teams: TeamStore,
    private readonly assignments: AssignmentStore,
  ) {}

  /**
   * An administrator assigns, moves or unassigns up to 5,000 clients, or looks what that would come to. The answer
   * names each client with whom nothing could be done; the others are done.
   * @throws Problem `invalid-input` for a handler whom the office does not have, or nothing to do at all.
   */
  reassign(
    actor: Actor,
    organisation: OrganisationId,
    wish: ReassignClients,
    once: OnceKey,
  ): Promise<ReassignmentJson> {
    const { dryRun = false } = wish;
    const act = (work: Work) => this.act(work, organisation, wish);
    return dryRun
      ? this.unit.disclose(actor, act)
      : this.unit.run(actor, (work) => this.once.act(work, once, () => act(work)));
  }

  private async act(
    work: Work,
    organisation: OrganisationId,
    { clients, dryRun = false, ...wish }: ReassignClients,
  ): Promise<ReassignmentJson> {
    if (!dryRun) await this.organisations.lock(work, organisation);
    await this.desk.demand(work, { action: 'clients.assign', organisation });
    const reassignment = reassignmentOf(wish);
    await this.demandKnown(work, organisation, reassignment);
    const known = await this.assignments.openOf(work, organisation, clients.filter(isId));
    const plan = planReassignment(clients, reassignment, known);
    const answer = reassignmentJson(plan, dryRun);
    const { named, changed, assigned, ended } = answer;
    work.remark({ details: { change: dryRun ? 'tried' : 'many', named, changed, assigned, ended } });
    if (!dryRun) work.note(await this.carryOut(work, organisation, plan.changes, reassignment.to));
    return answer;
  }

  /** Ends and begins; answers with a line of the trail for each client. */
  private async carryOut(
    work: Work,
    organisation: OrganisationId,
    changes: readonly Reassigned[],
    to: Handler | undefined,
  ): Promise<readonly Remark[]> {
    await this.assignments.endMany(
      work,
      organisation,
      changes.flatMap(({ ends }) => ends),
    );
    const beginning = changes.filter(({ begins }) => begins).map(({ client }) => client);
    const made = to ? await this.assignments.addMany(work, organisation, beginning, to) : [];
    const madeFor = new Map(beginning.map((client, place) => [client, made[place]]));
    return changes.map(({ client, ends }) => lineFor(client, ends, madeFor.get(client), to));
  }

  private async demandKnown(
    work: Work,
    organisation: OrganisationId,
    { to, from }: Reassignment,
  ): Promise<void> {
    const faults: Fault[] = [];
    const stores = { employees: this.employees, teams: this.teams };
    const look = async (at: string, handler: Handler | undefined, alsoLeft: boolean) => {
      const found = handler && (await unknownHandler(work, stores, organisation, handler, { at, alsoLeft }));
      if (found) faults.push(found);
    };
    await look('#/to', to, false);
    await look('#/from', from === 'everybody' ? undefined : from, true); // who leaves hands over
    if (faults.length > 0) throw new Problem('invalid-input', { faults });
  }
}

/** @throws Problem `invalid-input` when it asks nothing, or two things at once. */
function reassignmentOf({
  to,
  from,
  fromEverybody = false,
}: Omit<ReassignClients, 'clients' | 'dryRun'>): Reassignment {
  const faults = [
    ...(to || from || fromEverybody
      ? []
      : [
          fault(
            '#',
            'nothing-to-do',
            'Name who is to handle them, or from whom they are taken.',
            'Noem wie ze gaat behandelen, of bij wie ze weggaan.',
          ),
        ]),
    ...(from && fromEverybody
      ? [
          fault(
            '#/from',
            'one-of-two',
            'Take them from one, or from everybody.',
            'Haal ze weg bij één, of bij iedereen.',
          ),
        ]
      : []),
  ];
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  return {
    to: to && handlerOf(to, '#/to'),
    from: fromEverybody ? 'everybody' : from && handlerOf(from, '#/from'),
  };
}

function lineFor(
  client: Reassigned['client'],
  ends: readonly AssignmentId[],
  made: AssignmentId | undefined,
  to: Handler | undefined,
): Remark {
  const id = made ?? ends[0] ?? client;
  const change = made === undefined ? 'ended' : ends.length > 0 ? 'moved' : 'assigned';
  return {
    client,
    object: { kind: 'assignment', id },
    details: { change, ...(made ? to : {}), ...(ends.length > 0 ? { ended: ends.length } : {}) },
  };
}
