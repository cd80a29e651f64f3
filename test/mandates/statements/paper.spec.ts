import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';
import type request from 'supertest';
import { readPdf } from '../pdf.ts';
import { oins, openStatements, people, type Statements } from './scene.ts';

let scene: Statements;
beforeEach(async () => (scene = await openStatements()));
afterEach(() => scene.close());

const { yasmina } = people;
const binary: Parameters<request.Test['parse']>[0] = (answer, done) => {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => done(null, Buffer.concat(parts)));
};
const print = async (wish: object = {}, language = 'nl', of = scene.mandate): Promise<Buffer> => {
  const answer = await scene
    .ask(yasmina, wish, of)
    .set('Accept', 'application/pdf')
    .set('Accept-Language', language)
    .buffer(true)
    .parse(binary)
    .expect(201);
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', vary: 'Accept' });
  return answer.body as Buffer;
};
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** The pages of a PDF with a QR code on them, and the rows of dark modules of it. */
function pagesWithCode(pdf: Buffer): { page: string; dark: number[][] }[] {
  const streams = [...pdf.toString('latin1').matchAll(/\/FlateDecode[^]*?stream\r?\n([^]*?)\nendstream/g)];
  return streams.flatMap(([, packed = '']) => {
    const page = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    const rows = [...page.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)];
    return rows.length > 0 ? [{ page, dark: rows.map((found) => found.slice(1).map(Number)) }] : [];
  });
}

/** The QR codes on the pages of a PDF, as a telephone reads them from paper. */
const codesOn = (pdf: Buffer): string[] =>
  pagesWithCode(pdf).map(({ dark }) => {
    const [scale, side] = [2, 900]; // dots for each point
    const data = new Uint8Array(side * side * 4).fill(255);
    const [left, top] = [Math.min(...dark.map(([x = 0]) => x)), Math.min(...dark.map(([, y = 0]) => y))];
    for (const [x = 0, y = 0, width = 0, height = 0] of dark)
      for (
        let row = Math.round((y - top) * scale) + 20;
        row < Math.round((y - top + height) * scale) + 20;
        row++
      )
        for (
          let at = Math.round((x - left) * scale) + 20;
          at < Math.round((x - left + width) * scale) + 20;
          at++
        )
          data.fill(0, (row * side + at) * 4, (row * side + at) * 4 + 3);
    return decodeQR({ width: side, height: side, data });
  });

describe('A statement on paper', () => {
  it('says in two languages what it shows, in the language of who asks first', async () => {
    const { text, objects } = readPdf(await print());
    const dutch = flat(text);
    for (const said of [
      'Verklaring van een machtiging',
      'Wie vertegenwoordigd wordt: Yasmina el Amrani',
      `Wie namens deze persoon mag handelen: Kantoor ${scene.vermeer.kvk}`,
      'berichten over geld (lezen en downloaden)',
      'Who is represented: Yasmina el Amrani',
      'messages about money (read and download)',
    ])
      expect(dutch).toContain(said);
    expect(dutch.indexOf('Verklaring van')).toBeLessThan(dutch.indexOf('Statement of'));
    const english = flat(readPdf(await print({}, 'en')).text);
    expect(english.indexOf('Statement of')).toBeLessThan(english.indexOf('Verklaring van'));
    // Who listens to it hears what the picture is.
    expect(
      [...objects.values()].filter((each) => /\/S \/Figure/.test(each) && each.includes('/Alt')),
    ).toHaveLength(2);
  });

  it('holds the statement itself as a code, with what it shows and nothing else in it', async () => {
    const codes = codesOn(await print());
    expect(codes).toHaveLength(2);
    const [statement = ''] = codes;
    const shown = await scene.shownBy({ statement });
    expect(Object.keys(shown).toSorted()).toEqual([
      'client_name',
      'last_day',
      'organisation_kvk',
      'organisation_name',
      'scope',
    ]);
    const signed = await scene.signedPart({ statement, expiresAt: '', disclosures: [] });
    expect(signed._sd).toHaveLength(4);
    expect(await scene.statusOf({ statement, expiresAt: '', disclosures: [] })).toBe(0);
  });

  it('says above the code who may act for whom, also when it has a page to itself', async () => {
    const paper = await print();
    const pages = pagesWithCode(paper);
    expect(pages).toHaveLength(2);
    for (const { page } of pages) expect(page).toMatch(/<[0-9a-f]+>[^]*\] TJ[^]* re\n/);
    const office = `Kantoor ${scene.vermeer.kvk}`;
    const text = flat(readPdf(paper).text);
    expect(text).toContain(`${office} mag handelen namens Yasmina el Amrani`);
    expect(text).toContain(`${office} may act for Yasmina el Amrani`);
    const title = flat(readPdf(await print({ disclose: ['scope'] })).text).match(
      /Verklaring van een machtiging/g,
    );
    expect(title).toHaveLength(2);
  });

  it.each(['application/json, application/pdf;q=0.1', 'application/pdf;q=0', '*/*'])(
    'is not for who would rather not have paper (%s)',
    async (accept) => {
      const answer = await scene.ask(yasmina).set('Accept', accept).expect(201);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
    },
  );

  it('shows one thing when that is all that was asked', async () => {
    const text = flat(readPdf(await print({ disclose: ['organisation_name'] })).text);
    expect(text).toContain('Wie namens deze persoon');
    expect(text).not.toMatch(/Yasmina|berichten over geld|Laatste dag/);
  });

  it('that does not fit in a code is refused, with what to do', async () => {
    const other = await scene.office();
    const actions = ['read', 'acknowledge', 'reply', 'archive', 'download', 'forward'];
    const lines = [oins.tax, oins.svb, oins.town].flatMap((sender) =>
      ['financial', 'care', 'other'].map((category) => ({ sender, category, actions })),
    );
    const wide = await scene.active(other.joris, { lines });
    const refused = await scene.ask(yasmina, {}, wide).set('Accept', 'application/pdf').expect(409);
    expect(refused.body).toMatchObject({
      code: 'limit-reached',
      detail: expect.stringContaining('one sender'),
    });
    // Nothing was given, and nothing stands in a list or on the record as given.
    const { rows } = await scene.database.admin.query('SELECT FROM mandate_statement');
    expect([rows, await scene.asked(wide)]).toEqual([
      [],
      [expect.objectContaining({ outcome: 'refused', reason: 'limit-reached' })],
    ]);
    await print({ sender: oins.tax }, 'nl', wide);
    await scene.make(yasmina, {}, wide);
  });
});
