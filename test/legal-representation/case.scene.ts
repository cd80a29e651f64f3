import { cast, openScene, type Scene } from './scene.ts';

/** A report that waits, as officials see it. */
export interface WaitingReport {
  readonly id: string;
  readonly eventId: string;
  readonly why: string;
}

let events = 0;

/** A scene in February 2027 in which the judiciary's register tells of one case, with a letter of 2025 to Pieter. */
export async function openCase(caseNumber: string) {
  const scene: Scene = await openScene({ COURT_REGISTER_OIN: cast.register.oin });
  scene.clock.moveTo('2027-02-01');
  const message = await scene.world.message(scene.pieter, { delivered_at: new Date('2025-01-01T12:00:00Z') });
  return Object.assign(scene, {
    message,
    /** The register tells it, and what follows is done. */
    async told(kind: string, on: string, more: object = {}) {
      await scene.report({ eventId: `evt-${++events}`, caseNumber, kind, on, ...more });
      await scene.tasks();
    },
    /** What waits for officials. */
    async waitingReports() {
      const { body } = await scene.as(cast.olga).get('/v1/court-register-reports?outcome=waits');
      return (body as { items: WaitingReport[] }).items;
    },
    later: (day: string) => scene.clock.moveToInstant(`${day}T08:00:00Z`),
  });
}

/** The same, with what it holds. */
export type CaseScene = Awaited<ReturnType<typeof openCase>>;
