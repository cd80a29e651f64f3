import { accountHolder, european } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { openPapers, type PaperScene, passport, people, said } from './paper.scene.ts';
import { someone } from './rebinding.scene.ts';

let scene: PaperScene;
beforeAll(async () => void (scene = await openPapers()));
afterAll(() => scene.close());

/** Rosa has the account that a letter opened. */
async function rosaAbroad(familyName: string) {
  const id = await scene.entered({ familyName });
  await scene.asked(200, scene.decide(id, { decision: 'grant' }));
  await scene.tasks();
  const rosa = accountHolder(familyName.toLowerCase().replaceAll(' ', '-'));
  await scene.asked(200, scene.redeem(rosa, await scene.inLetter(id)));
  return { rosa, own: String((await scene.me(rosa)).client) };
}

/** Somebody asks to be let in to this account, with evidence, and two officials believe him. */
async function letIn(who: Claims, client: string, more: Record<string, unknown>) {
  const wish = { confirmed: true, evidence: [passport], ...more };
  await scene.asked(202, scene.as(who).post('/v1/clients-abroad/rebindings', wish));
  await scene.tasks();
  const [waiting] = await scene.cases('rebinding');
  const id = String(waiting?.id);
  const { proposal } = await scene.asked(200, scene.propose(id, { decision: 'grant', client }));
  const named = { proposal: (proposal as { id: string }).id, client, reason: 'Looked at it too.' };
  await scene.asked(200, scene.as(people.oscar).post(`/v1/identity-cases/${id}/confirmation`, named));
  return id;
}

describe('A paper is of who signed it', () => {
  it('What Rosa signed begins nothing for who was taken for her: neither meanwhile nor after the undoing', async () => {
    const { rosa, own } = await rosaAbroad('Pinas One');
    const office = await scene.office();
    const signed = { ...scene.signed(office.kvk, { birthDate: '1953-07-01' }), bsn: undefined, client: own };
    const { id } = await scene.asked(201, scene.enter(signed));
    await scene.tasks();
    const holder = someone('LT')(1);
    const client = await scene.opened(holder);
    const person = { givenNames: 'Toni', familyName: String(holder.family_name), birthDate: '1966-08-08' };
    const asked = await letIn(rosa, client, { formerIdentifier: holder.eidas_id, person });
    expect(await scene.confirm(String(id))).toEqual([403, 'entered-for-another']);
    expect(await scene.obstacles(String(id))).toContain('entered-for-another');

    await scene.asked(200, scene.undo(asked));
    expect((await scene.me(holder)).client).toBe(client);
    expect((await scene.as(holder).get('/v1/mandates')).body.items).toEqual([]);
    // Hers again, it begins for her.
    expect(await scene.confirm(String(id))).toEqual([200, undefined]);
    const [mandate] = await scene.rows('SELECT client_id FROM mandate WHERE paper_id = $1', id);
    expect(mandate).toEqual({ client_id: own });
  });

  it('What is entered and confirmed while they are one is listed to who undoes it', async () => {
    const { rosa, own } = await rosaAbroad('Pinas Two');
    const namesake = european('LT/NL/pinas-two', ['Rosa', 'Pinas Two'], '1953-07-01');
    const his = await scene.opened(namesake);
    const id = await letIn(namesake, own, {});
    const office = await scene.office();
    const signed = { ...scene.signed(office.kvk, { birthDate: '1953-07-01' }), bsn: undefined, client: own };
    const entered = await scene.asked(201, scene.enter(signed));
    await scene.tasks();
    const answer = await scene.settle(String(entered.id), 'confirmation');
    expect(said(answer)).toEqual([200, undefined]);
    await scene.asked(200, scene.undo(id));
    expect([(await scene.me(rosa)).client, (await scene.me(namesake)).client]).toEqual([own, his]);
    const { givenMeanwhile } = await scene.see(id);
    expect(givenMeanwhile).toMatchObject([{ mandate: answer.body.mandate, state: 'active' }]);
  });
});
