import { newId } from '../../src/platform/ids.ts';
import { oins, people } from '../support/cast.ts';
import type { House } from '../support/house.ts';
import { openScene, type Scene } from '../mandates/scene.ts';

/** An event as a register tells it. */
export interface Told {
  readonly bsn: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly eventId?: string;
  readonly [more: string]: unknown;
}

/** A scene in which the register of `oins.system` may push, and an official looks. */
export type LifeScene = Scene & {
  /** The register pushes; it gets no more than that it was taken in. */
  tell(told: Told): Promise<void>;
  /** What an official finds in his queue. */
  queue(which?: 'open' | 'all'): Promise<Record<string, unknown>[]>;
  /** What is in the table of clients about one. */
  clientRow(id: string): Promise<Record<string, unknown>>;
};

/** Opens it. */
export async function openLifeScene(env: Record<string, string> = {}): Promise<LifeScene> {
  const scene = await openScene({ LIFE_EVENT_SOURCES: oins.system, ...env });
  return Object.assign(scene, {
    async tell(told: Told) {
      const { status, body } = await push(scene, told);
      if (status !== 204) throw new Error(`${status}: ${JSON.stringify(body)}`);
    },
    async queue(which = 'open') {
      const { body } = await scene.as(people.olga).get(`/v1/life-events?which=${which}`);
      return (body as { items: Record<string, unknown>[] }).items;
    },
    async clientRow(id: string) {
      const { rows } = await scene.database.admin.query(
        `SELECT died_on::text, name, abroad, l.* FROM client c LEFT JOIN client_life l ON l.client_id = c.id
          WHERE c.id = $1`,
        [id],
      );
      return (rows as Record<string, unknown>[])[0] ?? {};
    },
  });
}

/** A push, as it is answered. */
export const push = (house: House, told: object, who = people.system) =>
  house.as(who).post('/v1/life-events', { eventId: newId(), ...told });
