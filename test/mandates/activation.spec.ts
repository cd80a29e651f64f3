import { hashOfCode } from '../../src/mandates/activation.service.ts';
import { type Answered, type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene({ WRONG_CODES_PER_HOUR: '100000' })));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const wrong = 'ABCDE-FGHJK-MNPQR-STWXY';
const stranger = { bsn: '999991772', birthDate: '1990-01-01' };
const enter = (mandate: { id: string }, code: string, who = office.joris, key?: string) =>
  scene.act(who, mandate, 'activation', { code }, key);
const guess = async (mandate: Answered, times: number) => {
  const answers = [];
  for (let time = 0; time < times; time++) answers.push(await enter(mandate, wrong));
  return answers;
};

describe('The code from the letter is consent (R9, R10)', () => {
  it('It opens the mandate once, for the office that the client gave it to', async () => {
    const offered = await scene.offered(office.joris);
    const code = await scene.code(offered);
    const { status, body } = await enter(offered, code);
    expect([status, body.state, body.client.name]).toEqual([200, 'active', 'Yasmina el Amrani']);
    expect((await scene.see(people.yasmina, offered)).body.state).toBe('active');
    const again = await enter(offered, code, office.anna); // to Joris, who does not handle her, it is gone (R33)
    expect([again.status, again.body.code]).toEqual([409, 'move-not-possible']);
    expect((await scene.row(offered)).code_hash).toBeNull();
  });

  it('A repeat with the same key has the same answer', async () => {
    const offered = await scene.offered(office.joris);
    const code = await scene.code(offered);
    const first = await enter(offered, code, office.joris, 'key');
    const again = await enter(offered, code, office.joris, 'key');
    expect([again.status, again.text]).toEqual([200, first.text]);
  });

  it('Only a hash is kept, bound to the mandate and the office; the code stands nowhere', async () => {
    const offered = await scene.offered(office.joris);
    const code = await scene.code(offered);
    expect((await scene.row(offered)).code_hash).toBe(
      hashOfCode(code, offered.id as never, office.id as never),
    );
    const [bare, other] = [code.replaceAll('-', ''), (await scene.office()).id];
    expect(hashOfCode(code, offered.id as never, other as never)).not.toBe(
      (await scene.row(offered)).code_hash,
    );
    for (const table of ['mandate', 'letter', 'trail', 'answer', 'job']) {
      const { rows } = await scene.database.admin.query(`SELECT * FROM ${table}`);
      const kept = JSON.stringify(rows);
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(bare);
    }
  });

  it('A code for one mandate opens no other, not of the same office either', async () => {
    const first = await scene.offered(office.joris);
    const second = await scene.offered(office.joris, {
      lines: [{ sender: people.svb.oin, category: 'care', actions: ['read'] }],
    });
    const { body } = await enter(second, await scene.code(first));
    expect(body).toMatchObject({ status: 409, code: 'wrong-code', triesLeft: 4 });
  });

  it.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['with spaces for hyphens', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['in one piece', (code: string) => code.replaceAll('-', '')],
  ])('It may be typed %s', async (_, typed) => {
    const offered = await scene.offered(office.joris);
    expect((await enter(offered, typed(await scene.code(offered)))).status).toBe(200);
  });

  it('A reader enters no code, another office finds no request, and a client has his own way', async () => {
    const offered = await scene.offered(office.joris);
    const code = await scene.code(offered);
    expect((await enter(offered, code, office.bob)).body.code).toBe('role-too-small');
    expect((await enter(offered, code, (await scene.office()).joris)).status).toBe(404);
    expect((await enter(offered, code, people.yasmina)).body.code).toBe('wrong-kind-of-actor');
    expect((await enter(offered, code)).status).toBe(200);
  });

  it('An office that was suspended meanwhile activates nothing', async () => {
    const offered = await scene.offered(office.joris);
    await scene.database.admin.query(`UPDATE organisation SET standing = 'suspended' WHERE id = $1`, [
      office.id,
    ]);
    expect((await enter(offered, await scene.code(offered))).body.code).toBe('organisation-suspended');
  });
});

describe('Five wrong codes lock (R10)', () => {
  it('Each is counted and says how many tries are left; after the fifth the right one is refused too', async () => {
    const offered = await scene.offered(office.joris);
    const answers = await guess(offered, 5);
    expect(answers.map(({ status, body }) => [status, body.code, body.triesLeft])).toEqual(
      [4, 3, 2, 1, 0].map((left) => [409, 'wrong-code', left]),
    );
    const { body } = await enter(offered, await scene.code(offered));
    expect(body).toMatchObject({ status: 409, code: 'move-not-possible', state: 'lapsed' });
    expect(await scene.row(offered)).toMatchObject({ state: 'lapsed', wrong_codes: 5 });
    expect((await scene.act(people.yasmina, offered, 'consent')).body.code).toBe('move-not-possible');
    await scene.ask(office.joris); // its claim is free again (R14)
  });

  it('Four wrong ones leave the right one its chance, and stay counted when colleagues take turns', async () => {
    const offered = await scene.offered(office.joris);
    await guess(offered, 3);
    expect((await enter(offered, wrong, office.anna)).body.triesLeft).toBe(1);
    expect((await enter(offered, await scene.code(offered))).status).toBe(200);
  });

  it('Twenty guesses at once count as five', async () => {
    const offered = await scene.offered(office.joris);
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(offered, wrong)));
    const left = answers.flatMap(({ body }) => (body.code === 'wrong-code' ? [body.triesLeft] : []));
    expect(left.toSorted()).toEqual([0, 1, 2, 3, 4]);
    expect(await scene.row(offered)).toMatchObject({ state: 'lapsed', wrong_codes: 5 });
  });

  it('The answers for a request that was never offered are exactly alike (R3)', async () => {
    const mandates = [await scene.offered(office.joris), await scene.offered(office.joris, stranger)];
    const seen = [];
    for (const mandate of mandates) {
      const answers = await guess(mandate, 7);
      const shown = (await scene.see(office.joris, mandate)).body;
      const { body } = await scene.as(office.joris).get(`/v1/mandates/${mandate.id}/history`);
      seen.push({
        answers: answers.map(({ body: answer, status }) => [status, { ...answer, instance: '' }]),
        shown: [shown.state, shown.endReason, typeof shown.endedAt, shown.client.name],
        moves: body.items.map(({ move, from, to }: Record<string, unknown>) => [move, from, to]),
      });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.shown[0]).toBe('lapsed');
  });
});

describe('Of concurrent activations exactly one succeeds (R12)', () => {
  it.each([
    ['consent and code', ['consent', 'code']],
    ['the code twice', ['code', 'code']],
    ['consent twice', ['consent', 'consent']],
    ['consent and a refusal', ['consent', 'refusal']],
    ['the code and a withdrawal', ['code', 'withdrawal']],
  ])('%s', async (_, ways) => {
    for (let round = 0; round < 4; round++) {
      office = await scene.office();
      const offered = await scene.offered(office.joris);
      await scene.world.assign(office.id, await scene.clientOf(offered), {
        employee: office.employees.joris,
      });
      const code = await scene.code(offered);
      const answers = await Promise.all(
        ways.map((way) =>
          way === 'code'
            ? enter(offered, code)
            : scene.act(way === 'withdrawal' ? office.joris : people.yasmina, offered, way),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('move-not-possible');
      const changes = (await scene.trail(offered)).filter(({ details }) => {
        const { from } = details as { from?: string };
        return from === 'offered';
      });
      expect(changes).toHaveLength(1);
    }
  });
});
