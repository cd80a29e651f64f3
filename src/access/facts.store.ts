import type { Work } from '../audit/work.ts';
import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Actor } from '../domain/actor.ts';
import type { Assurance } from '../domain/assurance.ts';
import type { Day } from '../domain/day.ts';
import type { Facts, Question } from '../domain/decision.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, LineId, MandateId, OrganisationId } from '../domain/ids.ts';
import type { Authority, MandateState } from '../domain/mandate.ts';
import type { Role, Standing } from '../domain/organisation.ts';
import type { Category, ScopeAction } from '../domain/scope.ts';

/** The facts, and the office that the trail is to name: the employee's own, else the one that is concerned. */
export interface Gathered {
  readonly facts: Facts;
  readonly office?: OfficeInTrail | undefined;
}

interface AuthorityJson {
  id: MandateId;
  client: ClientId;
  organisation: OrganisationId;
  state: MandateState;
  from: Day;
  until: Day;
  answerBy: Day;
  requestedBy: EmployeeId | null;
  offeredAt: string | null;
  endedAt: string | null;
  lines: {
    id: LineId;
    sender: Oin;
    category: Category | 'all';
    actions: ScopeAction[];
    endedAt: string | null;
  }[];
}

interface FactsJson {
  employment?: { role: Role | null; from: Day; until: Day | null; endedAt: string | null };
  standing?: Standing;
  office?: OfficeInTrail;
  handling?: { assigned: boolean; handled: boolean; covering?: boolean };
  organisation?: { id: OrganisationId; name: string; kvk: string; standing: Standing; registeredBy: string };
  mandate?: AuthorityJson;
  mandates?: AuthorityJson[];
  message?: {
    client: ClientId;
    sender: Oin;
    category: Category | null;
    assurance: Assurance;
    deliveredAt: string;
  };
  bulkRun?: { organisation: OrganisationId; startedBy: EmployeeId };
  diedOn?: Day | null;
}

const instant = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));

const authorityOf = (json: AuthorityJson): Authority => ({
  ...json,
  period: { from: json.from, until: json.until },
  requestedBy: json.requestedBy ?? undefined,
  offeredAt: instant(json.offeredAt),
  endedAt: instant(json.endedAt),
  lines: json.lines.map((line) => ({ ...line, endedAt: instant(line.endedAt) })),
});

const factsOf = (json: FactsJson): Facts => ({
  employment: json.employment?.role
    ? {
        role: json.employment.role,
        from: json.employment.from,
        until: json.employment.until ?? undefined,
        endedAt: instant(json.employment.endedAt),
      }
    : undefined,
  standing: json.standing,
  handling: json.handling && { covering: false, ...json.handling },
  organisation: json.organisation,
  mandate: json.mandate && authorityOf(json.mandate),
  message: json.message && {
    ...json.message,
    category: json.message.category ?? undefined,
    deliveredAt: new Date(json.message.deliveredAt),
  },
  bulkRun: json.bulkRun,
  mandates: (json.mandates ?? []).map(authorityOf),
  diedOn: json.diedOn ?? undefined,
});

/** What a question can name, in the order in which the function of the facts takes it. */
const named = ['organisation', 'client', 'mandate', 'message', 'bulkRun'] as const;

const idIn = (question: Question, name: (typeof named)[number]): string | null =>
  (question as Partial<Record<typeof name, string>>)[name] ?? null;

/** The same for many questions, in their order: still one statement. */
export async function gatherEach(
  work: Work,
  actor: Actor,
  questions: readonly Question[],
): Promise<readonly Gathered[]> {
  const [who, office] = actor.kind === 'employee' ? [actor.employee, actor.organisation] : [null, null];
  const lists = named.map((name) => questions.map((question) => idIn(question, name)));
  const rows = await work.named<{ facts: FactsJson }>(
    'access-facts-each',
    `SELECT access_facts($1, $2, ${named.map((name) => `asked."${name}"`).join(', ')}) AS facts
       FROM unnest(${named.map((_, place) => `$${place + 3}::uuid[]`).join(', ')}) WITH ORDINALITY
         AS asked(${named.map((name) => `"${name}"`).join(', ')}, place)
      ORDER BY asked.place`,
    [who, office, ...lists],
  );
  return rows.map(({ facts }) => ({ facts: factsOf(facts), office: facts.office ?? facts.organisation }));
}

/** Looks up all that a decision may look at: one statement, one round trip, the snapshot of the work. */
export async function gather(work: Work, actor: Actor, question: Question): Promise<Gathered> {
  const [who, office] = actor.kind === 'employee' ? [actor.employee, actor.organisation] : [null, null];
  const [row] = await work.named<{ facts: FactsJson }>(
    'access-facts',
    'SELECT access_facts($1, $2, $3, $4, $5, $6, $7) AS facts',
    [who, office, ...named.map((name) => idIn(question, name))],
  );
  if (!row) throw new Error('the facts function answers with one row');
  return { facts: factsOf(row.facts), office: row.facts.office ?? row.facts.organisation };
}
