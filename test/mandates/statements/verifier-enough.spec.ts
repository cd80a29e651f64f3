import { readPdf } from '../pdf.ts';
import { type Made, oins, openStatements, people, type Statements } from './scene.ts';
import { ends, openVerifier } from './verifier.ts';

const verifier = openVerifier();
let scene: Statements;
beforeAll(async () => (scene = await openStatements()));
afterAll(async () => {
  verifier.close();
  await scene.close();
});

const { yasmina } = people;
const flat = (text: string) => text.replace(/\s+/g, ' ');
const check = (statement: string, given?: Parameters<typeof verifier.check>[2]) =>
  verifier.check(scene, statement, given);
/** The same statement, of which its holder shows only these. */
const only = ({ statement, disclosures }: Made, ...shows: string[]) =>
  [
    statement.split('~')[0],
    ...disclosures.filter(({ claim }) => shows.includes(claim)).map(({ disclosure }) => disclosure),
    '',
  ].join('~');

describe('What is enough for a clerk to go by', () => {
  it.each([
    [['organisation_name', 'scope', 'last_day'], 'Represented'],
    [['client_name', 'scope', 'last_day'], 'May act'],
    [['client_name', 'organisation_name', 'last_day'], 'Messages'],
    [['client_name', 'organisation_name', 'scope'], 'Last day'],
    [[], 'Represented, May act, Messages, Last day'],
  ])('is not what shows %j alone: the program says what is not shown', async (shows, lacks) => {
    const made = await scene.make(yasmina);
    const checked = await check(only(made, ...shows), { list: await scene.listAfter(made) });
    expect([checked.ends, checked.says]).toEqual([ends.unsure, expect.stringMatching(/^SIGNED by/)]);
    expect(checked.says).toContain('does not show enough');
    expect(checked.says).toContain(`Not shown: ${lacks}.`);
  });

  it('is who, whom, on what and until when; and it hears how many lines may be hidden', async () => {
    const made = await scene.make(yasmina);
    const lines = made.disclosures.filter(({ claim }) => claim === 'scope');
    expect(lines).toHaveLength(2);
    const less = made.statement.replace(`${lines[1]?.disclosure}~`, '');
    const checked = await check(less, { list: await scene.listAfter(made) });
    expect(checked.ends).toBe(ends.valid);
    expect(checked.says).toMatch(/may be more that is not shown: [1-9]\d* lines about messages at most/);
  });

  it('is not a list of before the statement, which knows nothing of it', async () => {
    const first = await scene.make(yasmina);
    const before = await scene.listAfter(first);
    scene.clock.moveToInstant(new Date(scene.clock.now().getTime() + 2_000).toISOString());
    const made = await scene.make(yasmina);
    const checked = await check(made.statement, { list: before });
    expect([checked.ends, checked.says]).toEqual([
      ends.unsure,
      expect.stringMatching(/^SIGNED by.* is not newer/),
    ]);
    expect((await check(first.statement, { list: before })).ends).toBe(ends.valid);
    expect((await check(made.statement, { list: await scene.listAfter(made) })).ends).toBe(ends.valid);
  });

  it('is not a list of the same second, which may be of before it', async () => {
    const second = Math.ceil(scene.clock.now().getTime() / 1000) + 1;
    const at = (instant: number) => scene.clock.moveToInstant(new Date(instant * 1000).toISOString());
    at(second);
    const first = await scene.make(yasmina);
    at(second);
    const list = await scene.listOf(first);
    at(second);
    const made = await scene.make(yasmina);
    const iats = await Promise.all([scene.signedPart(made), scene.believed(list, 'statuslist+jwt')]);
    expect(iats.map(({ iat }) => iat)).toEqual([second, second]);
    const checked = await check(made.statement, { list });
    expect([checked.ends, checked.says]).toEqual([
      ends.unsure,
      expect.stringMatching(/^SIGNED by.* is not newer/),
    ]);
    expect((await check(made.statement, { list, more: ['--nl'] })).says).toMatch(
      /^ONDERTEKEND.* is niet nieuwer/,
    );
    expect((await check(made.statement, { list: await scene.listAfter(made) })).ends).toBe(ends.valid);
  });

  it('is in the words of the clerk: names, categories and what may be done', async () => {
    await scene.database.admin.query(
      `UPDATE sender SET name_nl = 'Belastingdienst', name_en = 'Tax Administration' WHERE oin = $1`,
      [oins.tax],
    );
    const made = await scene.make(yasmina);
    const list = await scene.listAfter(made);
    const dutch = await check(made.statement, { list, more: ['--nl'] });
    expect(dutch.says).toContain('Belastingdienst: berichten over geld (lezen, downloaden)');
    expect(dutch.says).not.toMatch(/financial|read|download\b/);
    expect((await check(made.statement, { list })).says).toContain(
      'Tax Administration: financial (read, download)',
    );
  });

  it('is that a court measure has no term: it says so, and that is of every sender', async () => {
    const id = await scene.world.mandate({
      ...{ client: await scene.clientOf(scene.mandate), organisation: (await scene.office()).id },
      ...{ ground: 'mentorschap', lines: [{ sender: '*', category: 'care', actions: ['read'] }] },
    });
    const disclose = ['client_name', 'organisation_name', 'scope', 'last_day', 'ground'];
    const made = await scene.make(yasmina, { disclose }, { id });
    expect(await scene.shownBy(made)).toMatchObject({ last_day: null });
    const list = await scene.listAfter(made);
    const [english, dutch] = [
      await check(made.statement, { list }),
      await check(made.statement, { list, more: ['--nl'] }),
    ];
    expect([english.ends, dutch.ends]).toEqual([ends.valid, ends.valid]);
    for (const said of [/Last day +none/, /every sender: care \(read\)/, /Ground +a decision of a court/])
      expect(english.says).toMatch(said);
    expect(dutch.says).toMatch(/Laatste dag +geen[^]*alle afnemers: berichten over zorg \(lezen\)/);
    const paper = await scene
      .ask(yasmina, { disclose }, { id })
      .set('Accept', 'application/pdf')
      .buffer(true)
      .expect(201);
    expect(flat(readPdf(paper.body as Buffer).text)).toContain('Laatste dag: geen, er is geen termijn');
  });
});
