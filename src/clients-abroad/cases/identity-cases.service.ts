import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { ContactStore } from '../../clients/contact.store.ts';
import { MeansStore } from '../../clients/means.store.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { dayOfDeath } from '../../domain/identity-compared.ts';
import type { EvidenceId, IdentityCaseId } from '../../domain/ids.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import type { EvidenceType } from '../../platform/evidence.ts';
import { EvidenceStore } from './evidence.store.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';
import { IdentityCaseStore } from './identity-case.store.ts';
import type { CandidateJson, IdentityCaseJson, OpenedCaseJson } from './identity-cases.json.ts';
import type { ListCases } from './identity-cases.request.ts';
import { candidateJson, givenJson, identityCaseJson, knownMeansJson } from './identity-cases.view.ts';

/**
 * What officials look at: what waits, since when, the evidence beside the data. Who looks is in the trail with the
 * case, and not with the client: he would learn from his own record that there is something to find out.
 */
@Injectable()
export class IdentityCasesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cases: IdentityCaseStore,
    private readonly evidence: EvidenceStore,
    private readonly clients: ClientStore,
    private readonly means: MeansStore,
    private readonly contacts: ContactStore,
  ) {}

  /** The cases that are wanted, the oldest first. */
  list(actor: Actor, { kind, state, limit, cursor }: ListCases): Promise<Page<IdentityCaseJson>> {
    const after = positionOf('identity-cases', cursor);
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'identity-case.list' });
      const found = await this.cases.page(work, { kind, state }, limit, after);
      return pageOf(
        'identity-cases',
        found,
        limit,
        ({ createdAt, id }) => ({ at: createdAt, id }),
        (each) => identityCaseJson(each, work.now),
      );
    });
  }

  /** One case, with candidates and copies. */
  see(actor: Actor, id: IdentityCaseId): Promise<OpenedCaseJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'identity-case.see', identityCase: id });
      const kept = await this.cases.find(work, id);
      if (!kept) throw new Problem('not-found');
      const found = await this.withPerson(work, kept);
      const candidates: CandidateJson[] = [];
      for (const each of found.candidates) candidates.push(await this.candidate(work, found, each));
      return {
        ...identityCaseJson(found, work.now),
        address: found.dossier.address ?? [],
        note: found.dossier.note,
        candidates,
        evidence: await this.evidence.list(work, permit, id),
        givenMeanwhile: (await this.means.givenBy(work, id)).map(givenJson),
        meansMeanwhile: (await this.means.addedBy(work, id)).map(knownMeansJson),
      };
    });
  }

  /** One copy of a case. */
  copy(
    actor: Actor,
    id: IdentityCaseId,
    evidence: EvidenceId,
  ): Promise<{ mediaType: EvidenceType; content: Buffer }> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'identity-case.see', identityCase: id });
      work.remark({ details: { evidence } });
      const copy = await this.evidence.content(work, permit, { identityCase: id }, evidence);
      if (!copy) throw new Problem('not-found');
      return copy;
    });
  }

  /** Who asks without a name is looked for by what is kept of him: that is what an official compares. */
  private async withPerson(work: Work, found: IdentityCase): Promise<IdentityCase> {
    const contact = found.client && !found.dossier.person && (await this.contacts.of(work, found.client));
    if (!contact) return found;
    const { givenNames, familyName, birthDate } = contact;
    return { ...found, dossier: { ...found.dossier, person: { givenNames, familyName, birthDate } } };
  }

  private async candidate(
    work: Work,
    asked: IdentityCase,
    candidate: KnownCandidate,
  ): Promise<CandidateJson> {
    const shown = candidateJson(
      asked,
      candidate,
      await this.means.ofClient(work, candidate.client),
      candidate.prospect !== undefined || (await this.clients.hasBsn(work, candidate.client)),
    );
    return {
      ...shown,
      diedOn: dayOfDeath(await this.clients.diedOn(work, candidate.client), candidate.person),
    };
  }
}
