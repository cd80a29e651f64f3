import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import type { WorkloadJson } from './workload.json.ts';
import { WorkloadStore } from './workload.store.ts';

/** What who runs an office wants to know before he divides the work. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly workload: WorkloadStore,
  ) {}

  /** Who has how many clients, for an administrator. */
  of(actor: Actor, organisation: OrganisationId): Promise<WorkloadJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'office.workload', organisation });
      return this.workload.of(work, permit, organisation);
    });
  }
}
