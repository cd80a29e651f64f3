import { bsns, oins, people } from '../support/cast.ts';
import { type Answered, type Office, openScene, type Scene } from '../mandates/scene.ts';

/** What an answer holds; a test looks at what matters to it. */
export interface History {
  day: string;
  could: {
    mandate: string;
    ground: string;
    organisation: { id: string; name: string; kvk?: string };
    stretches: {
      from: string;
      until: string;
      lines: { sender: { oin?: string; nameEn: string }; category: string; actions: string[] }[];
      shieldedByClient?: boolean;
      employees?: { name: string }[];
    }[];
  }[];
  couldNext?: string;
  items: { id: string; action: string; sentence?: { nl: string }; actor?: { id: string } }[];
  next?: string;
}

/** One office and Yasmina with a message, on 1 February 2027. */
export type DayScene = Scene & Awaited<ReturnType<typeof setDayScene>>;

/** Opens it. */
export async function openDayScene(): Promise<DayScene> {
  const scene = await openScene();
  return Object.assign(scene, await setDayScene(scene));
}

async function setDayScene(scene: Scene) {
  scene.clock.moveTo('2027-02-01');
  const office: Office = await scene.office({ registered_at: scene.clock.now() });
  const yasmina = await scene.world.client(bsns.yasmina);
  const message = await scene.world.message(yasmina, { delivered_at: scene.clock.now() });
  // The offices of the scene are set up by hand: they were so from the beginning.
  for (const table of ['standing_was', 'employment_was'])
    await scene.database.admin.query(`UPDATE ${table} SET since = '2027-01-01'`);
  return {
    ...{ firm: office, yasmina, message },
    /** What Yasmina is told of a day. */
    own: async (day: string, query = '') =>
      (await scene.as(people.yasmina).get(`/v1/access-history?day=${day}${query}`)).body as History,
    /** What an official is told of it. */
    seen: async (day: string) =>
      (await scene.as(people.olga).post('/v1/access-history/_search', { bsn: bsns.yasmina, day }))
        .body as History,
    /** Yasmina gives a mandate for two kinds of messages of the tax office. */
    async granted(): Promise<Answered> {
      const lines = ['financial', 'care'].map((category) => ({
        ...{ sender: oins.tax, category, actions: ['read', 'download'] },
      }));
      const wish = { organisation: office.id, lines, from: '2027-02-01', until: '2028-02-01' };
      const given = scene.as(people.yasmina).post('/v1/mandates', wish);
      const mandate = await scene.expecting(201, given);
      await scene.tasks();
      return mandate;
    },
    assign: (to: object) =>
      scene.expecting(
        201,
        scene.as(office.anna).post(`/v1/representative-organisations/${office.id}/assignments`, {
          client: yasmina,
          ...to,
        }),
      ),
  };
}
