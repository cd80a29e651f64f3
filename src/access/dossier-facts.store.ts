import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import type { Subject } from '../domain/actor.ts';
import type { Day } from '../domain/day.ts';
import type { Question } from '../domain/decision.ts';
import type { Telling } from '../domain/decision-caller.ts';
import type { OfficialStanding } from '../domain/four-eyes.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId } from '../domain/ids.ts';
import type { Standing } from '../domain/organisation.ts';
import type { Category } from '../domain/scope.ts';
import { type GuardianshipJson, guardianshipOf } from './guardianship-facts.ts';
import type { Gathered } from './gathered.ts';

interface CallerRow {
  [column: string]: unknown;
  oin: Oin;
  senders: Oin[] | null;
  tells: Telling;
  searches: boolean;
  perMinute: number;
  endedAt: Date | null;
}

interface CaseFactsJson {
  identityCase: {
    enteredBy: Subject | null;
    proposed: { by: Subject; stillWorks: boolean } | null;
  } | null;
  official: { standing: OfficialStanding } | null;
}

/** What a decision about who somebody is looks at. */
export async function gatherCase(work: Work, id: string): Promise<Gathered> {
  const [row] = await work.named<{ facts: CaseFactsJson }>(
    'identity-case-facts',
    'SELECT identity_case_facts($1) AS facts',
    [id],
  );
  const { identityCase, official } = row?.facts ?? { identityCase: null, official: null };
  return {
    facts: {
      mandates: [],
      identityCase: identityCase
        ? { enteredBy: identityCase.enteredBy ?? undefined, proposed: identityCase.proposed ?? undefined }
        : undefined,
      official: official ?? undefined,
    },
  };
}

/** What a decision about a system that asks for decisions looks at. */
export async function gatherCaller(work: Work, oin: Oin): Promise<Gathered> {
  const [row] = await work.named<CallerRow>(
    'decision-caller-facts',
    `SELECT oin, senders, tells, searches, per_minute AS "perMinute", ended_at AS "endedAt"
       FROM decision_caller WHERE oin = $1`,
    [oin],
  );
  return {
    facts: {
      mandates: [],
      decisionCaller: row && { ...row, senders: row.senders ?? undefined, endedAt: row.endedAt ?? undefined },
    },
  };
}

interface PaperFactsJson {
  paperMandate: {
    client: ClientId;
    abroad: boolean | null;
    begun: boolean | null;
    lines: { sender: Oin; category: Category | 'all' }[] | null;
    entered: { by: Subject; stillWorks: boolean; ofAnother: boolean } | null;
  } | null;
  organisation:
    (OfficeInTrail & { standing: Standing; registeredBy: Subject; person: ClientId | null }) | null;
  guardianship: GuardianshipJson;
  diedOn: Day | null;
  official: { standing: OfficialStanding } | null;
}

type PaperQuestion = Extract<Question, { readonly paperMandate: unknown } | { readonly signedBy: unknown }>;

/** What a decision looks at about a mandate on paper: one that lies there, or that is being entered. */
export async function gatherPaper(work: Work, question: PaperQuestion): Promise<Gathered> {
  const entering = 'signedBy' in question;
  const [row] = await work.named<{ facts: PaperFactsJson }>(
    'paper-mandate-facts',
    'SELECT paper_mandate_facts($1, $2, $3) AS facts',
    entering ? [null, question.organisation, question.signedBy] : [question.paperMandate, null, null],
  );
  if (!row) throw new Error('the facts function answers with one row');
  const { paperMandate, organisation, guardianship, diedOn, official } = row.facts;
  const lines = entering ? question.lines : (paperMandate?.lines ?? []);
  return {
    facts: {
      mandates: [],
      paperMandate: paperMandate
        ? {
            ...{ ...paperMandate, lines, abroad: paperMandate.abroad ?? undefined },
            begun: paperMandate.begun ?? false,
            entered: paperMandate.entered ?? undefined,
          }
        : undefined,
      organisation: organisation ? { ...organisation, person: organisation.person ?? undefined } : undefined,
      guardianship: guardianshipOf(guardianship),
      diedOn: diedOn ?? undefined,
      official: official ?? undefined,
    },
    office: organisation ?? undefined,
  };
}
