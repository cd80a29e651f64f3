import { Desk } from '../../src/access/desk.ts';
import type { Remark } from '../../src/audit/trail-entry.ts';
import { UnitOfWork } from '../../src/audit/unit-of-work.ts';
import { type Actor, job } from '../../src/domain/actor.ts';
import type { Question } from '../../src/domain/decision.ts';
import { bsns, kvks } from '../support/cast.ts';
import type { House } from '../support/house.ts';

/** Yasmina gave Kantoor Vermeer a mandate; Joris handles her. Gerda works at Kantoor Haven, which has none. */
export async function setScene({ world, app }: House) {
  await world.senders();
  const [yasmina, pieter] = [await world.client(bsns.yasmina), await world.client(bsns.pieter)];
  const vermeer = await world.organisation(kvks.vermeer, { name: 'Kantoor Vermeer' });
  const haven = await world.organisation(kvks.haven, { name: 'Kantoor Haven' });
  const joris = await world.employee(vermeer, 'joris');
  const gerda = await world.employee(haven, 'gerda', 'administrator');
  await world.assign(vermeer, yasmina, { employee: joris });
  const mandate = await world.mandate({ client: yasmina, organisation: vermeer, requestedBy: joris });
  const message = await world.message(yasmina);

  const employee = (id: string, organisation: string): Actor =>
    ({ kind: 'employee', employee: id, organisation, subject: 'test:x', assurance: 'substantial' }) as Actor;
  const citizen = (client: string): Actor =>
    ({ kind: 'citizen', client, means: 'digid', assurance: 'substantial' }) as Actor;
  return {
    ...{ yasmina, pieter, vermeer, haven, joris, gerda, mandate, message },
    actors: {
      joris: employee(joris, vermeer),
      gerda: employee(gerda, haven),
      yasmina: citizen(yasmina),
      pieter: citizen(pieter),
      olga: { kind: 'official', subject: 'test:olga', assurance: 'substantial' } satisfies Actor,
      offering: job('offer-mandates'),
    },
    /** A use case as any room has them: asks at the desk, and adds what it found out. Refusals are thrown. */
    act: (actor: Actor, question: unknown, remark: unknown = {}) =>
      app.get(UnitOfWork).run(actor, async (work) => {
        await app.get(Desk).demand(work, question as Question);
        work.remark(remark as Remark);
        return 'done';
      }),
  };
}

/** The scene, once set. */
export type Scene = Awaited<ReturnType<typeof setScene>>;
