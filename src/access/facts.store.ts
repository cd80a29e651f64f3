import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import type { Question } from '../domain/decision.ts';
import { gatherCaller, gatherCase, gatherPaper } from './dossier-facts.store.ts';
import type { Gathered } from './gathered.ts';
import { type FactsJson, factsOf } from './told-facts.ts';

/** What a question can name, in the order in which the function of the facts takes it. */
const named = [
  ...(['organisation', 'client', 'mandate', 'message', 'bulkRun', 'order', 'official'] as const),
  'urgentAct',
] as const;

const idIn = (question: Question, name: (typeof named)[number]): string | null =>
  (question as Partial<Record<typeof name, string>>)[name] ?? null;

/** The same for many questions, in their order: still one statement. What names the same is looked up once. */
export async function gatherEach(
  work: Work,
  actor: Actor,
  questions: readonly Question[],
): Promise<readonly Gathered[]> {
  const [who, office] = actor.kind === 'employee' ? [actor.employee, actor.organisation] : [null, null];
  const keyOf = (question: Question) => named.map((name) => idIn(question, name)).join(' ');
  const different = [...new Map(questions.map((question) => [keyOf(question), question]))];
  const lists = named.map((name) => different.map(([, question]) => idIn(question, name)));
  const rows = await work.named<{ facts: FactsJson }>(
    'access-facts-each',
    `SELECT access_facts($1, $2, ${named.map((name) => `asked."${name}"`).join(', ')}) AS facts
       FROM unnest(${named.map((_, place) => `$${place + 3}::uuid[]`).join(', ')}) WITH ORDINALITY
         AS asked(${named.map((name) => `"${name}"`).join(', ')}, place)
      ORDER BY asked.place`,
    [who, office, ...lists],
  );
  const found = new Map(
    rows.map(({ facts }, place): [string | undefined, Gathered] => [
      different[place]?.[0],
      { facts: factsOf(facts), office: facts.office ?? facts.organisation },
    ]),
  );
  return questions.map((question) => found.get(keyOf(question)) ?? { facts: { mandates: [] } });
}

/** Looks up all that a decision may look at: one statement, one round trip, the snapshot of the work. */
export async function gather(work: Work, actor: Actor, question: Question): Promise<Gathered> {
  if ('identityCase' in question) return gatherCase(work, question.identityCase);
  if ('decisionCaller' in question) return gatherCaller(work, question.decisionCaller);
  if ('paperMandate' in question || 'signedBy' in question) return gatherPaper(work, question);
  const [who, office] = actor.kind === 'employee' ? [actor.employee, actor.organisation] : [null, null];
  const [row] = await work.named<{ facts: FactsJson }>(
    'access-facts',
    `SELECT access_facts($1, $2, ${named.map((_, place) => `$${place + 3}`).join(', ')}) AS facts`,
    [who, office, ...named.map((name) => idIn(question, name))],
  );
  if (!row) throw new Error('the facts function answers with one row');
  return { facts: factsOf(row.facts), office: row.facts.office ?? row.facts.organisation };
}
