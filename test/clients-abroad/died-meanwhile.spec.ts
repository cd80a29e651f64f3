import { accountHolder, european, oins } from '../support/cast.ts';
import { openScene, people, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({ LIFE_EVENT_SOURCES: oins.system });
});
afterAll(() => scene.close());

const forms = {
  klaus: { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14', bsn: '999990056' },
  carmen: { givenNames: 'Carmen', familyName: 'García Ruiz', birthDate: '1950-06-15', bsn: '999990081' },
  maria: { givenNames: 'María', familyName: 'García Ruiz', birthDate: '1950-06-15', bsn: '999990093' },
};
let events = 0;
const told = (bsn: string, kind: string, more: Record<string, unknown> = {}) =>
  scene.asked(
    204,
    scene.as(people.system).post('/v1/life-events', {
      ...{ eventId: `event-${++events}`, bsn, kind, effectiveOn: scene.world.day(0), ...more },
    }),
  );
const cameBack = (bsn: string) =>
  told(bsn, 'return', { effectiveOn: scene.world.day(-1), address: ['Dam 1', '1012 AB Amsterdam'] });
/** Two officials granted a letter, and it was printed. */
async function letterFor(form: { bsn: string }) {
  const [client, id] = [await scene.world.client(form.bsn), await scene.entered(form)];
  await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
  await scene.tasks();
  return { id, letter: await scene.inLetter(id) };
}
const codeOf = async (id: string) => ((await scene.see(id)).code as { state: string }).state;
const secondLetter = (id: string) => scene.as(people.olga).post(`/v1/identity-cases/${id}/letter`);

describe('Nothing opens, and no letter goes, for who died by what an event told (R30)', () => {
  it('Klaus died after it was proposed: it is not confirmed, not proposed anew, and officials see it', async () => {
    const client = await scene.world.client(forms.klaus.bsn);
    const [id, granted] = [
      await scene.entered({ ...forms.klaus, givenNames: 'Klaus One' }),
      await letterFor(forms.klaus),
    ];
    await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
    await told(forms.klaus.bsn, 'death');
    for (const answer of [await scene.confirm(id), await scene.propose(id, { decision: 'grant', client })]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'move-not-possible']);
      expect(answer.body.detail).toBe('This person died. Nothing is opened any more.');
    }
    expect((await scene.see(id)).candidates).toMatchObject([{ client, diedOn: scene.world.day(0) }]);
    // What was granted before is void too, and the code opens nothing.
    expect(await codeOf(granted.id)).toBe('void');
    expect((await scene.redeem(accountHolder('heir'), granted.letter)).body.code).toBe('wrong-code');
    expect((await secondLetter(granted.id)).body.code).toBe('move-not-possible');
  });

  it('The source alone binds nobody to who died: her namesake has an account of his own, and an official looks', async () => {
    const client = await scene.world.client('999993653');
    await told('999993653', 'death');
    const namesake = european('TR/NL/fatima-x', ['Fatima', 'Özdemir'], '1962-12-09');
    const own = await scene.opened(namesake);
    expect(own).not.toBe(client);
    expect(await scene.me(namesake)).toMatchObject({ kind: 'citizen', client: own });
    const [waiting] = (await scene.cases('account')).filter((each) => each.client === own);
    expect((await scene.see(waiting?.id ?? '')).candidates).toMatchObject([
      { client, diedOn: scene.world.day(0) },
    ]);
  });

  it('A letter that waits when he dies is not printed', async () => {
    const id = await scene.entered(forms.maria);
    const client = await scene.world.client(forms.maria.bsn);
    await scene.asked(200, scene.decide(id, { decision: 'grant', client }));
    await told(forms.maria.bsn, 'death');
    await scene.tasks();
    expect(await scene.letters(id)).toEqual([]);
  });
});

describe('A letter opens nothing for who came back to the Netherlands', () => {
  it('The code of Carmen is void from then on, also when she leaves again; then she may have another', async () => {
    const { id, letter } = await letterFor(forms.carmen);
    await cameBack(forms.carmen.bsn);
    expect(await codeOf(id)).toBe('void');
    const answer = await scene.redeem(accountHolder('carmen'), letter);
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-code']);
    expect((await secondLetter(id)).body.code).toBe('client-not-abroad');
    await told(forms.carmen.bsn, 'emigration', { country: 'ES' });
    expect((await scene.redeem(accountHolder('carmen'), letter)).body.code).toBe('wrong-code');
    await scene.asked(200, secondLetter(id));
    await scene.tasks();
    expect((await scene.redeem(accountHolder('carmen'), await scene.inLetter(id))).status).toBe(200);
  });
});
