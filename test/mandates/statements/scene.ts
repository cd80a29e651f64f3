import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { inflateSync } from 'node:zlib';
import type { Claims } from '../../support/house.ts';
import { type Answered, bsns, oins, openScene, people } from '../scene.ts';

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
  /** What the status list says of a statement now: 0 holds, 1 does not, 2 not now. */
  const statusOf = async (made: Made): Promise<number> => {
    const [{ idx, uri }, list] = [await placeOf(made), await believed(await listOf(made), 'statuslist+jwt')];
    if (list.sub !== uri) throw new Error('this is another list');
    const { bits, lst } = list.status_list as { bits: number; lst: string };
    const byte = inflateSync(Buffer.from(lst, 'base64url'))[Math.floor((idx * bits) / 8)] ?? 0;
    return (byte >> ((idx * bits) % 8)) & (2 ** bits - 1);
  };
  return {
    ...scene,
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
    statusOf,
  };
}

/** The same, with what it holds. */
export type Statements = Awaited<ReturnType<typeof openStatements>>;

export { bsns, oins, people };
