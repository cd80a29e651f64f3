import { addDays } from '../../src/domain/day.ts';
import { accountHolder } from '../support/cast.ts';
import { granted } from './onboarding.scene.ts';
import { klaus, oins, openPapers, type PaperScene, people, said } from './paper.scene.ts';

let scene: PaperScene;
beforeAll(async () => void (scene = await openPapers()));
afterAll(() => scene.close());

const messages = async (client: string, who: Parameters<PaperScene['as']>[0]) =>
  ((await scene.as(who).get(`/v1/messages?client=${client}`)).body.items ?? []) as { id: string }[];

describe('Klaus in Cologne authorises an office in the Netherlands on paper', () => {
  it('One official enters it, another confirms it, and only then the office reads, older messages too', async () => {
    const { kvk, anna } = await scene.office();
    const paper = await scene.paper(kvk);
    const message = await scene.world.message(paper.client.id);
    expect(paper).toMatchObject({ state: 'waiting', note: 'Letter of 20 November.', organisation: { kvk } });
    expect(paper).not.toHaveProperty('mandate');
    expect(await messages(paper.client.id, anna)).toEqual([]);

    const confirmed = await scene.asked(200, scene.settle(paper.id, 'confirmation'));
    expect(confirmed).toMatchObject({
      ...{ state: 'confirmed', client: { name: 'Klaus Weber' } },
      ...{
        enteredBy: 'test:official-otto',
        decision: { by: 'test:official-olga', reason: 'Signature agrees.' },
      },
    });
    expect(await messages(paper.client.id, anna)).toMatchObject([{ id: message }]);
    const { body } = await scene.mandate(String(confirmed.mandate), anna);
    expect(body).toMatchObject({
      ...{ state: 'active', ground: 'voluntary', initiative: 'client', onPaper: true },
      lines: [{ sender: { oin: oins.tax }, category: 'financial', actions: ['read', 'download'] }],
      period: { from: scene.today(), until: addDays(scene.today(), 365) },
    });
  });

  it('A person by himself can be authorised as well: a family member', async () => {
    const ruben = await scene.world.client(String(people.ruben.bsn));
    const id = await scene.world.organisation('90009001', {
      ...{ kvk: null, kind: 'individual', person: ruben, name: 'Ruben Hendriks' },
    });
    const { mandate } = await scene.confirmed(undefined, { organisation: id });
    const { body } = await scene.mandate(mandate, klaus.signsIn);
    expect(body).toMatchObject({ state: 'active', organisation: { id, name: 'Ruben Hendriks' } });
    expect(body.organisation).not.toHaveProperty('kvk');
  });

  it('What waits is in the list of officials, longest first, with since when', async () => {
    const [first, second] = [await scene.office(), await scene.office()];
    const papers = [await scene.paper(first.kvk), await scene.paper(second.kvk)];
    const waiting = async () =>
      (await scene.as(people.olga).get('/v1/paper-mandates?state=waiting&limit=100')).body.items as Record<
        string,
        unknown
      >[];
    const found = (await waiting()).filter(({ id }) => papers.some((paper) => paper.id === id));
    expect(found.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
    expect(found[0]).toMatchObject({ enteredAt: papers[0]?.enteredAt, person: 'matches' });
    await scene.asked(200, scene.settle(String(papers[0]?.id), 'rejection'));
    expect((await waiting()).map(({ id }) => id)).not.toContain(papers[0]?.id);
  });

  it('An official sees the copies beside what was entered, and never the whole number (R2)', async () => {
    const { id } = await scene.paper((await scene.office()).kvk);
    const seen = await scene.asked(200, scene.as(people.olga).get(`/v1/paper-mandates/${id}`));
    expect(seen).toMatchObject({
      ...{ birthDate: klaus.birthDate, bsn: '******056', person: 'matches' },
      evidence: [{ what: 'authorisation' }, { what: 'identity', mediaType: 'application/pdf' }],
    });
    const [copy] = seen.evidence as { id: string }[];
    const file = await scene.as(people.olga).get(`/v1/paper-mandates/${id}/evidence/${copy?.id}`);
    expect(file.body.toString()).toBe('%PDF-1.7 a passport');
    const kept = await scene.rows('SELECT sealed FROM paper_mandate_evidence WHERE paper_id = $1', id);
    expect(kept.every(({ sealed }) => !String(sealed).includes('passport'))).toBe(true);
  });

  it('Before he confirms, an official reads what that opens, what not, and that nothing stands in the way', async () => {
    const { kvk } = await scene.office();
    const { id } = await scene.paper(kvk);
    const preview = await scene.preview(id);
    expect(preview).toMatchObject({
      opens: [{ sender: { oin: oins.tax, nameEn: 'Sender 1000' }, category: 'financial' }],
      ...{ notAbout: ['care', 'other'], obstacles: [] },
    });
    expect((preview.words as { nl: string }).nl).toMatch(
      new RegExp(
        `^Kantoor ${kvk} mag vanaf .* tot en met .*: Afnemer 1000: berichten over geld \\(lezen en downloaden\\)`,
      ),
    );
  });
});

describe('What Klaus hears of it, and how he stops', () => {
  it('A letter goes to Cologne, in his language first: every sender and action, by both clocks, and how to revoke', async () => {
    const chosen = { language: 'en', timeZone: 'America/Paramaribo' };
    await scene.as(klaus.signsIn).put('/v1/me/preferences', chosen);
    const { kvk } = await scene.office();
    const { id, reference } = await scene.confirmed(kvk, {
      lines: [
        { sender: oins.tax, category: 'financial', actions: ['read', 'download'] },
        { sender: oins.svb, category: 'all', actions: ['read'] },
      ],
    });
    const letter = await scene.letterOf(id);
    expect(letter?.address).toEqual(['Klaus Weber', 'Musterweg 7', '50667 Köln', 'GERMANY']);
    const text = letter?.text ?? '';
    expect(text.indexOf('Dear Klaus Weber')).toBeLessThan(text.indexOf('Beste Klaus Weber'));
    for (const words of [
      `Kantoor ${kvk} (KvK number ${kvk})`,
      'Sender 1000: messages about money (read and download)',
      'Sender 2000: all messages (read)',
      'Afnemer 2000: alle berichten (lezen)',
      reference,
      'You can do so by letter',
      ...['Our address', 'Ons adres', 'Postbus 00000'],
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/up to and including [^.]*, 23:59, Dutch time \([^.]*, time in Paramaribo\)\./);
    expect(text).not.toContain(klaus.bsn);
  });

  it('Rosa in Paramaribo has no number: what is kept of her counts, and her letter goes where she wrote from', async () => {
    const rosa = await granted(scene);
    const { kvk } = await scene.office();
    const byHer = { bsn: undefined, client: rosa.client, birthDate: '1953-07-01' };
    // Until the code that went there was used, an address is only what a form says.
    const early = await scene.paper(kvk, byHer);
    expect(said(await scene.settle(early.id, 'confirmation'))).toEqual([409, 'person-not-confirmed']);
    await scene.asked(200, scene.settle(early.id, 'rejection'));
    await scene.asked(200, scene.redeem(accountHolder('rosa-by-paper'), await scene.inLetter(rosa.id)));
    const { id } = await scene.confirmed(kvk, byHer);
    const letter = await scene.letterOf(id);
    expect(letter?.address.slice(1)).toEqual(['Voorbeeldlaan 14', 'PARAMARIBO', 'SURINAME']);
    expect(letter?.text).toMatch(/^\s*Rosa Pinas.*23:59 uur, Nederlandse tijd \([^.]*, tijd in Paramaribo\)/);
  });

  it('Both sides hear of it at once', async () => {
    const { kvk, anna } = await scene.office();
    const { mandate } = await scene.confirmed(kvk);
    const heard = async (who: Parameters<PaperScene['as']>[0]) =>
      (
        (await scene.as(who).get('/v1/notices?kind=given-on-paper&limit=100')).body.items as Record<
          string,
          unknown
        >[]
      )
        .filter((notice) => notice.mandate === mandate)
        .map(({ words }) => (words as { nl: string }).nl);
    expect(await heard(klaus.signsIn)).toEqual([expect.stringContaining(`Kantoor ${kvk} mag vanaf`)]);
    expect(await heard(anna)).toEqual([expect.stringMatching(/^Klaus Weber heeft u op papier gemachtigd\./)]);
  });

  it('His own record says what officials did and looked at, once it was confirmed', async () => {
    const { kvk } = await scene.office();
    const { id } = await scene.paper(kvk);
    const record = async () =>
      (
        await scene.rows(
          `SELECT action FROM trail WHERE client_id = $1 AND organisation_kvk = $2 ORDER BY position`,
          await scene.world.client(klaus.bsn),
          kvk,
        )
      ).map(({ action }) => action);
    expect(await record()).toEqual([]);
    await scene.asked(200, scene.settle(id, 'confirmation'));
    const began = ['paper-mandate.confirm', 'mandate.begin'];
    expect(await record()).toEqual(began);
    await scene.as(people.olga).get(`/v1/paper-mandates/${id}`);
    expect(await record()).toEqual([...began, 'paper-mandate.see']);
  });

  it('Who can sign in later sees it and revokes it as any mandate', async () => {
    const { kvk, anna } = await scene.office();
    const { mandate, client } = await scene.confirmed(kvk);
    await scene.world.message(client.id);
    expect((await scene.mandate(mandate, klaus.signsIn)).body).toMatchObject({
      state: 'active',
      onPaper: true,
    });
    await scene.asked(200, scene.as(klaus.signsIn).post(`/v1/mandates/${mandate}/revocation`, {}));
    expect(await messages(client.id, anna)).toEqual([]);
  });

  it('By letter too: an official finds it by the reference and enters the revocation (R16)', async () => {
    const { kvk, anna } = await scene.office();
    const { mandate, reference, client } = await scene.confirmed(kvk);
    const copied = reference.toLowerCase().replace('-', ' ');
    const { items } = await scene.asked(
      200,
      scene.as(people.otto).get(`/v1/paper-mandates?reference=${encodeURIComponent(copied)}`),
    );
    expect(items).toMatchObject([{ mandate }]);
    const received = { receivedBy: 'letter', note: 'Letter of 3 December.' };
    await scene.asked(200, scene.as(people.otto).post(`/v1/mandates/${mandate}/revocation`, received));
    expect(await messages(client.id, anna)).toEqual([]);
  });
});
