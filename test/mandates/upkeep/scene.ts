import { newId } from '../../../src/platform/ids.ts';
import { WatchService, type Watched } from '../../../src/mandates/upkeep/watch.service.ts';
import { manyBsns } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';
import type { MandateWish } from '../../support/wishes.ts';
import { type Office, openScene, type Scene } from '../scene.ts';

/** What matters of a mandate here; the rest is usual. */
export interface Wish extends Partial<MandateWish> {
  /** The day on which the client consented; the first day, unless said. */
  readonly activated?: string;
}

/** A scene, and what it takes to let time go by. */
export type Upkeep = Scene & Awaited<ReturnType<typeof setUpkeep>>;

/** Opens a house with the usual senders. */
export async function openUpkeep(): Promise<Upkeep> {
  const scene = await openScene();
  return Object.assign(scene, setUpkeep(scene));
}

function setUpkeep(scene: Scene) {
  const { world, clock, app } = scene;
  const { admin } = scene.database;
  const bsns = manyBsns(300).values();
  const strings = async <Row extends Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    (await admin.query<Row>(sql, values)).rows;
  return {
    rows: strings,
    /** Somebody whom no test knows yet. */
    newClient: () => world.client(bsns.next().value ?? ''),
    newBsn: () => bsns.next().value ?? '',
    /** A mandate of this office, active from its first day on. */
    async given(office: Office, { activated, ...wish }: Wish = {}): Promise<string> {
      const client = wish.client ?? (await this.newClient());
      const id = await world.mandate({ organisation: office.id, ...wish, client });
      await admin.query(
        `UPDATE mandate SET activated_at = (coalesce($2::date, from_day) + time '12:00') AT TIME ZONE 'Europe/Amsterdam'
          WHERE id = $1 AND activated_at IS NOT NULL`,
        [id, activated],
      );
      return id;
    },
    /** The office did this with a message under the mandate, at noon of that day. */
    async use(mandate: string, day: string, action = 'inbox.read', outcome = 'permitted'): Promise<void> {
      await admin.query(
        `INSERT INTO trail (id, at, action, outcome, reason, actor_kind, actor_id, assurance, organisation_id, client_id,
                            mandate_id, object_kind)
         SELECT $1, ($3::date + time '12:00') AT TIME ZONE 'Europe/Amsterdam', $4, $5,
                CASE WHEN $5 = 'refused' THEN 'not-assigned' END, 'employee', 'someone', 'substantial',
                organisation_id, client_id, id, 'message' FROM mandate WHERE id = $2`,
        [newId(), mandate, day, action, outcome],
      );
    },
    /** The scan of this instant, or of noon of this day, also when today's was done. */
    async scan(at: string): Promise<Watched> {
      if (at.includes('T')) clock.moveToInstant(at);
      else clock.moveTo(at);
      await admin.query('DELETE FROM mandate_scan');
      return app.get(WatchService).scan();
    },
    /** What was noticed of a mandate for one side, in the order of the rule's days. */
    notices: (mandate: string, recipient = 'organisation') =>
      strings<{ kind: string; dueOn: string; about: string }>(
        `SELECT kind, due_on::text AS "dueOn", about::text FROM notice
          WHERE mandate_id = $1 AND recipient = $2 ORDER BY made_at, kind`,
        mandate,
        recipient,
      ),
    async kinds(mandate: string, recipient = 'organisation'): Promise<string[]> {
      return (await this.notices(mandate, recipient)).map(({ kind }) => kind);
    },
    /** What `GET` of this path answers to this one. */
    list: async (who: Claims, path: string) =>
      (await scene.expecting(200, scene.as(who).get(path))) as unknown as {
        items: Record<string, unknown>[];
        next?: string;
      },
  };
}
