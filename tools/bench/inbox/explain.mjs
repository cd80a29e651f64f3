import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { project } from '../../set-up.mjs';
import { searches } from '../world/words.mjs';
import { deskQuestions } from './desk.mjs';
import { roomQuestions } from './rooms.mjs';

const folder = join(project, 'docs', 'explain');

const literal = (value) => {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.join(',')}}`);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
};

/** Every question that lists ask, by who sees much and who sees little. */
function questions({ cast, list }) {
  const much = cast.everyone[2];
  const most = cast.everyone.at(-1);
  const little = cast.few.findLast(({ role }) => role === 'handler');
  const chief = cast.few.find(({ role }) => role === 'administrator');
  const page = (name, person, question) => [name, person, () => list.statements(person, question)];
  // In a small world the walk ends before page 200.
  const back = async (person) => {
    const after = await list.before(person, 200);
    return after && { ...after, back: true };
  };
  const filters = {
    newest: {},
    unread: { unread: true },
    'unread-by-office': { unreadByOffice: true },
    'one-sender': { sender: '00000099000000001001' },
    'one-category': { category: 'financial' },
    attachments: { attached: true },
    period: { from: '2026-06-01', until: '2026-07-01' },
    'held-by-me': { holder: 'me' },
    'held-by-my-team': { holder: 'my-team' },
    'held-by-nobody': { holder: 'nobody' },
    'handled-by-me': { handler: 'me' },
    'handled-by-my-team': { handler: 'my-team' },
    'work-taken': { work: 'taken' },
    'work-handled': { work: 'handled' },
    overdue: { overdue: true },
    archived: { archived: true },
    'search-rare-word': { text: searches.rare },
    'search-common-word': { text: searches.common },
    'search-common-word-filtered': {
      ...{ text: searches.common, sender: '00000099000000001001', unread: true, from: '2026-06-01' },
    },
  };
  return [
    ...Object.entries(filters).map(([name, filter]) => page(`list-${name}`, much, { filter })),
    page('list-reply-by', much, { filter: { replyWithin: 7 }, sort: 'reply-by' }),
    page('list-newest-50000-clients', most, {}),
    page('list-newest-50-of-50000-clients', little, {}),
    page('list-unread-50-of-50000-clients', little, { filter: { unread: true } }),
    page('list-handled-by-nobody-administrator-of-50000', chief, { filter: { handler: 'nobody' } }),
    [
      'list-one-client',
      much,
      async () => list.statements(much, { filter: { client: await list.someone(much) } }),
    ],
    ['list-page-200-back', much, async () => list.statements(much, { after: await back(much) })],
    ['list-page-200', much, async () => list.statements(much, { after: await list.before(much, 200) })],
    ...list.counting
      .filter((what) => !/^one: (?!unread|care)/.test(what))
      .map((what) => [`count-${what.replace(/\W+/g, '-')}`, much, () => list.countStatements(much, what)]),
  ];
}

const explainLoudly = `
  SET ROLE NONE; LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
  SET auto_explain.log_analyze = on; SET auto_explain.log_buffers = on; SET auto_explain.log_timing = off;
  SET client_min_messages = log; SET ROLE volmacht_app`;
const explainQuietly =
  'RESET client_min_messages; SET ROLE NONE; RESET auto_explain.log_min_duration; SET ROLE volmacht_app';

/** The plans of the statements inside a function that look like this, as the server tells them while it runs. */
async function plansInside(session, inside, run) {
  const told = [];
  const hear = ({ message }) => {
    const [, text, plan] = /Query Text: ([^]*?)\n([A-Z][^\n]*\(cost=[^]*)$/.exec(message ?? '') ?? [];
    if (text && inside.test(text)) told.push(text.trim(), plan.trim());
  };
  await session.ask(explainLoudly);
  session.client.on('notice', hear);
  try {
    await run();
  } finally {
    session.client.off('notice', hear);
    await session.ask(explainQuietly);
  }
  return told;
}

/** The statements of one question, each with its plan. */
async function explained(session, [name, person, ask, inside]) {
  const parts = [];
  // As the product does: a search and the list of mandates are planned for their values.
  const planned = /-search-|^mandates/.test(name) ? 'force_custom_plan' : 'force_generic_plan';
  await session.ask(`SET plan_cache_mode = ${planned}`);
  for (const { text, values } of await ask()) {
    await session.open(person.actor, planned === 'force_generic_plan');
    await session.ask(`PREPARE explained AS ${text}`);
    const given = values?.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const run = () => session.ask(`EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) EXECUTE explained${given}`);
    await run(); // warm
    const { rows } = await run();
    parts.push(text.trim(), rows.map((row) => row['QUERY PLAN']).join('\n'));
    if (inside) parts.push('Inside:', ...(await plansInside(session, inside, run)));
    await session.ask('DEALLOCATE explained; ROLLBACK');
  }
  return parts;
}

/**
 * Writes the plan of every question to docs/explain, as it is carried out: with statements that are prepared once for
 * everybody's values; a search with its own. With `missing` only of the questions that have no page yet.
 */
export async function writePlans(stage, { missing = false } = {}) {
  const { session, yard, cast, say, world } = stage;
  if (!missing) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let written = 0;
  const write = async (name, person, partsOf) => {
    const file = join(folder, `${name}.txt`);
    if (missing && existsSync(file)) return;
    const head = `${name}: ${person.sees} of the ${person.clients} clients of an office, in the world "${world.name}" (seed ${world.seed})`;
    writeFileSync(file, `${[head, ...(await partsOf())].join('\n\n')}\n`);
    written += 1;
  };
  for (const question of [
    ...questions(stage),
    ...(await roomQuestions(stage)),
    ...(await deskQuestions(stage)),
  ])
    await write(question[0], question[1], () => explained(session, question));
  const person = cast.everyone[2];
  await write('yardstick-join-and-sort', person, async () => {
    const { text, plan } = await yard.explain(person);
    return [text.trim(), plan];
  });
  await session.ask('SET plan_cache_mode = auto');
  say(`  ${written} plans written to docs/explain`);
}
