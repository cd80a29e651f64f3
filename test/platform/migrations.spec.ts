import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { migrationOptions } from '../../src/platform/database.ts';

const server = process.env.VOLMACHT_TEST_SERVER ?? '';
const name = `volmacht_test_${randomBytes(6).toString('hex')}`;
const url = server && Object.assign(new URL(server), { pathname: `/${name}` }).href;
/** From here on migrations are of the version that is being made; those before it were released. */
const firstOfThisVersion = 1795910400030;

let source: DataSource;
const onServer = async (sql: string) => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
};
beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name}`);
  source = await new DataSource(migrationOptions(url, migrations)).initialize();
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
});

/** All that the database is made of but its rows, one line for each thing. */
const catalogue = `
  SELECT 'column ' || c.relname || '.' || a.attname AS what,
         concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
                   pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, a.attacl::text, a.attstorage) AS how
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'public'::regnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p')
  UNION ALL
  SELECT 'relation ' || relname,
         concat_ws(' ', relkind, relowner::regrole, relacl::text, relrowsecurity, relforcerowsecurity, reloptions::text,
                   CASE WHEN relkind = 'v' THEN pg_get_viewdef(oid) END)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'p', 'S')
  UNION ALL
  SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL
  SELECT 'function ' || oid::regprocedure, concat_ws(' ', proowner::regrole, proacl::text, pg_get_functiondef(oid))
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')
  UNION ALL
  SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT 'policy ' || tablename || '.' || policyname, concat_ws(' | ', permissive, roles::text, cmd, qual, with_check)
    FROM pg_policies WHERE schemaname = 'public'
  ORDER BY 1`;
async function made(): Promise<Record<string, string>> {
  const rows: { what: string; how: string }[] = await source.query(catalogue);
  return Object.fromEntries(
    rows.map(({ what, how }) => [what, inOtherWords.includes(what) ? 'there' : said(how)]),
  );
}
/** What goes back to words that mean the same as those that were there before. */
const inOtherWords = [
  ...['function feed_worked()', 'function keep_mandate_life()', 'function bulk_claims(uuid,integer,integer)'],
  ...['function mandates_to_watch(uuid,integer)', 'relation mandate_review', 'relation mandate_scope'],
];
/** Spaces, line ends and comments apart. */
const said = (how: string) => how.replace(/--[^\n]*/g, '').replace(/\s+/g, ' ');
/** What is otherwise, by name: all of it would be too much to read. */
const differing = (one: Record<string, string>, other: Record<string, string>) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((what) => one[what] !== other[what])
    .toSorted();

const inOrder = migrations
  .map((Migration) => new Migration())
  .map((migration) => ({ ...{ migration, name: migration.name }, at: Number(migration.name.slice(-13)) }))
  .toSorted((one, other) => one.at - other.at);
async function go(way: 'up' | 'down', { migration }: (typeof inOrder)[number]): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction();
    await migration[way](runner);
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
}

it('Every migration of this version goes back to what was there before it, and forth again', async () => {
  const before = new Map<string, Record<string, string>>();
  for (const each of inOrder) {
    if (each.at >= firstOfThisVersion) before.set(each.name, await made());
    await go('up', each);
  }
  const whole = await made();
  const left: Record<string, string[]> = {};
  for (const each of inOrder.toReversed()) {
    const was = before.get(each.name);
    if (!was) break;
    await go('down', each);
    const told = Object.values(left).flat(); // what one leaves, those before it find
    const wrong = differing(await made(), was).filter((what) => !told.includes(what));
    if (wrong.length > 0) left[each.name] = wrong;
  }
  expect(left).toEqual({});
  for (const each of inOrder) if (before.has(each.name)) await go('up', each);
  expect(differing(await made(), whole)).toEqual([]);
}, 60_000);
