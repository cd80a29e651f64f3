import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import type { MandateId } from '../../domain/ids.ts';
import { OrganisationStore } from '../organisation.store.ts';
import type { HandlersJson } from './handlers.json.ts';
import { HandlersStore } from './handlers.store.ts';
import { coverInWords, peopleInWords } from './handlers.words.ts';

/** What a client may know of who handles him inside an office. */
@Injectable()
export class HandlersService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly organisations: OrganisationStore,
    private readonly handlers: HandlersStore,
  ) {}

  /** By how many people of the office, and when a colleague stands in. */
  of(actor: Actor, mandate: MandateId): Promise<HandlersJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.handlers', mandate });
      const found = await this.handlers.of(work, permit, mandate);
      const office = found && (await this.organisations.find(work, found.organisation));
      if (!office) throw new Problem('not-found');
      const { id, name, kvk } = office;
      return {
        organisation: { id, name, kvk: kvk ?? undefined },
        people: found.people,
        sentence: peopleInWords(name, found.people, kvk === null),
        standingIn: found.covers.map((cover) => ({ ...cover, sentence: coverInWords(cover) })),
      };
    });
  }
}
