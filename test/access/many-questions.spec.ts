import { Desk } from '../../src/access/desk.ts';
import { UnitOfWork } from '../../src/audit/unit-of-work.ts';
import type { Employee } from '../../src/domain/actor.ts';
import type { MandateId } from '../../src/domain/ids.ts';
import { newTraceId } from '../../src/platform/ids.ts';
import { bsns } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.world.senders();
});
afterAll(() => house.close());

it('Many questions at once get each its own answer and its own line, also those that are asked twice', async () => {
  const { world } = house;
  const [vermeer, haven] = [await world.organisation('91000001'), await world.organisation('91000002')];
  const joris = await world.employee(vermeer, 'joris');
  const [yasmina, pieter] = [await world.client(bsns.yasmina), await world.client(bsns.pieter)];
  await world.assign(vermeer, yasmina, { employee: joris });
  const own = (await world.mandate({ client: yasmina, organisation: vermeer })) as MandateId;
  const foreign = (await world.mandate({ client: pieter, organisation: haven })) as MandateId;

  const asked = [own, foreign, own, foreign, own];
  const actor = {
    ...{ kind: 'employee', employee: joris, organisation: vermeer, subject: 'test:joris' },
    ...{ assurance: 'substantial', trace: newTraceId() },
  } as unknown as Employee;
  const answers = await house.app.get(UnitOfWork).run(actor, async (work) => {
    const questions = asked.map((mandate) => ({ action: 'mandate.renounce', mandate }) as const);
    return house.app.get(Desk).demandEach(work, questions);
  });
  expect(answers.map(({ refused }) => refused?.reason)).toEqual([
    ...[undefined, 'not-a-party', undefined, 'not-a-party', undefined],
  ]);
  const { rows } = await house.database.admin.query(
    'SELECT object_id, outcome FROM trail WHERE id = ANY ($1) ORDER BY array_position($1, id)',
    [answers.map(({ line }) => line)],
  );
  expect(rows).toEqual(
    asked.map((mandate) => ({ object_id: mandate, outcome: mandate === own ? 'permitted' : 'refused' })),
  );
});
