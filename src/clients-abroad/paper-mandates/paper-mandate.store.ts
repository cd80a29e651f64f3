import { Injectable } from '@nestjs/common';
import { type AuthorityJson, authorityOf } from '../../access/authority-facts.ts';
import type { Work } from '../../audit/work.ts';
import { type Day, dayOf } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { LetterId, LineId, MandateId, PaperMandateId } from '../../domain/ids.ts';
import type { Authority } from '../../domain/mandate.ts';
import { recipients } from '../../domain/notice.ts';
import { Cipher } from '../../platform/cipher.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import { brokenConstraint } from '../../platform/database.errors.ts';
import { newId, writtenReference } from '../../platform/ids.ts';
import {
  columns,
  type EnteredPaper,
  type PaperMandate,
  paperOf,
  type PaperRow,
} from './paper-mandate.row.ts';
import type { ListPaperMandates } from './paper-mandate.request.ts';

/** The only writer of mandates on paper. What begins with one is another room's: the database publishes how. */
@Injectable()
export class PaperMandateStore {
  constructor(private readonly cipher: Cipher) {}

  /** @throws Problem `already-exists` when the same paper waits already. */
  async add(work: Work, paper: EnteredPaper): Promise<void> {
    const { id, client, organisation, lines, period, note, reference, claimedBirthDate, entered } = paper;
    const same = JSON.stringify([client, organisation, lines, period]);
    await work
      .query(
        `INSERT INTO paper_mandate (id, client_id, organisation_id, state, lines, from_day, until_day, note, reference,
                                    fingerprint, claimed_birth_date, entered_by, entered_at)
         VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[id, client, organisation, JSON.stringify(lines), period.from, period.until, note, reference],
          ...[this.cipher.index(same), claimedBirthDate, entered.by, entered.at],
        ],
      )
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'paper_mandate_same' ? new Problem('already-exists') : error;
      });
  }

  /** Locked until the end of the work: of two who decide, one comes first. */
  async lock(work: Work, id: PaperMandateId): Promise<PaperMandate | undefined> {
    const [row] = await work.query('SELECT id FROM paper_mandate WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return row && this.find(work, id);
  }

  /** One, as officials and jobs may see it. */
  async find(work: Work, id: PaperMandateId): Promise<PaperMandate | undefined> {
    const [row] = await work.query<PaperRow>(`SELECT ${columns} WHERE p.id = $1`, [id]);
    return row && paperOf(row);
  }

  /** What waits, longest first; else newest first. */
  async page(
    work: Work,
    _permit: Permit<'paper-mandate.list'>,
    { state, client, reference, limit, cursor }: ListPaperMandates,
  ): Promise<Page<PaperMandate>> {
    const list = state === 'waiting' ? 'paper-mandates-waiting' : 'paper-mandates';
    const [way, beyond] = state === 'waiting' ? ['ASC', '>'] : ['DESC', '<'];
    const after = positionOf(list, cursor);
    const rows = await work.query<PaperRow>(
      `SELECT ${columns}
        WHERE ($1::text IS NULL OR p.state = $1) AND ($2::uuid IS NULL OR p.client_id = $2)
          AND ($3::text IS NULL OR p.reference = $3)
          AND ($4::timestamptz IS NULL OR (p.entered_at, p.id) ${beyond} ($4, $5::uuid))
        ORDER BY p.entered_at ${way}, p.id ${way} LIMIT $6`,
      [state, client, reference && writtenReference(reference), after?.at, after?.id, limit + 1],
    );
    return pageOf(list, rows, limit, ({ enteredAt, id }) => ({ at: enteredAt, id }), paperOf);
  }

  /** Keeps what the register said of who signed. */
  async heard(work: Work, { id, person }: Pick<PaperMandate, 'id' | 'person'>): Promise<void> {
    await work.query('UPDATE paper_mandate SET person = $2 WHERE id = $1', [id, person]);
  }

  /** Keeps what the acting official decided. What the paper said of the client is no longer needed. */
  async decide(
    work: Work,
    _permit: Permit<'paper-mandate.confirm' | 'paper-mandate.reject'>,
    { id, state, decision, letter }: PaperMandate,
  ): Promise<void> {
    await work.query(
      `UPDATE paper_mandate SET state = $2, decided_by = $3, decided_at = $4, reason = $5, letter_id = $6,
              claimed_birth_date = NULL WHERE id = $1`,
      [id, state, decision?.by, decision?.at, decision?.reason, letter?.id],
    );
  }

  /** R14: what is asked for or given between the two; for who is to add to it, both are held until the end of the work. */
  async between(
    work: Work,
    { organisation, client }: EnteredPaper,
    why: 'to-look' | 'to-add',
  ): Promise<readonly Authority[]> {
    const rows = await work.query<{ facts: AuthorityJson }>('SELECT mandates_between($1, $2, $3) AS facts', [
      organisation,
      client,
      why === 'to-add',
    ]);
    return rows.map(({ facts }) => authorityOf(facts));
  }

  /**
   * The mandate that the acting official has just confirmed.
   * @throws Problem `duplicate-mandate` when another came first after all (R14), `unavailable` when a measure did (R26).
   */
  async begin(
    work: Work,
    _permit: Permit<'paper-mandate.confirm'>,
    { id, lines }: PaperMandate,
  ): Promise<MandateId> {
    const mandate = newId<'mandate'>();
    const ids = lines.map(() => newId<'line'>()).sort() satisfies LineId[];
    await work.query('SELECT begin_on_paper($1, $2, $3)', [id, mandate, ids]).catch((error: unknown) => {
      const broken = brokenConstraint(error);
      if (broken === 'one_claim_at_a_time') throw new Problem('duplicate-mandate');
      if (broken === 'under_guardianship')
        throw new Problem('unavailable', { retryAfterSeconds: 1, cause: error });
      throw error;
    });
    return mandate;
  }

  /** Both sides are to hear that it began. */
  async tell(work: Work, mandate: MandateId, from: Day): Promise<void> {
    const notice = { kind: 'given-on-paper', mandate, dueOn: dayOf(work.now), about: from };
    await work.query('SELECT tell($1)', [
      JSON.stringify(recipients.map((recipient) => ({ id: newId(), recipient, ...notice }))),
    ]);
  }

  /** The letter was handed over. */
  async printed(work: Work, letter: LetterId): Promise<void> {
    await work.query('UPDATE paper_mandate SET letter_printed_at = $2 WHERE letter_id = $1', [
      letter,
      work.now,
    ]);
  }
}
