import { employee } from '../support/cast.ts';
import { people, type Scene } from './scene.ts';

/** Who handles both. */
export const joris = employee('joris', '90001234');
/** The BSN of the pseudonym that stays. */
export const bsn = '999990019';

/** An office to which both pseudonyms of one person gave the same, each with a message, handled by the same employee. */
export async function twoOfOne(scene: Scene) {
  const { world } = scene;
  const account = await scene.opened(people.elise);
  const client = await world.client(bsn);
  const office = await world.organisation('90001234');
  const handler = await world.employee(office, 'joris');
  const actions = ['read', 'archive', 'download'];
  const mandates = [];
  const messages = [];
  for (const whose of [account, client]) {
    mandates.push(await world.mandate({ client: whose, organisation: office, lines: [{ actions }] }));
    messages.push(await world.message(whose, { subject: `To ${whose}` }));
    await world.assign(office, whose, { employee: handler });
  }
  return { account, client, office, handler, mandates, messages };
}
/** The two, and what they have. */
export type Two = Awaited<ReturnType<typeof twoOfOne>>;

/** Makes them one. */
export async function join(scene: Scene, { account, client }: Pick<Two, 'account' | 'client'>) {
  await scene.database.admin.query(
    `BEGIN; SELECT set_config('app.actor', 'job:match-identities', true), set_config('app.assurance', 'high', true),
       set_config('app.now', '${scene.clock.now().toISOString()}', true);
     SELECT join_clients('${account}', '${client}'); COMMIT`,
  );
}

/** Every table that names a client by `client_id`, and how many rows name this one. */
export async function namedIn(scene: Scene, whose: string): Promise<Record<string, number>> {
  const tables = await scene.rows(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'client_id'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped ORDER BY 1`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await scene.rows(
      `SELECT count(*)::int AS rows FROM ${String(name)} WHERE client_id = $1`,
      whose,
    );
    if (row?.rows) counted[String(name)] = Number(row.rows);
  }
  return counted;
}
