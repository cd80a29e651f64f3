import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { MeansStore } from '../../clients/means.store.ts';
import { ProspectStore } from '../../clients/prospect.store.ts';
import type { Person } from '../../clients/person-register.port.ts';
import { actorKey } from '../../domain/actor.ts';
import type { Candidate, CaseKind, CaseState } from '../../domain/identity-case.ts';
import type { MeansIndex, PresentedMeans } from '../../domain/identity.ts';
import type { ClientId, IdentityCaseId, ProposalId } from '../../domain/ids.ts';
import { Cipher } from '../../platform/cipher.ts';
import type { Position } from '../../platform/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Dossier } from './dossier.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';
import { type CaseRow, caseOf, columns } from './identity-case.row.ts';

/** What is asked anew. */
export interface NewCase {
  readonly kind: CaseKind;
  readonly client?: ClientId | undefined;
  readonly means?: PresentedMeans | undefined;
  readonly dossier: Dossier;
  /** The same request, sent again while it waits, has the same. */
  readonly fingerprint?: string | undefined;
}

/** Which cases an official looks for. */
export interface WantedCases {
  readonly kind?: CaseKind | undefined;
  readonly state?: CaseState | undefined;
}

/** The only writer of cases and candidates. */
@Injectable()
export class IdentityCaseStore {
  constructor(
    private readonly cipher: Cipher,
    private readonly means: MeansStore,
    private readonly prospects: ProspectStore,
  ) {}

  /** Keeps a new case; nothing when the same one waits already. */
  async add(
    work: Work,
    { kind, client, means, dossier, fingerprint }: NewCase,
  ): Promise<IdentityCaseId | undefined> {
    const id = newId<'identity case'>();
    const sealed = means && this.means.seal(means, id);
    await work.query(
      `INSERT INTO identity_case (id, kind, state, made_by, client_id, means_kind, means_index, means_sealed,
                                  means_country, dossier_sealed, fingerprint, created_at)
       VALUES ($1, $2, 'checking', $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
      [
        ...[id, kind, actorKey(work.actor), client],
        ...[sealed?.kind, sealed?.index, sealed?.sealed, sealed?.country],
        ...[
          this.cipher.seal(JSON.stringify(dossier), id),
          fingerprint && this.cipher.index(fingerprint),
          work.now,
        ],
      ],
    );
    const [row] = await work.query<{ kept: boolean }>('SELECT is_own_case($1) AS kept', [id]);
    return row?.kept ? id : undefined;
  }

  /** Adds somebody who may be the one. On what ground first, stays. @param provedBy the means that made his code. */
  async addCandidate(
    work: Work,
    id: IdentityCaseId,
    { client, ground, provedBy, person }: KnownCandidate & { readonly provedBy?: MeansIndex | undefined },
  ): Promise<void> {
    const boundTo = newId<'candidate'>();
    const sealed = person && this.cipher.seal(JSON.stringify(person), boundTo);
    await work.query(
      `INSERT INTO identity_candidate (case_id, client_id, ground, id, proved_by, sealed) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
      [id, client, ground, boundTo, provedBy, sealed],
    );
  }

  /** Keeps what a register says of a candidate, for the official who compares. */
  async describe(work: Work, id: IdentityCaseId, client: ClientId, person: Person): Promise<void> {
    const boundTo = newId<'candidate'>();
    await work.query(
      'UPDATE identity_candidate SET id = $3, sealed = $4 WHERE case_id = $1 AND client_id = $2',
      [id, client, boundTo, this.cipher.seal(JSON.stringify(person), boundTo)],
    );
  }

  /** A case, locked until the end of the work: of two who decide, one comes first. */
  async lock(work: Work, id: IdentityCaseId): Promise<IdentityCase | undefined> {
    const [row] = await work.query('SELECT id FROM identity_case WHERE id = $1 FOR UPDATE', [id]);
    return row && this.find(work, id);
  }

  /** A case as officials and jobs may see it. */
  async find(work: Work, id: IdentityCaseId): Promise<IdentityCase | undefined> {
    const [row] = await work.query<CaseRow>(`SELECT ${columns} FROM identity_case WHERE id = $1`, [id]);
    if (!row) return undefined;
    const dossier = this.dossierOf(row);
    return caseOf(row, dossier, await this.candidatesOf(work, id, dossier));
  }

  /** The cases that are wanted, the oldest first, one more than the limit when there is more. */
  async page(
    work: Work,
    { kind, state }: WantedCases,
    limit: number,
    after: Position | undefined,
  ): Promise<IdentityCase[]> {
    const rows = await work.query<CaseRow>(
      `SELECT ${columns} FROM identity_case
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::timestamptz IS NULL OR (created_at, id) > ($3, $4::uuid))
        ORDER BY created_at, id LIMIT $5`,
      [kind, state, after?.at, after?.id, limit + 1],
    );
    return rows.map((row) => caseOf(row, this.dossierOf(row), []));
  }

  /** Whether an official is finding out already who this client is. */
  async isWaiting(work: Work, client: ClientId): Promise<boolean> {
    const rows = await work.query(
      `SELECT FROM identity_case WHERE client_id = $1 AND state = 'waiting' AND kind IN ('account', 'link') LIMIT 1`,
      [client],
    );
    return rows.length > 0;
  }

  /** Keeps whose inbox the acting official proposes to open, in the place of what was proposed before. */
  async propose(work: Work, id: IdentityCaseId, client: ClientId, reason: string): Promise<ProposalId> {
    const proposal = newId<'proposal'>();
    await work.query(
      `INSERT INTO identity_proposal (case_id, client_id, proposed_by, proposed_at, reason, id)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (case_id) DO UPDATE SET client_id = excluded.client_id, proposed_by = excluded.proposed_by,
           proposed_at = excluded.proposed_at, reason = excluded.reason, id = excluded.id`,
      [id, client, actorKey(work.actor), work.now, reason, proposal],
    );
    return proposal;
  }

  /** Keeps that a re-binding was undone, by whom and why. */
  async undone(work: Work, id: IdentityCaseId, reason: string): Promise<void> {
    await work.query(
      'UPDATE identity_case SET undone_at = $2, undone_by = $3, undone_reason = $4 WHERE id = $1',
      [id, work.now, actorKey(work.actor), reason],
    );
  }

  /** Keeps a case as it is after a move. */
  async put(
    work: Work,
    { id, state, client, outcome, waitingSince, decision, code, letters, confirmed }: IdentityCase,
  ) {
    await work.query(
      `UPDATE identity_case
          SET state = $2, client_id = $3, outcome = $4, waiting_since = $5, decided_at = $6, decided_by = $7,
              decision_reason = $8, reference = $9, code_hash = $10, code_until = $11, wrong_codes = $12, letters = $13,
              bearer_index = $14, confirmed_proposal = coalesce($15, confirmed_proposal), code_void_at = $16
        WHERE id = $1`,
      [
        ...[id, state, client, outcome, waitingSince, decision?.at, decision?.by, decision?.reason],
        ...[code?.reference, code?.hash, code?.until, code?.wrongCodes ?? 0, letters],
        ...[code?.bearer, confirmed, code?.voidedAt],
      ],
    );
  }

  private dossierOf({ id, dossier }: CaseRow): Dossier {
    return dossier === null ? {} : (JSON.parse(this.cipher.open(dossier, id)) as Dossier);
  }

  /** Keeps another dossier in the place of what was there. */
  async keepDossier(work: Work, id: IdentityCaseId, dossier: Dossier): Promise<void> {
    const sealed = this.cipher.seal(JSON.stringify(dossier), id);
    await work.query('UPDATE identity_case SET dossier_sealed = $2 WHERE id = $1', [id, sealed]);
  }

  /** Clients; and who is none yet. Who became one meanwhile is named by his pseudonym. */
  private async candidatesOf(
    work: Work,
    id: IdentityCaseId,
    { prospects = [] }: Dossier,
  ): Promise<KnownCandidate[]> {
    const ofCase = `SELECT client_id AS client, ground, id AS "boundTo", sealed FROM identity_candidate
        WHERE case_id = $1 ORDER BY client_id`;
    const rows = await work.query<Candidate & { boundTo: string; sealed: string | null }>(ofCase, [id]);
    const found: KnownCandidate[] = rows.map(({ client, ground, boundTo, sealed }) => ({
      ...{ client, ground },
      person: sealed === null ? undefined : (JSON.parse(this.cipher.open(sealed, boundTo)) as Person),
    }));
    const others = await this.prospects.named(work, prospects);
    return [...found, ...others.filter((each) => !found.some(({ client }) => client === each.client))];
  }
}
