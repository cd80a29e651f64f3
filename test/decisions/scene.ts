import { bsns, oins, people, type Scene as Inbox, setScene } from '../inbox/scene.ts';

/** What a decision point answers. */
export interface Decision {
  readonly decision: boolean;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A system as an official registers it, unless a test says otherwise. */
export const registration = (more: Record<string, unknown> = {}) => ({
  ...{ name: 'Message box', purpose: 'Shows messages to who represents their owner.' },
  ...{ tells: 'as-subject', searches: true, perMinute: 100_000 },
  ...more,
});

/** Yasmina's mandate for Vermeer: financial messages of the tax office, to read and download. */
export async function openDecisions() {
  const scene: Inbox = await setScene();
  const { house } = scene;
  const mandate = await house.world.mandate({
    ...{ client: scene.yasmina, organisation: scene.vermeer },
    lines: [{ category: 'financial', actions: ['read', 'download'] }],
  });
  const register = async (more: Record<string, unknown> = {}, oin: string = oins.system) => {
    const { status, body } = await house
      .as(people.olga)
      .put(`/v1/decision-callers/${oin}`, registration(more));
    if (status !== 204) throw new Error(JSON.stringify(body));
  };
  const post = (path: string, body: unknown, who = people.system) =>
    house.as(who).post(`/access/v1/${path}`, body);
  const joris = { type: 'employee', id: scene.joris };
  const inbox = (more: object = {}) => ({
    ...{ type: 'inbox', id: scene.yasmina },
    properties: { sender: oins.tax, category: 'financial', ...more },
  });
  /** May Joris read what the tax office sends Yasmina about money; or what a test asks instead. */
  const question = (more: Record<string, unknown> = {}) => ({
    ...{ subject: joris, action: { name: 'read' }, resource: inbox() },
    context: { assurance: 'substantial' },
    ...more,
  });
  const ask = async (more: Record<string, unknown> = {}): Promise<Decision> => {
    const { status, body } = await post('evaluation', question(more));
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body as Decision;
  };
  /** So that what is counted by the minute is counted in one. */
  const earlyInAMinute = () => {
    const now = house.clock.now().getTime();
    house.clock.moveToInstant(new Date(now - (now % 60_000) + 65_000).toISOString());
  };
  await register();
  return {
    ...scene,
    earlyInAMinute,
    mandate,
    register,
    post,
    joris,
    jorisId: scene.joris,
    inbox,
    question,
    ask,
  };
}

/** The same, with what it holds. */
export type Decisions = Awaited<ReturnType<typeof openDecisions>>;

export { bsns, oins, people };
