import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { ProspectStore } from '../../clients/prospect.store.ts';
import { Problem } from '../../domain/errors.ts';
import type { ClientId } from '../../domain/ids.ts';
import type { ProspectOf } from './dossier.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';
import { IdentityCaseStore } from './identity-case.store.ts';

/** Who may be the one: clients stand with the case, and who is none in its dossier, until an official proposes him. */
@Injectable()
export class FoundPeople {
  constructor(
    private readonly cases: IdentityCaseStore,
    private readonly prospects: ProspectStore,
  ) {}

  /** Keeps who was found, with what the register says of him. */
  async keep(work: Work, { id, dossier }: IdentityCase, found: readonly KnownCandidate[]): Promise<void> {
    const nobodys = new Map<string, ProspectOf>();
    for (const { prospect, ground, person, ...known } of found) {
      const client = prospect ? await this.prospects.clientOf(work, prospect) : known.client;
      if (client) {
        await this.cases.addCandidate(work, id, { client, ground, person });
        if (person) await this.cases.describe(work, id, client, person);
      }
      if (!client && prospect && !nobodys.has(prospect.index))
        nobodys.set(prospect.index, { prospect, ground, person });
    }
    if (dossier.prospects || nobodys.size > 0)
      await this.cases.keepDossier(work, id, { ...dossier, prospects: [...nobodys.values()] });
  }

  /** Whom an official proposes becomes a client. @throws Problem `changed-meanwhile` when he just became one otherwise. */
  async adopt(work: Work, { id, candidates }: IdentityCase, chosen: ClientId): Promise<void> {
    const found = candidates.find(({ client }) => client === chosen);
    if (!found?.prospect) return;
    const client = await this.prospects.adopt(work, found.prospect);
    if (client !== chosen) throw new Problem('changed-meanwhile');
    await this.cases.addCandidate(work, id, found);
  }
}
