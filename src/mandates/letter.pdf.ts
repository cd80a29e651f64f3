import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { type Block, type Language, letterIn, type LetterContent, titleOf } from './letter.words.ts';

const margin = 72; // points: one inch
const sizes = { heading: 13, paragraph: 11, code: 16 } as const;
const room = { heading: 60, paragraph: 80, code: 50, list: 80 } as const;

const font = (subset: string, weight: number): string =>
  fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`));

// The font comes in pieces by script: what the Latin piece lacks (ş, ł, ő …) is in its extension.
const inLatin = /^[\n\u0020-\u00ff\u2000-\u206f\u20ac]+$/;
const runs = (text: string): string[] =>
  text.match(/[\n\u0020-\u00ff\u2000-\u206f\u20ac]+|[^\n\u0020-\u00ff\u2000-\u206f\u20ac]+/g) ?? [];

/** Who gets the letter, and in which language first. */
export interface Envelope {
  readonly name: string;
  readonly address: readonly string[];
  readonly language: Language;
}

/**
 * A letter as an accessible PDF: tagged, with a title and languages, read aloud in the order of reading; Noto Sans
 * embedded. First in the reader's language, then in the other.
 */
export async function letterPdf(letter: LetterContent, envelope: Envelope, compress = true): Promise<Buffer> {
  const first = envelope.language;
  const document = new PDFDocument({
    ...{ size: 'A4', margin, pdfVersion: '1.7', tagged: true, displayTitle: true, compress },
    lang: locale(first),
    info: { Title: titleOf(first, letter), Author: 'Volmacht' },
  });
  document.registerFont('latin', font('latin', 400)).registerFont('latin-ext', font('latin-ext', 400));
  document
    .registerFont('latin-bold', font('latin', 700))
    .registerFont('latin-ext-bold', font('latin-ext', 700));
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));

  const root = document.struct('Document');
  document.addStructure(root);
  for (const language of [first, first === 'nl' ? 'en' : 'nl'] as const) {
    if (language !== first) document.addPage();
    const section = document.struct('Sect', { lang: locale(language) });
    root.add(section);
    const blocks: Block[] = letterIn(language, letter);
    if (language === first)
      section.add(
        element(document, 'P', () => write(document, [envelope.name, ...envelope.address].join('\n'), 11)),
      );
    for (const [place, block] of blocks.entries()) {
      if (document.y > document.page.height - margin - room[block.kind]) document.addPage();
      add(document, section, block, place === 0 ? 'H1' : 'H2');
    }
    section.end();
  }
  root.end();
  document.end();
  return whole;
}

const locale = (language: Language): string => (language === 'nl' ? 'nl-NL' : 'en-GB');

type Document = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Document['struct']>;

/** A structure element that draws itself where it stands in the reading order. */
const element = (document: Document, type: 'P' | 'H1' | 'H2' | 'LBody', draw: () => void): Structure =>
  document.struct(type, {}, draw);

function add(document: Document, section: Structure, block: Block, level: 'H1' | 'H2'): void {
  document.moveDown(block.kind === 'heading' ? 1 : 0.6);
  if (block.kind !== 'list') {
    const bold = block.kind !== 'paragraph';
    const type = block.kind === 'heading' ? level : 'P';
    section.add(element(document, type, () => write(document, block.text, sizes[block.kind], bold)));
    return;
  }
  const list = document.struct('L');
  section.add(list);
  for (const item of block.items) {
    const entry = document.struct('LI');
    list.add(entry);
    entry.add(element(document, 'LBody', () => write(document, `•  ${item}`, sizes.paragraph)));
    entry.end();
  }
  list.end();
}

/** Writes text, each part of it in the piece of the font that has it. */
function write(document: Document, text: string, size: number, bold = false): void {
  const parts = runs(text);
  document.fontSize(size);
  parts.forEach((part, place) => {
    document.font(`${inLatin.test(part) ? 'latin' : 'latin-ext'}${bold ? '-bold' : ''}`);
    document.text(part, { continued: place < parts.length - 1, lineGap: 3 });
  });
}
