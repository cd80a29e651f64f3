import { QueueWorker } from '../../../src/platform/queue.worker.ts';
import { manyBsns, oins } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';
import { openScene, type Scene } from '../scene.ts';

/** One row of a file of requests, as JSON. */
export interface Row {
  readonly bsn: string;
  readonly birthDate: string;
  readonly [field: string]: unknown;
}

/** A run as an answer holds it; a test looks at what matters to it. */
export interface Run {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly ready: number;
  readonly done: number;
  readonly refused: number;
  readonly stopReason?: string;
  readonly [member: string]: unknown;
}

/** A scene in which bulk runs are checked, confirmed and carried out when the test says so. */
export type BulkScene = Scene & ReturnType<typeof withRuns>;

/** Opens it. `turn()` carries out one task. */
export async function openBulk(env: Record<string, string> = {}): Promise<BulkScene> {
  const scene = await openScene(env);
  return Object.assign(scene, withRuns(scene));
}

function withRuns(scene: Scene) {
  const worker = scene.app.get(QueueWorker);
  const { admin } = scene.database;
  const [from, until] = [scene.world.day(1), scene.world.day(300)];

  const check = async (claims: Claims, kind: string, body: object): Promise<Run> => {
    const { status, body: answer } = await scene.as(claims).post(`/v1/bulk-runs?kind=${kind}`, body);
    if (status !== 201) throw new Error(`${status}: ${JSON.stringify(answer)}`);
    return answer as Run;
  };
  const lookAt = async (claims: Claims, { id }: { id: string }): Promise<Run> =>
    (await scene.as(claims).get(`/v1/bulk-runs/${id}`)).body as Run;
  return {
    ...{ check, lookAt, from, until },
    /** So many people of whom the register knows nothing: asking costs no letter. */
    strangers: (count: number, more: (place: number) => Record<string, unknown> = () => ({})): Row[] =>
      manyBsns(count).map((bsn, place) => ({
        ...{ bsn, birthDate: '1980-01-01', from, until, reference: `dossier ${place + 1}` },
        lines: [{ sender: oins.tax, category: 'financial', actions: ['read'] }],
        ...more(place),
      })),
    requests: (claims: Claims, rows: readonly Row[]): Promise<Run> =>
      check(claims, 'request', { requests: rows }),
    confirm: (claims: Claims, { id }: { id: string }, key?: string) =>
      scene.as(claims).post(`/v1/bulk-runs/${id}/confirmation`, undefined, key),
    /** Carries out one task that is due: a turn of a run, or what waits longer. */
    turn: () => worker.next(),
    /** Carries out turns of runs until none is due. What they ask of other tasks is forgotten. */
    async carryOut(): Promise<void> {
      const forget = () => admin.query(`DELETE FROM job WHERE kind <> 'run-bulk'`);
      for (await forget(); await worker.next();) await forget();
    },
    rows: async ({ id }: { id: string }) =>
      (
        await admin.query<{
          number: number;
          state: string;
          problem: string | null;
          mandate_id: string | null;
        }>('SELECT * FROM bulk_row WHERE run_id = $1 ORDER BY number', [id])
      ).rows,
    count: async (sql: string, values: unknown[] = []): Promise<number> =>
      Number((await admin.query<{ count: string }>(`SELECT count(*) FROM ${sql}`, values)).rows[0]?.count),
  };
}
