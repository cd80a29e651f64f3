import { PersonRegister } from '../../src/clients/person-register.port.ts';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { Bsn } from '../../src/domain/identifiers.ts';
import { klaus, oins, openPapers, type PaperScene, people, said } from './paper.scene.ts';

let scene: PaperScene;
let office: Awaited<ReturnType<PaperScene['office']>>;
beforeAll(async () => void (scene = await openPapers()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const enter = (more: Record<string, unknown>) => scene.enter(scene.signed(office.kvk, more));

describe('Who can give something, and to whom', () => {
  it('Not to an office that is suspended, or not recognised: at the door, and when it happens meanwhile', async () => {
    const { id } = await scene.paper(office.kvk);
    for (const standing of ['suspended', 'registered']) {
      await scene.rows('UPDATE organisation SET standing = $2 WHERE id = $1', office.id, standing);
      expect(said(await enter({}))).toEqual([403, 'representative-may-not-act']);
      expect(await scene.confirm(id)).toEqual([403, 'representative-may-not-act']);
    }
  });

  it('Nobody authorises himself', async () => {
    const person = await scene.world.client(klaus.bsn);
    const himself = await scene.world.organisation('90009002', {
      kvk: null,
      kind: 'individual',
      person,
      name: 'Klaus',
    });
    const { kvk: _, ...wish } = scene.signed(office.kvk, { organisation: himself });
    expect(said(await scene.enter(wish))).toEqual([403, 'represents-himself']);
  });

  it('Not for who is under curatele; under bewind not about money (R26, R27)', async () => {
    const { id, client } = await scene.paper(office.kvk);
    const guardian = await scene.office();
    const measure = await scene.world.mandate({
      client: client.id,
      organisation: guardian.id,
      ground: 'bewind',
    });
    expect(await scene.confirm(id)).toEqual([403, 'client-under-guardianship']);
    expect(await scene.obstacles(id)).toEqual(['client-under-guardianship']);
    const care = await scene.paper(office.kvk, {
      lines: [{ sender: oins.svb, category: 'care', actions: ['read'] }],
    });
    expect(await scene.confirm(care.id)).toEqual([200, undefined]);
    await scene.rows(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'lifted' WHERE id = $1`,
      measure,
    );
    const curatele = await scene.world.mandate({
      client: client.id,
      organisation: guardian.id,
      ground: 'curatele',
    });
    expect(
      said(await enter({ lines: [{ sender: oins.town, category: 'other', actions: ['read'] }] })),
    ).toEqual([403, 'client-under-guardianship']);
    await scene.rows(
      `UPDATE mandate SET state = 'ended', ended_at = now(), end_reason = 'lifted' WHERE id = $1`,
      curatele,
    );
  });

  it('Not of who died, as the register says now or as it was told since (R30)', async () => {
    const { id } = await scene.paper(office.kvk);
    const client = await scene.world.client(klaus.bsn);
    await scene.rows('UPDATE client SET died_on = $2 WHERE id = $1', client, scene.today());
    expect(await scene.confirm(id)).toEqual([403, 'client-died']);
    expect(said(await enter({}))).toEqual([403, 'client-died']);
    await scene.rows('UPDATE client SET died_on = NULL WHERE id = $1', client);

    const register = scene.app.get(PersonRegister);
    const known = await register.find(klaus.bsn as Bsn);
    register.find = () => Promise.resolve(known && { ...known, diedOn: '2026-01-01' as Day });
    const late = await scene.paper((await scene.office()).kvk);
    delete (register as Partial<PersonRegister>).find;
    expect(await scene.confirm(late.id)).toEqual([409, 'person-not-confirmed']);
  });

  it.each([
    ['somebody whom the register does not know', { bsn: '999990111', birthDate: '1960-01-01' }],
    ['a date of birth that is another’s (R3)', { birthDate: '1955-03-15' }],
  ])('Not of %s', async (_, more) => {
    const { id } = await scene.paper(office.kvk, more);
    expect(await scene.confirm(id)).toEqual([409, 'person-not-confirmed']);
    expect(await scene.obstacles(id)).toContain('person-not-confirmed');
  });

  it('Not while the register does not answer; it is asked again', async () => {
    const register = scene.app.get(PersonRegister);
    register.find = () => Promise.reject(new Error('no answer'));
    const { id } = await scene.paper(office.kvk);
    const { body } = await scene.settle(id, 'confirmation');
    expect(body).toMatchObject({
      ...{ status: 409, code: 'person-not-confirmed', detail: expect.stringContaining('has yet to answer') },
    });
    delete (register as Partial<PersonRegister>).find;
    await scene.hurry();
    await scene.tasks();
    expect(await scene.confirm(id)).toEqual([200, undefined]);
  });

  it('Not of who lives in the Netherlands: he has other ways', async () => {
    const { id } = await scene.paper(office.kvk, { bsn: people.yasmina.bsn, birthDate: '1984-05-17' });
    expect(await scene.confirm(id)).toEqual([403, 'client-not-abroad']);
  });

  it('Of who has no citizen service number by what is kept of him; a letter needs an address', async () => {
    const opened = await scene.opened(people.elise);
    const elise = { bsn: undefined, client: opened, birthDate: '1961-07-21' };
    const { id } = await scene.paper(office.kvk, elise);
    const { body } = await scene.settle(id, 'confirmation');
    expect([body.code, body.detail]).toEqual([
      'person-not-confirmed',
      expect.stringContaining('No address of this client is known'),
    ]);
    expect((await scene.as(people.olga).get(`/v1/paper-mandates/${id}`)).body).toMatchObject({
      person: 'no-address',
    });
  });

  it('Not after its last day, when it waited so long', async () => {
    const { id } = await scene.paper(office.kvk, { until: addDays(scene.today(), 2) });
    scene.clock.moveTo(addDays(scene.today(), 2));
    const { obstacles } = await scene.preview(id);
    expect(obstacles).toMatchObject([
      {
        code: 'move-not-possible',
        words: { nl: expect.stringMatching(/laatste dag van dit papier is voorbij/) },
      },
    ]);
    const { body } = await scene.settle(id, 'confirmation');
    expect(body).toMatchObject({
      status: 409,
      code: 'move-not-possible',
      detail: expect.stringMatching(/last day/),
    });
    scene.clock.backToNow();
  });
});
