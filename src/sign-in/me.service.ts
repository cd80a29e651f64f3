import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Actor } from '../domain/actor.ts';
import type { MeJson } from './me.json.ts';
import { OwnOfficeStore } from './own-office.store.ts';

const shown = ['kind', 'assurance', 'client', 'employee', 'organisation', 'oin', 'kvk'] as const;

/** Who somebody is to this service, and where he works. */
@Injectable()
export class MeService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly offices: OwnOfficeStore,
  ) {}

  /** The acting party, with the offices where he works when he signs in for one. */
  me(actor: Actor): Promise<MeJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'self.see' });
      const known: Partial<Record<string, unknown>> = { ...actor };
      const me = Object.fromEntries(shown.map((name) => [name, known[name]])) as unknown as MeJson;
      if (actor.kind !== 'employee' && actor.kind !== 'newcomer') return me;
      const here = actor.kind === 'employee' ? actor.organisation : undefined;
      const offices = await this.offices.all(work, permit);
      return {
        ...me,
        offices: offices.map(({ kvk, ...office }) => ({
          ...{ ...office, kvk: kvk ?? undefined },
          current: office.organisation === here,
        })),
      };
    });
  }
}
