import { kvks } from '../support/cast.ts';
import { nothing } from '../inbox/scene.ts';
import { type Decision, type Decisions, oins, openDecisions } from './scene.ts';

let scene: Decisions;
let mandate: string;
/** Pieter's mandate for Vermeer; a test says who handles him. */
beforeEach(async () => {
  scene = await openDecisions();
  const { world, database } = scene.house;
  await database.admin.query('DELETE FROM assignment WHERE client_id = $1', [scene.pieter]);
  mandate = await world.mandate({
    ...{ client: scene.pieter, organisation: scene.vermeer },
    lines: [{ sender: oins.tax, category: 'financial', actions: ['read', 'archive'] }],
  });
});
afterEach(() => scene.house.close());

const words = ['read', 'archive', 'reply'];
const person = async (name: string) => {
  const { rows } = await scene.house.database.admin.query<{ id: string }>(
    'SELECT id FROM employee WHERE organisation_id = $1 AND name = $2',
    [scene.vermeer, name],
  );
  return rows[0]?.id ?? '';
};
const handled = async (name: string) =>
  scene.house.world.assign(scene.vermeer, scene.pieter, { employee: await person(name) });

/** What the office may, and what somebody of it who is found by a search may: each has to be the other. */
async function may(resource: object, asked: readonly string[], day?: number): Promise<string[]> {
  const found: string[] = [];
  const time = day === undefined ? undefined : `${scene.house.world.day(day)}T10:00:00Z`;
  for (const name of asked) {
    const about = { action: { name }, resource, context: { assurance: 'substantial', time } };
    const { decision } = await scene.ask({
      ...{ subject: { type: 'organisation', id: scene.vermeer }, ...about },
    });
    const { body } = await scene.post(
      'search/subject',
      scene.question({ subject: { type: 'employee' }, ...about }),
    );
    expect([name, (body as { results: unknown[] }).results.length > 0]).toEqual([name, decision]);
    if (decision) found.push(name);
  }
  return found;
}
const inbox = () => ({ ...scene.inbox(), id: scene.pieter });
/** Who stands in for Bob from one day until another. */
const forBob = async (substitute: string, from: number, until: number) => {
  const { database, world } = scene.house;
  await database.admin.query(
    `INSERT INTO cover (id, organisation_id, absent, substitute, from_day, until_day, since, arranged_by)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), $2)`,
    [scene.vermeer, await person('bob'), substitute, world.day(from), world.day(until)],
  );
};
const office = () => ({ type: 'organisation', id: scene.vermeer });

describe('Whether an office may is whether somebody in it may (R33)', () => {
  it('Bob alone handles him and is a reader: they read, and nobody there archives', async () => {
    await handled('bob');
    expect(await may(inbox(), words)).toEqual(['read']);
    expect(
      await scene.ask({
        ...{ subject: { type: 'organisation', id: scene.vermeer }, action: { name: 'archive' } },
        resource: inbox(),
      }),
    ).toMatchObject({ decision: false, context: { reason: 'role-too-small', remedy: 'ask-administrator' } });
    // His mandates are for the administrators as well.
    expect(await may({ type: 'mandate', id: mandate }, ['see', 'renounce', 'revoke'])).toEqual([
      ...['see', 'renounce'],
    ]);
  });

  it('Joris handles him, or stands in for Bob who does: they archive', async () => {
    await handled('joris');
    expect(await may(inbox(), words)).toEqual(['read', 'archive']);
    await scene.house.database.admin.query('DELETE FROM assignment WHERE client_id = $1', [scene.pieter]);
    await handled('bob');
    await forBob(scene.jorisId, 0, 3);
    expect(await may(inbox(), words)).toEqual(['read', 'archive']);
  });

  it('nobody handles him, so Anna may; when she left as well nobody is there', async () => {
    expect(await may(inbox(), words)).toEqual(['read', 'archive']);
    await scene.house.database.admin.query(
      'UPDATE employee SET ended_at = now() WHERE organisation_id = $1',
      [scene.vermeer],
    );
    expect(await may(inbox(), words)).toEqual([]);
    expect(await may({ type: 'mandate', id: mandate }, ['see', 'renounce'])).toEqual([]);
    // That is said of the office, the same for a client whom nobody knows.
    const [of, ofNobody] = [inbox(), { ...inbox(), id: nothing }];
    const told = await scene.ask({ subject: office(), resource: of });
    expect(told).toEqual({
      decision: false,
      context: {
        reason: 'nobody-in-office',
        reason_user: {
          en: 'Nobody works for this office now who may do this.',
          nl: 'Er werkt nu niemand voor dit kantoor die dit mag.',
        },
      },
    });
    expect(await scene.ask({ subject: office(), resource: ofNobody })).toEqual(told);
  });
});

describe('Of a moment to come an office may what somebody who works there now may by then (R33)', () => {
  it('Joris stands in for Bob until day 3, and again until day 6: afterwards only Bob is left, who reads', async () => {
    await handled('bob');
    await forBob(scene.jorisId, 0, 3);
    expect(await may(inbox(), words, 2)).toEqual(['read', 'archive']);
    expect(await may(inbox(), words, 4)).toEqual(['read']);
    await forBob(scene.jorisId, 3, 6);
    expect(await may(inbox(), words, 4)).toEqual(['read', 'archive']);
    expect(await may(inbox(), words, 10)).toEqual(['read']);
    expect(await may({ type: 'mandate', id: mandate }, ['see', 'renounce'], 10)).toEqual(['see', 'renounce']);
  });

  it('everybody has his last day before it: nobody is there', async () => {
    await handled('joris');
    const { database, world } = scene.house;
    await database.admin.query('UPDATE employee SET until_day = $1', [world.day(5)]);
    expect(await may(inbox(), words, 4)).toEqual(['read', 'archive']);
    expect(await may(inbox(), words, 20)).toEqual([]);
    expect(await may({ type: 'mandate', id: mandate }, ['see'], 20)).toEqual([]);
    const context = { assurance: 'substantial', time: `${world.day(20)}T10:00:00Z` };
    expect((await scene.ask({ subject: office(), resource: inbox(), context })).context).toEqual({
      reason: 'nobody-in-office',
      reason_user: {
        en: 'This is allowed now. Those in this office who may do it today are not there any more at that moment.',
        nl: 'Nu mag dit. De mensen in dit kantoor die dit nu mogen, zijn er op dat moment niet meer.',
      },
    });
  });

  it('Anna may while nobody handles him, and no longer when Sam begins, who is assigned', async () => {
    const { database, world } = scene.house;
    const sam = await world.employee(scene.vermeer, 'sam');
    await database.admin.query('UPDATE employee SET from_day = $2, until_day = $3 WHERE id = $1', [
      ...[sam, world.day(3), world.day(6)],
    ]);
    await world.assign(scene.vermeer, scene.pieter, { employee: sam });
    const anna = { type: 'employee', id: await person('anna') };
    for (const subject of [anna, office()])
      for (const [day, decision] of [[2, true] as const, [4, false] as const, [7, true] as const]) {
        const context = { assurance: 'substantial', time: `${world.day(day)}T10:00:00Z` };
        const answer = await scene.ask({ subject, resource: inbox(), context });
        expect([subject, day, answer.decision]).toEqual([subject, day, decision]);
      }
    expect(await may(inbox(), words, 2)).toEqual(['read', 'archive']);
    expect(await may(inbox(), words, 4)).toEqual([]);
  });
});

describe('An employee of whom is said where he works', () => {
  it('works there, or is nobody', async () => {
    const { body } = await scene.post('evaluations', {
      ...scene.question(),
      evaluations: [kvks.vermeer, kvks.haven, 'Vermeer', 7, undefined].map((kvk) => ({
        subject: { ...scene.joris, properties: { kvk } },
      })),
    });
    const { evaluations } = body as { evaluations: Decision[] };
    expect(evaluations.map(({ decision }) => decision)).toEqual([true, false, false, false, true]);
    expect(evaluations[1]).toEqual({
      decision: false,
      context: expect.objectContaining({ reason: 'does-not-exist' }) as object,
    });
  });
});
