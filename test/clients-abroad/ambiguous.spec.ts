import type { Response } from 'supertest';
import { newTraceId } from '../../src/platform/ids.ts';
import { european, oins } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
let office: string;
beforeAll(async () => {
  scene = await openScene();
  office = await scene.world.organisation('90001234');
});
afterAll(() => scene.close());

/** Nobody knows the one; of the other the registers know two who may be her. As many letters in every name. */
const nobody = european('ES/NL/carlos-gar-1', ['M. Carlos', 'Garzón Ruiz'], '1950-06-15');
const either = european('ES/NL/carmen-gar-1', ['M. Carmen', 'García Ruiz'], '1950-06-15');

/** An answer without what differs between any two answers: ids, instants and traces become their form. */
function shapeOf({ status, headers, text }: Response) {
  const { date: _date, ...others } = headers as Record<string, string>;
  const plain = text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/M\. (Carlos Garzón|Carmen García) Ruiz/g, '<name>')
    .replace(/[0-9a-f]{32}/g, '<trace>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<instant>');
  // Tasks are done in no fixed order, and so are their lines in the record.
  const pieces = plain.split(/(?=\{"id":"<id>")/).toSorted();
  return { status, headers: others, length: text.length, pieces };
}

/** Everything that one can ask about oneself, in order. */
async function everythingOf(who: Claims) {
  const asks = scene.as(who);
  const trace = () => `00-${newTraceId()}-00f067aa0ba902b7-01`;
  const line = { sender: oins.tax, category: 'financial', actions: ['read'] };
  const day = scene.world.day;
  const answers = [
    await asks.get('/v1/me').set('traceparent', trace()),
    await asks.get('/v1/clients-abroad/account').set('traceparent', trace()),
    await asks.get('/v1/me/preferences').set('traceparent', trace()),
    await asks.get('/v1/messages').set('traceparent', trace()),
    await asks.get('/v1/mandates').set('traceparent', trace()),
    await asks.get('/v1/notices').set('traceparent', trace()),
    await asks.get('/v1/trail-entries?own=true').set('traceparent', trace()),
    await asks.post('/v1/clients-abroad/account/link', { confirmed: true }).set('traceparent', trace()),
    await asks.post('/v1/clients-abroad/account', scene.wish).set('traceparent', trace()),
    await asks
      .post('/v1/mandates', { organisation: office, lines: [line], from: day(0), until: day(90) })
      .set('traceparent', trace()),
  ];
  return answers.map(shapeOf);
}

const pair = async <Seen>(see: (who: Claims) => Promise<Seen>): Promise<[Seen, Seen]> => [
  await see(nobody),
  await see(either),
];

describe('An ambiguous match leaks nothing: all that is seen is what is seen without any match', () => {
  it('Before, the answer to the request, and while the source is not heard: status, headers, length and words', async () => {
    const repair = scene.replaceSource(() => Promise.reject(new Error('not yet')));
    for (const step of [everythingOf, async (who: Claims) => shapeOf(await scene.ask(who)), everythingOf]) {
      const [one, other] = await pair<unknown>(step);
      expect(other).toEqual(one);
    }
    repair();
    await scene.hurry();
  });

  it('After it was heard, and an official has something to find out', async () => {
    await scene.tasks();
    expect(
      await scene.rows(`SELECT outcome, state FROM identity_case WHERE kind = 'account' ORDER BY 1`),
    ).toEqual([
      { outcome: 'ambiguous', state: 'waiting' },
      { outcome: 'no-match', state: 'granted' },
    ]);
    for (let round = 0; round < 2; round++) {
      const [one, other] = await pair(everythingOf);
      expect(other).toEqual(one);
      await scene.tasks(); // what was asked again, was answered again
    }
  });

  it('While an official looks at it: her own record tells of nobody who looked', async () => {
    const [waiting] = await scene.cases('account');
    await scene.see(waiting?.id ?? '');
    const [one, other] = await pair(everythingOf);
    expect(other).toEqual(one);
  });

  it('The two whom she may be learn nothing either', async () => {
    for (const bsn of ['999990081', '999990093']) {
      const client = await scene.world.client(bsn);
      expect(await scene.rows('SELECT FROM trail WHERE client_id = $1', client)).toEqual([]);
    }
  });

  it('And in the same time: neither answer waits for the source', async () => {
    const [quick, slow] = [
      european('ES/NL/q', ['A', 'Quick'], '1950-01-01'),
      european('ES/NL/s', ['A', 'Slow'], '1950-01-01'),
    ];
    const repair = scene.replaceSource(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return { outcome: 'no-match' };
    });
    const began = performance.now();
    for (const who of [quick, slow]) await scene.ask(who);
    expect(performance.now() - began).toBeLessThan(1_500);
    await scene.tasks();
    repair();
  });
});

describe('An official decides who it is', () => {
  it('He sees what was said, and those who may be the one; it is nobody else’s to see', async () => {
    const [waiting] = await scene.cases('account');
    const seen = await scene.see(waiting?.id ?? '');
    expect(seen).toMatchObject({
      ...{ kind: 'account', state: 'waiting', origin: 'sign-in', outcome: 'ambiguous', country: 'ES' },
      person: { givenNames: 'M. Carmen', familyName: 'García Ruiz', birthDate: '1950-06-15' },
    });
    const candidates = seen.candidates as Record<string, unknown>[];
    expect(candidates.map(({ name }) => name).toSorted()).toEqual([
      'Carmen García Ruiz',
      'María García Ruiz',
    ]);
    expect(candidates).toMatchObject([{ hasCitizenServiceNumber: true }, { hasCitizenServiceNumber: true }]);
    expect(JSON.stringify(seen)).not.toMatch(/99999008|99999009/);
    for (const who of [either, people.yasmina, people.tax])
      expect((await scene.as(who).get(`/v1/identity-cases/${waiting?.id}`)).status).toBe(403);
  });

  it('Only one of those who were found can be named, and a reason is given', async () => {
    const [waiting] = await scene.cases('account');
    const stranger = await scene.world.client('999990019');
    for (const body of [{ decision: 'grant' }, { decision: 'grant', client: stranger }]) {
      const { status, body: problem } = await scene.decide(waiting?.id ?? '', body);
      expect([status, problem.code]).toEqual([409, 'move-not-possible']);
    }
    const silent = await scene.decide(waiting?.id ?? '', { decision: 'refuse', reason: ' ' });
    expect(silent.status).toBe(400);
  });

  it('When he finds her, her account is that of her BSN, with the mandate that she gave meanwhile', async () => {
    const [waiting] = await scene.cases('account');
    const carmen = await scene.world.client('999990081');
    await scene.world.message(carmen, { subject: 'Your pension' });
    const reason = 'Passport number agrees with the register.';
    await scene.asked(200, scene.decide(waiting?.id ?? '', { decision: 'grant', client: carmen, reason }));
    expect(await scene.me(either)).toMatchObject({ kind: 'citizen', client: carmen });
    expect((await scene.account(either)).body).toMatchObject({ citizenServiceNumber: 'linked' });
    expect((await scene.as(either).get('/v1/mandates')).body.items).toHaveLength(1);
    expect((await scene.as(either).get('/v1/messages')).body.items).toHaveLength(1);
    const [line] = await scene.rows(
      `SELECT details FROM trail WHERE action = 'identity-case.decide' AND outcome = 'permitted'`,
    );
    expect(line).toEqual({ details: { kind: 'account', decision: 'propose', reason } });
  });

  it('When she is neither of them, she hears nothing and keeps her account', async () => {
    const third = european('ES/NL/carmela-1', ['Carmela', 'García Ruiz'], '1950-06-15');
    await scene.opened(third);
    const before = shapeOf(await scene.account(third));
    const [waiting] = await scene.cases('account');
    await scene.asked(200, scene.decide(waiting?.id ?? '', { decision: 'refuse' }));
    expect(shapeOf(await scene.account(third))).toEqual(before);
    const { body } = await scene.as(third).get('/v1/trail-entries?own=true');
    expect(body.items.map(({ action }: { action: string }) => action)).not.toContain('identity-case.decide');
    expect((await scene.decide(waiting?.id ?? '', { decision: 'refuse' })).body.code).toBe(
      'move-not-possible',
    );
  });

  it('The dead are nobody’s account: a match with one who died is looked at, and not granted (R30)', async () => {
    const { bsn, person } = { bsn: '999990044', person: { name: 'Willem Jansen', birthDate: '1941-02-28' } };
    const repair = scene.replaceSource(() =>
      Promise.resolve({
        outcome: 'match',
        found: {
          bsn,
          person: { ...person, diedOn: '2026-01-01', address: [], abroad: true, language: 'nl' },
        },
      } as never),
    );
    const who = european('DE/NL/willem', ['Willem', 'Jansen'], '1941-02-28');
    const client = await scene.opened(who);
    repair();
    const willem = await scene.world.client(bsn);
    expect(client).not.toBe(willem);
    const waiting = (await scene.cases('account')).find((each) => each.client === client);
    const { status, body } = await scene.decide(waiting?.id ?? '', { decision: 'grant', client: willem });
    expect([status, body.code]).toEqual([409, 'move-not-possible']);
  });
});
