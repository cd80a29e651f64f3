import { type Asked, type LetterContent, offerLetter } from '../../src/mandates/letter.words.ts';
import { letterPdf } from '../../src/platform/letters/letter.pdf.ts';
import { readPdf } from './pdf.ts';

const asked = {
  ...{ from: '2027-01-01', until: '2028-01-01', codeUntil: '2027-03-01', renewal: false },
  code: 'ABCDE-FGHJK-MNPQR-STWXY',
  lines: [
    {
      sender: { nameNl: 'Belastingdienst', nameEn: 'Tax office' },
      ...{ category: 'financial', actions: ['read', 'download'] },
    },
    { sender: { nameNl: 'SVB', nameEn: 'Social insurance bank' }, category: 'all', actions: ['read'] },
  ],
} as unknown as Asked; // days as text
const content: LetterContent = {
  ...{ client: 'Yasmina el Amrani', website: 'https://volmacht.example', asked: [asked] },
  office: { name: 'Kantoor Vermeer', kvk: '90001234' },
};
const envelope = { name: 'Yasmina el Amrani', address: ['Voorbeeldstraat 12', '3511 AB Utrecht'] };
const render = async (
  more: Partial<LetterContent> = {},
  language: 'nl' | 'en' = 'nl',
  name = envelope.name,
) => readPdf(await letterPdf(offerLetter({ ...content, ...more }), { ...envelope, name, language }, false));
const blocksIn = (language: 'nl' | 'en') => offerLetter(content)[language].blocks;
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('A letter says in two languages what is asked, for how long, and how to answer', () => {
  it.each([
    ['nl', 'Belastingdienst: berichten over geld (lezen en downloaden)', 'SVB: alle berichten (lezen)'],
    [
      'en',
      'Tax office: messages about money (read and download)',
      'Social insurance bank: all messages (read)',
    ],
  ] as const)('%s: the senders, each with what the office may do', (language, ...items) => {
    expect(blocksIn(language)).toContainEqual({ kind: 'list', items });
  });

  it('Days are written out, and the last day is a day on which it still holds', () => {
    const dutch = JSON.stringify(blocksIn('nl'));
    expect(dutch).toContain('begint op 1 januari 2027 en duurt tot en met 31 december 2027');
    expect(dutch).toContain('De code werkt tot en met 28 februari 2027');
    const english = JSON.stringify(blocksIn('en'));
    expect(english).toContain('starts on 1 January 2027 and lasts up to and including 31 December 2027');
    expect(english).toContain('The code works up to and including 28 February 2027');
  });

  it('Several mandates stand in one letter, each with its own code, and one may say yes to one of them (R15)', () => {
    const other = { ...asked, renewal: true, code: 'ZYXWV-TSRQP-NMKJH-GFEDC', lines: asked.lines.slice(1) };
    const letter = offerLetter({ ...content, asked: [asked, other] });
    expect([letter.nl.title, letter.en.title]).toEqual([
      'Kantoor Vermeer vraagt u om 2 machtigingen',
      'Kantoor Vermeer asks you for 2 authorisations',
    ]);
    for (const { blocks } of [letter.nl, letter.en]) {
      expect(blocks.filter(({ kind }) => kind === 'list')).toHaveLength(2);
      expect(blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []))).toEqual([
        ...[asked.code, other.code],
      ]);
    }
    const dutch = JSON.stringify(letter.nl.blocks);
    expect(dutch).toContain('Machtiging 2: wat mag Kantoor Vermeer als u ja zegt?');
    expect(dutch).toContain('De code van machtiging 2:');
    expect(dutch.split('Dit is een verlenging: u gaf deze machtiging al eerder.')).toHaveLength(2);
    expect(dutch).toContain('U kunt ja zeggen tegen de ene machtiging en nee tegen de andere.');
    expect(JSON.stringify(blocksIn('nl'))).not.toMatch(/verlenging|machtiging 1|de ene/);
  });

  it('Who asks by himself is a person and no office, and the letter says so', () => {
    const office = { name: 'Ruben Hendriks' };
    const words = (['nl', 'en'] as const).map((language) =>
      JSON.stringify(offerLetter({ ...content, office })[language].blocks),
    );
    expect(words[0]).toContain('Ruben Hendriks (een persoon, geen kantoor) wil berichten');
    expect(words[1]).toContain('Ruben Hendriks (a person, not an office) would like');
    expect(words.join()).not.toMatch(/kantoor ziet|the office/i);
  });

  it('Everything of both languages stands in the PDF, the reader’s own language first', async () => {
    for (const [language, other] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const) {
      const text = flat((await render({}, language)).text);
      const sentences = [blocksIn(language), blocksIn(other)].flatMap((blocks) =>
        blocks.flatMap((block) =>
          block.kind === 'list' ? [...block.items] : 'text' in block ? [block.text] : [],
        ),
      );
      let place = text.indexOf('3511 AB Utrecht');
      for (const sentence of sentences) {
        const found = text.indexOf(flat(sentence), place);
        expect([sentence, found >= place]).toEqual([sentence, true]);
        place = found;
      }
      expect(text.split(asked.code)).toHaveLength(3);
    }
  });
});

describe('The PDF can be read aloud', () => {
  it('It is tagged, titled, and says its languages', async () => {
    const { objects } = await render();
    const find = (...parts: string[]) =>
      [...objects.values()].filter((dictionary) => parts.every((part) => dictionary.includes(part)));
    const [catalog = ''] = find('/Type /Catalog');
    expect(catalog).toContain('/Lang (nl-NL)');
    expect(objects.get(/\/MarkInfo (\d+) 0 R/.exec(catalog)?.[1] ?? '')).toContain('/Marked true');
    expect(objects.get(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1] ?? '')).toContain(
      '/Type /StructTreeRoot',
    );
    expect(find('/DisplayDocTitle true')).toHaveLength(1);
    expect(find('/Title', '/Producer')).toHaveLength(1);
    for (const language of ['nl-NL', 'en-GB'])
      expect(find('/S /Sect', `/Lang (${language})`)).toHaveLength(1);
    const kinds = { H1: 2, L: 2, LI: 4, LBody: 4 };
    for (const [kind, count] of Object.entries(kinds))
      expect([kind, find(`/S /${kind}\n`).length]).toEqual([kind, count]);
    expect(find('/S /H2\n').length).toBeGreaterThanOrEqual(8);
    expect(find('/StructParents').length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    'Łukasz Şahin',
    'Ayşe Kılıç-Yıldız',
    'Nguyễn Thị Hương',
    'Zoë Œuvrard',
    'Žofia Dvořáková',
    'S\u0327ule I\u0307nce',
  ])('The name %s has a picture for every letter, light and bold', async (name) => {
    const { text, missing } = await render({ client: name, office: { ...content.office, name } }, 'nl', name);
    expect(missing).toBe(0);
    expect(text.split(name.normalize('NFC')).length).toBeGreaterThan(5);
  });

  it('The second line of an item stands under the first, and not under its dot', async () => {
    const written = { title: 'x', blocks: [{ kind: 'list', items: ['word '.repeat(60)] }] } as const;
    const pdf = await letterPdf(
      { nl: written, en: written },
      { name: '', address: [], language: 'nl' },
      false,
    );
    const lefts = [...pdf.toString('latin1').matchAll(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g)].map(([, x]) =>
      Number(x),
    );
    const [dot, ...lines] = lefts.slice(0, lefts.length / 2);
    expect(lines.length).toBeGreaterThan(2);
    expect([dot, ...new Set(lines)]).toEqual([72, 84]);
  });

  it('Fifty lines run over several pages, and none is lost', async () => {
    const lines = Array.from({ length: 50 }, (_, place) => ({
      sender: { nameNl: `Afnemer nummer ${place}`, nameEn: `Sender number ${place}` },
      ...{ category: 'care' as const, actions: ['read', 'reply'] as const },
    }));
    const { text, objects } = await render({ asked: [{ ...asked, lines }] });
    for (const { sender } of lines)
      for (const name of [sender.nameNl, sender.nameEn]) expect(text).toContain(`${name}:`);
    const pages = [...objects.values()].filter((dictionary) => /\/Type \/Page\b/.test(dictionary));
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });
});
