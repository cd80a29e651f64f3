import { startOf } from '../../src/domain/day.ts';
import { type Office, openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: Office;
let client: string;
beforeAll(async () => {
  scene = await openScene();
  client = await scene.world.client(people.yasmina.bsn as string);
});
beforeEach(async () => {
  office = await scene.office();
  await scene.world.assign(office.id, client, { employee: office.employees.joris });
});
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const reason = 'Under investigation.';
const nothing = '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11';
const mandate = async (more: Record<string, unknown> = {}) => {
  const requestedBy = office.employees.joris;
  return { id: await scene.world.mandate({ client, organisation: office.id, requestedBy, ...more }) };
};
type Who = 'client' | 'office' | 'official';
const moves: [Who, string, unknown?][] = [
  ...([
    ['client', 'consent'],
    ['client', 'refusal'],
    ['client', 'revocation'],
  ] as [Who, string][]),
  ['client', 'narrowing', { until: '2026-12-31' }],
  ['client', `scope-lines/${nothing}/end`],
  ...([
    ['office', 'withdrawal'],
    ['office', 'renunciation'],
  ] as [Who, string][]),
  ['office', 'activation', { code: 'ABCDE' }],
  ['office', 'renewal', { until: '2029-01-01' }],
  ...([
    ['official', 'suspension', { reason }],
    ['official', 'resumption', { reason }],
  ] as [Who, string, unknown][]),
  ['official', 'revocation', { receivedBy: 'desk', note: 'At the desk.' }],
];
const claims = (who: Who) => ({ client: people.yasmina, office: office.joris, official: people.olga })[who];

describe('What is over stays over (R18)', () => {
  it.each<[string, Record<string, string>]>([
    ...['declined', 'lapsed', 'withdrawn', 'revoked', 'renounced', 'expired', 'ended'].map(
      (state): [string, { state: string }] => [state, { state }],
    ),
    ['expired by the clock', { from: '2026-01-01', until: '2026-06-01' }],
    ['suspended and expired by the clock', { state: 'suspended', from: '2026-01-01', until: '2026-06-01' }],
    ['lapsed by the clock', { state: 'offered', answerBy: '2026-06-01' }],
  ])('%s: no move of any side is possible, and nothing changes', async (_, more) => {
    const over = await mandate(more);
    const before = await scene.row(over);
    for (const [who, move, body] of moves) {
      const answer = await scene.act(claims(who), over, move, body);
      expect([who, move, answer.status, answer.body.code]).toEqual([who, move, 409, 'move-not-possible']);
    }
    expect(await scene.row(over)).toEqual(before);
  });

  it.each([
    [
      'offered',
      [
        'client revocation',
        'client narrowing',
        'office renunciation',
        'office renewal',
        'official revocation',
      ],
    ],
    [
      'active',
      ['client consent', 'client refusal', 'office withdrawal', 'office activation', 'official resumption'],
    ],
    [
      'suspended',
      ['client consent', 'client refusal', 'office withdrawal', 'office activation', 'official suspension'],
    ],
  ])('%s: a move that is not in the table is refused', async (state, refused) => {
    const one = await mandate({ state });
    for (const [who, move, body] of moves.filter(([who, move]) => refused.includes(`${who} ${move}`))) {
      const answer = await scene.act(claims(who), one, move, body);
      expect([move, answer.status, answer.body.code]).toEqual([move, 409, 'move-not-possible']);
    }
    expect((await scene.row(one)).state).toBe(state);
  });
});

describe('Who stands on neither side finds nothing', () => {
  it('Another client, another office and a colleague who does not handle her get what does not exist gets', async () => {
    const [one, other] = [await mandate(), await scene.office()];
    const strangers = { client: people.pieter, office: other.joris };
    for (const [who, move, body] of moves) {
      if (who === 'official') continue;
      const missing = await scene.act(claims(who), { id: nothing }, move, body);
      const asking = [strangers[who], ...(who === 'office' ? [office.sara, other.anna] : [])];
      for (const stranger of asking) {
        const answer = await scene.act(stranger, one, move, body);
        expect([move, answer.status, { ...answer.body, instance: '' }]).toEqual([
          ...[move, 404, { ...missing.body, instance: '' }],
        ]);
      }
    }
    for (const stranger of [people.pieter, other.joris, other.anna, office.sara])
      expect((await scene.see(stranger, one)).status).toBe(404);
    expect((await scene.row(one)).state).toBe('active');
  });

  it('A side may not make the moves of another', async () => {
    const one = await mandate();
    for (const [who, move, body] of moves)
      for (const other of ['client', 'office', 'official'] as const) {
        if (who === other || move === 'revocation') continue;
        const answer = await scene.act(claims(other), one, move, body);
        expect([other, move, answer.body.code]).toEqual([other, move, 'wrong-kind-of-actor']);
      }
    expect((await scene.act(office.joris, one, 'revocation')).body.code).toBe('wrong-kind-of-actor');
  });

  it('Bob the reader sees it and makes no move', async () => {
    const one = await mandate();
    await scene.world.assign(office.id, client, { employee: office.employees.bob });
    expect((await scene.see(office.bob, one)).status).toBe(200);
    for (const [who, move, body] of moves)
      if (who === 'office')
        expect((await scene.act(office.bob, one, move, body)).body.code).toBe('role-too-small');
  });
});

describe('The clock alone ends it, at midnight in Amsterdam', () => {
  const minute = (day: string, after: number) =>
    scene.clock.moveToInstant(new Date(startOf(day as never).getTime() + after * 60_000).toISOString());
  const read = async () => {
    const { body } = await scene.as(office.joris).get(`/v1/messages?client=${client}`);
    return body.code ?? 'reads';
  };
  const inList = async (state: string) =>
    (await scene.as(office.joris).get(`/v1/mandates?state=${state}`)).body.items.length;

  it.each([
    ['in winter', '2028-01-01'],
    ['in summer', '2027-07-01'],
    ['on the day after the clocks went forward', '2027-03-29'],
    ['on the day after they went back', '2027-11-01'],
  ])('Expiry %s: a minute before it gives everything, then nothing (R17)', async (_, until) => {
    const one = await mandate({ from: '2026-11-01', until });
    const seen = async () => (await scene.see(office.joris, one)).body.state as string;
    minute(until, -1);
    expect([await seen(), await inList('active'), await inList('expired'), await read()]).toEqual([
      ...['active', 1, 0, 'reads'],
    ]);
    minute(until, 0);
    expect([await seen(), await inList('active'), await inList('expired'), await read()]).toEqual([
      ...['expired', 0, 1, 'mandate-expired'],
    ]);
    expect((await scene.act(people.yasmina, one, 'revocation')).body.state).toBe('expired');
    expect((await scene.row(one)).state).toBe('active'); // nothing was written: it follows
  });

  it('A lapse: a minute before she may still consent, then not', async () => {
    const answerBy = '2027-07-01';
    const [one, other] = [
      await mandate({ state: 'offered', answerBy }),
      await mandate({ state: 'offered', answerBy, lines: [{ category: 'care' }] }),
    ];
    minute(answerBy, 0);
    expect(await inList('lapsed')).toBe(2);
    expect((await scene.act(people.yasmina, one, 'consent')).body).toMatchObject({
      status: 409,
      state: 'lapsed',
    });
    minute(answerBy, -1);
    expect(await inList('requested')).toBe(2);
    expect((await scene.act(people.yasmina, other, 'consent')).body.state).toBe('active');
  });

  it('It starts at midnight too', async () => {
    await mandate({ from: '2027-07-01', until: '2028-01-01' });
    minute('2027-07-01', -1);
    expect(await read()).toBe('not-yet-started');
    minute('2027-07-01', 0);
    expect(await read()).toBe('reads');
  });
});
