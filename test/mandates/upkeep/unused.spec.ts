import type { Office } from '../scene.ts';
import { openUpkeep, type Upkeep } from './scene.ts';

let house: Upkeep;
let office: Office;
beforeAll(async () => void (house = await openUpkeep()));
beforeEach(async () => void (office = await house.office()));
afterEach(() => house.clock.backToNow());
afterAll(() => house.close());

const period = { from: '2027-03-14', until: '2031-03-14' };
const disuse = async (mandate: string, recipient?: string) =>
  (await house.notices(mandate, recipient)).filter(({ kind }) => kind.startsWith('unused'));
const state = async (mandate: string) =>
  (await house.rows('SELECT state, end_reason AS why FROM mandate WHERE id = $1', mandate))[0];

describe('A mandate that nobody uses (R19)', () => {
  it('is warned of after 23 months and ends after 24, and both sides hear of it', async () => {
    const mandate = await house.given(office, period);
    await house.scan('2029-02-13');
    expect(await disuse(mandate)).toEqual([]);
    await house.scan('2029-02-14');
    const warning = { kind: 'unused-warning', dueOn: '2029-02-14', about: '2029-03-14' };
    for (const side of ['client', 'organisation']) expect(await disuse(mandate, side)).toEqual([warning]);
    await house.scan('2029-03-13');
    expect(await state(mandate)).toEqual({ state: 'active', why: null });
    await house.scan('2029-03-14');
    await house.scan('2029-03-15');
    expect(await state(mandate)).toEqual({ state: 'ended', why: 'unused' });
    const end = { kind: 'unused-ended', dueOn: '2029-03-14', about: '2029-03-14' };
    for (const side of ['client', 'organisation'])
      expect(await disuse(mandate, side)).toEqual([warning, end]);
  });

  it('gives nothing any more from then on, claims nothing (R14), and stands in the trail and its history', async () => {
    const client = house.newBsn();
    const mandate = await house.given(office, { ...period, client: await house.world.client(client) });
    await house.scan('2029-02-14');
    await house.scan('2029-03-14');
    expect(await house.rows('SELECT claims FROM scope_line WHERE mandate_id = $1', mandate)).toEqual([
      { claims: false },
    ]);
    expect(
      await house.rows(
        `SELECT actor_kind, actor_id, outcome, details, client_id IS NOT NULL AS named FROM trail
          WHERE mandate_id = $1 AND action = 'mandate.end'`,
        mandate,
      ),
    ).toEqual([
      {
        ...{ actor_kind: 'job', actor_id: 'watch-mandates', outcome: 'permitted', named: true },
        details: { from: 'active', to: 'ended', reason: 'unused' },
      },
    ]);
    const { items } = await house.list(office.anna, `/v1/mandates/${mandate}/history`);
    expect(items.at(-1)).toMatchObject({
      move: 'end',
      by: { party: 'service' },
      from: 'active',
      to: 'ended',
    });
  });

  it('counts from the last use, and a use after the warning begins the count anew', async () => {
    const mandate = await house.given(office, period);
    await house.use(mandate, '2027-06-10');
    await house.scan('2029-05-09');
    expect(await disuse(mandate)).toEqual([]);
    await house.scan('2029-05-10');
    await house.use(mandate, '2029-06-09');
    await house.scan('2029-06-10');
    expect(await state(mandate)).toMatchObject({ state: 'active' });
    await house.scan('2031-02-27'); // it ends by itself before the next warning would
    expect((await disuse(mandate)).map(({ kind }) => kind)).toEqual(['unused-warning']);
  });

  it.each([
    ['inbox.read', true],
    ['inbox.mark', true],
    ['inbox.archive', true],
    ['inbox.download', true],
    ['inbox.list', false],
    ['inbox.take', true],
    ['inbox.handle', true],
    ['inbox.give', false],
    ['mandate.see', false],
  ])('%s is use: %s', async (action, isUse) => {
    const mandate = await house.given(office, period);
    await house.use(mandate, '2029-01-01', action);
    await house.scan('2029-02-14');
    expect((await disuse(mandate)).length).toBe(isUse ? 0 : 1);
  });

  it('is not used by what was refused', async () => {
    const mandate = await house.given(office, period);
    await house.use(mandate, '2029-01-01', 'inbox.read', 'refused');
    await house.scan('2029-02-14');
    expect((await disuse(mandate)).length).toBe(1);
  });

  it('has a month after the warning, also when nobody looked for years', async () => {
    const mandate = await house.given(office, period);
    await house.scan('2029-08-31');
    expect(await state(mandate)).toMatchObject({ state: 'active' });
    expect(await disuse(mandate)).toEqual([
      { kind: 'unused-warning', dueOn: '2029-02-14', about: '2029-09-30' },
    ]);
    await house.scan('2029-09-29');
    expect(await state(mandate)).toMatchObject({ state: 'active' });
    await house.scan('2029-09-30');
    expect(await state(mandate)).toMatchObject({ state: 'ended' });
  });

  it('counts months as people do: 29 February and the 31st', async () => {
    const leap = await house.given(office, { from: '2028-02-29', until: '2033-02-28' });
    const last = await house.given(office, { from: '2028-03-31', until: '2033-03-31' });
    await house.scan('2030-01-28');
    expect([await disuse(leap), await disuse(last)]).toEqual([[], []]);
    await house.scan('2030-01-29');
    expect(await disuse(leap)).toEqual([
      { kind: 'unused-warning', dueOn: '2030-01-29', about: '2030-02-28' },
    ]);
    await house.scan('2030-02-28');
    expect(await state(leap)).toMatchObject({ state: 'ended' });
    expect(await disuse(last)).toEqual([
      { kind: 'unused-warning', dueOn: '2030-02-28', about: '2030-03-31' },
    ]);
    await house.scan('2030-03-30T22:59:00Z'); // a minute before the day on which summer time begins
    expect(await state(last)).toMatchObject({ state: 'active' });
    await house.scan('2030-03-30T23:00:00Z');
    expect(await state(last)).toMatchObject({ state: 'ended' });
  });

  it('counts nothing before its first day, and says nothing more of one that it ends', async () => {
    const later = await house.given(office, {
      from: '2028-03-14',
      until: '2032-03-14',
      activated: '2027-03-14',
    });
    await house.scan('2029-03-14');
    expect(await disuse(later)).toEqual([]);
    const both = await house.given(office, { from: '2027-03-14', until: '2029-05-01' });
    await house.scan('2029-02-14');
    const before = await house.kinds(both);
    await house.scan('2029-03-14');
    expect(await house.kinds(both)).toEqual([...before, 'unused-ended']);
  });

  it('is left alone while it is suspended: it could not be used', async () => {
    const mandate = await house.given(office, { ...period, state: 'suspended' });
    await house.scan('2029-06-14');
    expect(await house.notices(mandate)).toEqual([]);
    expect(await state(mandate)).toMatchObject({ state: 'suspended' });
  });
});
