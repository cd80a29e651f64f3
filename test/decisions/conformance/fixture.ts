import { deliver } from '../../inbox/scene.ts';
import { kvks } from '../../support/cast.ts';
import { type Decision, type Decisions, oins, openDecisions, people } from '../scene.ts';

/**
 * The certification scenario of AuthZEN Authorization API 1.0 (openid/authzen, certification/), in the words of this
 * service. Its people are ours: alice is Joris, who may read and download (`write`); bob is Gerda of another office, who
 * may only read. Its record is a message of Yasmina; one that is archived is one about care. The numbers in the tests are
 * those of the scenario (`c-2-2-1`) or of the specification (§8.2.1).
 */
export interface Fixture extends Decisions {
  readonly alice: Entity;
  readonly bob: Entity;
  /** Bob, named by his sign-in: he is known by his properties. */
  readonly bobElsewhere: Entity;
  /** A message that lies here. */
  readonly record: Entity;
  /** The same kind of message that lies elsewhere, as its properties describe it. */
  readonly described: (category: 'financial' | 'care') => Entity;
  /** Sends a body and gives back what came. */
  readonly send: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answered>;
}

/** An entity of AuthZEN. */
export interface Entity {
  readonly type: string;
  readonly id: string;
  readonly properties?: Record<string, unknown>;
}

/** What came over the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** The level with which alice and bob signed in. The scenario knows no levels; here a representative needs one (R5). */
export const context = { assurance: 'substantial' };
/** `read` and `write` of the scenario. */
export const [read, write] = [{ name: 'read' }, { name: 'download' }];

/** Opens a house with what the scenario asks for. */
export async function openFixture(): Promise<Fixture> {
  const scene = await openDecisions();
  const { world } = scene.house;
  await world.mandate({
    ...{ client: scene.yasmina, organisation: scene.haven },
    lines: [
      { category: 'financial', actions: ['read'] },
      { category: 'care', actions: ['read', 'download'] },
    ],
  });
  const gerda = { type: 'employee', id: `eh-${kvks.haven}-gerda` };
  const bobElsewhere = { ...gerda, properties: { issuer: 'test', kvk: kvks.haven } };
  const { rows } = await scene.house.database.admin.query<{ id: string }>(
    'SELECT id FROM employee WHERE organisation_id = $1',
    [scene.haven],
  );
  const bob = { type: 'employee', id: rows[0]?.id ?? '' };
  await world.assign(scene.haven, scene.yasmina, { employee: bob.id });
  const record = { type: 'message', id: await deliver(scene.house) };
  const described = (category: 'financial' | 'care') => ({
    ...{ type: 'message', id: `record-${category}` },
    properties: { client: scene.yasmina, sender: oins.tax, category },
  });
  const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const { status, headers: got, body: answer } = await scene.post(path, body, people.system).set(headers);
    return { status, headers: got as Record<string, string>, body: answer as Record<string, unknown> };
  };
  return { ...scene, alice: scene.joris, bob, bobElsewhere, record, described, send };
}

/** The decisions of a batch, in their order. */
export const decisions = ({ body }: Answered): boolean[] =>
  (body.evaluations as Decision[]).map(({ decision }) => decision);
