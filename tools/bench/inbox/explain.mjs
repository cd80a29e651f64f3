import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { project } from '../../set-up.mjs';
import { searches } from '../world/words.mjs';

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
  const page = (name, person, question) => [name, person, () => list.statements(person, question)];
  const filters = {
    newest: {},
    unread: { unread: true },
    'unread-by-office': { unreadByOffice: true },
    'one-sender': { sender: '00000099000000001001' },
    'one-category': { category: 'financial' },
    attachments: { attached: true },
    period: { from: '2026-06-01', until: '2026-07-01' },
    'held-by-me': { holder: 'me' },
    'search-rare-word': { text: searches.rare },
    'search-common-word': { text: searches.common },
  };
  return [
    ...Object.entries(filters).map(([name, filter]) => page(`list-${name}`, much, { filter })),
    page('list-reply-by', much, { filter: { replyWithin: 7 }, sort: 'reply-by' }),
    page('list-newest-50000-clients', most, {}),
    page('list-newest-50-of-50000-clients', little, {}),
    page('list-unread-50-of-50000-clients', little, { filter: { unread: true } }),
    ['list-page-200', much, async () => list.statements(much, { after: await list.before(much, 200) })],
    ...list.counting.map((what) => [
      `count-${what.replace(/\W+/g, '-')}`,
      much,
      () => list.countStatements(much, what),
    ]),
  ];
}

/** Writes the plan of every question, as it is carried out with statements that are prepared, to docs/explain. */
export async function writePlans(stage) {
  const { session, yard, cast, say, world } = stage;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await session.ask('SET plan_cache_mode = force_generic_plan');
  let written = 0;
  const write = (name, person, parts) => {
    const head = `${name}: ${person.sees} of the ${person.clients} clients of an office, in the world "${world.name}" (seed ${world.seed})`;
    writeFileSync(join(folder, `${name}.txt`), `${[head, ...parts].join('\n\n')}\n`);
    written += 1;
  };
  for (const [name, person, ask] of questions(stage)) {
    const parts = [];
    for (const { text, values } of await ask()) {
      await session.open(person.actor);
      await session.ask(`PREPARE explained AS ${text}`);
      const given = values?.length > 0 ? `(${values.map(literal).join(', ')})` : '';
      for (const turn of ['warm', 'kept']) {
        const { rows } = await session.ask(
          `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) EXECUTE explained${given}`,
        );
        if (turn === 'kept') parts.push(text.trim(), rows.map((row) => row['QUERY PLAN']).join('\n'));
      }
      await session.ask('DEALLOCATE explained; ROLLBACK');
    }
    write(name, person, parts);
  }
  const person = cast.everyone[2];
  const { text, plan } = await yard.explain(person);
  write('yardstick-join-and-sort', person, [text.trim(), plan]);
  await session.ask('SET plan_cache_mode = auto');
  say(`  ${written} plans written to docs/explain`);
}
