import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Claims } from '../../support/house.ts';
import { type Answered, bsns, oins, openScene, people } from '../scene.ts';
import { statusAt } from './status.ts';

/** A statement as an answer holds it. */
export interface Made {
  readonly statement: string;
  readonly expiresAt: string;
  readonly disclosures: readonly { claim: string; shown: boolean; disclosure: string }[];
}

const parsed = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown;

/** Yasmina's mandate for an office, and what others see of statements of it. */
export async function openStatements(env: Record<string, string> = {}) {
  const scene = await openScene(env);
  const vermeer = await scene.office();
  const mandate = await scene.active(vermeer.joris, {
    lines: [
      { sender: oins.tax, category: 'financial', actions: ['read', 'download'] },
      { sender: oins.svb, category: 'care', actions: ['read'] },
    ],
  });
  await scene.world.assign(vermeer.id, await scene.clientOf(mandate), { employee: vermeer.employees.joris });
  const ask = (who: Claims, wish: object = {}, of: Pick<Answered, 'id'> = mandate) =>
    scene.as(who).post(`/v1/mandates/${of.id}/statements`, wish);
  const make = async (who: Claims, wish: object = {}, of: Pick<Answered, 'id'> = mandate): Promise<Made> => {
    const { status, body } = await ask(who, wish, of);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as Made;
  };
  const keys = async () => (await scene.as('nobody').get('/.well-known/jwks.json')).body as JSONWebKeySet;
  const believed = async (token: string, typ: string) =>
    (await jwtVerify(token, createLocalJWKSet(await keys()), { currentDate: scene.clock.now(), typ }))
      .payload;
  /** The signed part of a statement, checked. */
  const signedPart = ({ statement }: Made) => believed(statement.split('~')[0] ?? '', 'dc+sd-jwt');
  /** What a statement shows, put together as its receiver does (RFC 9901). */
  const shownBy = async ({ statement }: Pick<Made, 'statement'>): Promise<Record<string, unknown>> => {
    const [token = '', ...shown] = statement.split('~').slice(0, -1);
    const signed = await believed(token, 'dc+sd-jwt');
    const known = new Map(
      shown.map((each) => [createHash('sha256').update(each).digest('base64url'), parsed(each) as unknown[]]),
    );
    const claims = (signed._sd as string[]).flatMap((digest) => known.get(digest) ?? []);
    const scope = (signed.scope as { '...': string }[]).flatMap((item) => known.get(item['...'])?.[1] ?? []);
    const pairs = Array.from({ length: claims.length / 3 }, (_, place) =>
      claims.slice(place * 3 + 1, place * 3 + 3),
    );
    return {
      ...(Object.fromEntries(pairs) as Record<string, unknown>),
      ...(scope.length > 0 ? { scope } : {}),
    };
  };
  const placeOf = async (made: Made) =>
    ((await signedPart(made)) as { status: { status_list: { idx: number; uri: string } } }).status
      .status_list;
  /** The status list that a statement names, as it is now. */
  const listOf = async (made: Made): Promise<string> => {
    const { uri } = await placeOf(made);
    return (await scene.as('nobody').get(new URL(uri).pathname).expect(200)).text;
  };
  /** The same of a second after the statement at least: within it nobody can tell which came first. */
  const listAfter = async (made: Made): Promise<string> => {
    const { iat = 0 } = await signedPart(made);
    const next = (iat + 1) * 1000;
    if (scene.clock.now().getTime() < next) scene.clock.moveToInstant(new Date(next).toISOString());
    return listOf(made);
  };
  /** What the status list says of a statement now: 0 holds, 1 does not, 2 not now. */
  const statusOf = async (made: Made): Promise<number> => {
    const [{ idx, uri }, list] = [await placeOf(made), await believed(await listOf(made), 'statuslist+jwt')];
    if (list.sub !== uri) throw new Error('this is another list');
    return statusAt(list, idx);
  };
  /** Who asked for a statement: granted or not, why not, and what it was to show. */
  const asked = async (of: Pick<Answered, 'id'> = mandate) =>
    (
      await scene.database.admin.query<Record<string, unknown>>(
        `SELECT actor_kind, outcome, reason, details FROM trail
          WHERE mandate_id = $1 AND action = 'mandate.state' ORDER BY position`,
        [of.id],
      )
    ).rows;
  return {
    ...scene,
    asked,
    vermeer,
    mandate,
    ask,
    make,
    keys,
    believed,
    signedPart,
    shownBy,
    placeOf,
    listOf,
    listAfter,
    statusOf,
  };
}

/** The same, with what it holds. */
export type Statements = Awaited<ReturnType<typeof openStatements>>;

export { bsns, oins, people };
