import type { Subject } from '../../domain/actor.ts';
import type { Day, Period } from '../../domain/day.ts';
import type { ClientId, LetterId, MandateId, OrganisationId, PaperMandateId } from '../../domain/ids.ts';
import type { PaperState, SignerAnswer } from '../../domain/paper-mandate.ts';
import type { Scope } from '../../domain/scope.ts';

/** What an official took from paper. */
export interface EnteredPaper {
  readonly id: PaperMandateId;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly state: PaperState;
  readonly lines: readonly Scope[];
  readonly period: Period;
  /** What came in, and when. */
  readonly note: string;
  /** By which a letter about it is found. */
  readonly reference: string;
  /** The date of birth on the paper, until it is decided. */
  readonly claimedBirthDate?: Day | undefined;
  readonly person: SignerAnswer;
  readonly entered: { readonly by: Subject; readonly at: Date };
}

/** The same as it is kept, with what became of it. */
export interface PaperMandate extends EnteredPaper {
  /** What the two are called; a client has a name once the register was asked. */
  readonly clientName?: string | undefined;
  readonly office: { readonly name: string; readonly kvk?: string | undefined };
  readonly decision?: { readonly by: Subject; readonly at: Date; readonly reason: string } | undefined;
  /** That tells the client what began. */
  readonly letter?: { readonly id: LetterId; readonly printedAt?: Date | undefined } | undefined;
  /** What began with it, and whether that runs. */
  readonly mandate?: { readonly id: MandateId; readonly runs: boolean } | undefined;
}

/** What to select, with what both are called, and the mandate `g` that began with a paper `p`. */
export const columns = `
  p.id, p.client_id AS client, p.organisation_id AS organisation, p.state, p.lines, p.from_day::text AS "from",
  p.until_day::text AS until, p.note, p.reference, p.claimed_birth_date::text AS "claimedBirthDate", p.person,
  p.entered_by AS "enteredBy", p.entered_at AS "enteredAt", p.decided_by AS "decidedBy", p.decided_at AS "decidedAt",
  p.reason, p.letter_id AS letter, p.letter_printed_at AS "printedAt", g.mandate_id AS mandate, g.running AS runs,
  c.name AS "clientName", o.name AS office, o.kvk
  FROM paper_mandate p JOIN organisation_name o ON o.id = p.organisation_id
  LEFT JOIN client_name c ON c.id = p.client_id LEFT JOIN client_mandate g ON g.paper_id = p.id`;

/** A row of it. */
export interface PaperRow {
  readonly [column: string]: unknown;
  readonly id: PaperMandateId;
  readonly client: ClientId;
  readonly organisation: OrganisationId;
  readonly state: PaperState;
  readonly lines: readonly Scope[];
  readonly from: Day;
  readonly until: Day;
  readonly note: string;
  readonly reference: string;
  readonly claimedBirthDate: Day | null;
  readonly person: SignerAnswer;
  readonly enteredBy: Subject;
  readonly enteredAt: Date;
  readonly decidedBy: Subject | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly letter: LetterId | null;
  readonly printedAt: Date | null;
  readonly mandate: MandateId | null;
  readonly runs: boolean | null;
  readonly clientName: string | null;
  readonly office: string;
  readonly kvk: string | null;
}

/** The same as it is used. */
export const paperOf = (row: PaperRow): PaperMandate => ({
  ...{ id: row.id, client: row.client, organisation: row.organisation, state: row.state, lines: row.lines },
  ...{ period: { from: row.from, until: row.until }, note: row.note, reference: row.reference },
  ...{ claimedBirthDate: row.claimedBirthDate ?? undefined, person: row.person },
  ...{ clientName: row.clientName ?? undefined, office: { name: row.office, kvk: row.kvk ?? undefined } },
  entered: { by: row.enteredBy, at: row.enteredAt },
  decision:
    row.decidedBy && row.decidedAt
      ? { by: row.decidedBy, at: row.decidedAt, reason: row.reason ?? '' }
      : undefined,
  letter: row.letter ? { id: row.letter, printedAt: row.printedAt ?? undefined } : undefined,
  mandate: row.mandate ? { id: row.mandate, runs: row.runs ?? false } : undefined,
});
