import { letterPdf } from '../../src/mandates/letter.pdf.ts';
import { letterIn, type LetterContent } from '../../src/mandates/letter.words.ts';
import { readPdf } from './pdf.ts';

const content = {
  ...{ client: 'Yasmina el Amrani', code: 'ABCDE-FGHJK-MNPQR-STWXY', website: 'https://volmacht.example' },
  office: { name: 'Kantoor Vermeer', kvk: '90001234' },
  lines: [
    {
      sender: { nameNl: 'Belastingdienst', nameEn: 'Tax office' },
      ...{ category: 'financial', actions: ['read', 'download'] },
    },
    { sender: { nameNl: 'SVB', nameEn: 'Social insurance bank' }, category: 'all', actions: ['read'] },
  ],
  ...{ from: '2027-01-01', until: '2028-01-01', codeUntil: '2027-03-01' },
} as unknown as LetterContent; // days as text
const envelope = { name: 'Yasmina el Amrani', address: ['Voorbeeldstraat 12', '3511 AB Utrecht'] };
const render = async (
  more: Partial<LetterContent> = {},
  language: 'nl' | 'en' = 'nl',
  name = envelope.name,
) => readPdf(await letterPdf({ ...content, ...more }, { ...envelope, name, language }, false));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('A letter says in two languages what is asked, for how long, and how to answer', () => {
  it.each([
    ['nl', 'Belastingdienst: berichten over geld (lezen en opslaan)', 'SVB: alle berichten (lezen)'],
    ['en', 'Tax office: messages about money (read and save)', 'Social insurance bank: all messages (read)'],
  ] as const)('%s: the senders, each with what the office may do', (language, ...items) => {
    expect(letterIn(language, content)).toContainEqual({ kind: 'list', items });
  });

  it('Days are written out, and the last day is a day on which it still holds', () => {
    const dutch = JSON.stringify(letterIn('nl', content));
    expect(dutch).toContain('begint op 1 januari 2027 en duurt tot en met 31 december 2027');
    expect(dutch).toContain('De code werkt tot en met 28 februari 2027');
    const english = JSON.stringify(letterIn('en', content));
    expect(english).toContain('starts on 1 January 2027 and lasts up to and including 31 December 2027');
    expect(english).toContain('The code works up to and including 28 February 2027');
  });

  it('Everything of both languages stands in the PDF, the reader’s own language first', async () => {
    for (const [language, other] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const) {
      const text = flat((await render({}, language)).text);
      const sentences = [letterIn(language, content), letterIn(other, content)].flatMap((blocks) =>
        blocks.flatMap((block) => (block.kind === 'list' ? [...block.items] : [block.text])),
      );
      let place = text.indexOf('3511 AB Utrecht');
      for (const sentence of sentences) {
        const found = text.indexOf(flat(sentence), place);
        expect([sentence, found >= place]).toEqual([sentence, true]);
        place = found;
      }
      expect(text.split(content.code)).toHaveLength(3);
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

  it('Fifty lines run over several pages, and none is lost', async () => {
    const lines = Array.from({ length: 50 }, (_, place) => ({
      sender: { nameNl: `Afnemer nummer ${place}`, nameEn: `Sender number ${place}` },
      ...{ category: 'care' as const, actions: ['read', 'reply'] as const },
    }));
    const { text, objects } = await render({ lines });
    for (const { sender } of lines)
      for (const name of [sender.nameNl, sender.nameEn]) expect(text).toContain(`${name}:`);
    const pages = [...objects.values()].filter((dictionary) => /\/Type \/Page\b/.test(dictionary));
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });
});
