import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { locales } from '../written-out.ts';
import type { Block, Envelope, Letter } from './letter.ts';
import { drawQr, qrSide } from './letter.qr.ts';

const margin = 72; // points: one inch
const lineGap = 3;
const sizes = { heading: 13, paragraph: 11, code: 16 } as const;
const room = { heading: 60, paragraph: 80, code: 50, list: 80, qr: qrSide } as const;

const font = (subset: string, weight: number): string =>
  fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`));

// The font comes in pieces by script: a letter is drawn from the first piece that has it.
const pieces = {
  latin:
    /[\n\u0020-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/,
  vietnamese: /[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/,
  greek: /[\u0370-\u03ff]/,
  cyrillic: /[\u0400-\u045f\u0490\u0491]/,
  'latin-ext': /[^]/,
} as const;
type Piece = keyof typeof pieces;
const pieceNames = Object.keys(pieces) as Piece[];

/** The text in runs that one piece can draw. Marks are joined with their letters, since no piece has all marks. */
function runs(text: string): { piece: Piece; text: string }[] {
  const found: { piece: Piece; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const piece = pieceNames.find((name) => pieces[name].test(letter)) ?? 'latin';
    const last = found.at(-1);
    if (last?.piece === piece) last.text += letter;
    else found.push({ piece, text: letter });
  }
  return found;
}

/**
 * A letter as an accessible PDF: tagged, with a title and languages, read aloud in the order of reading; Noto Sans
 * embedded. First in the reader's language, then in the other.
 */
export async function letterPdf(letter: Letter, envelope: Envelope, compress = true): Promise<Buffer> {
  const first = envelope.language;
  const document = new PDFDocument({
    ...{ size: 'A4', margin, pdfVersion: '1.7', tagged: true, displayTitle: true, compress },
    lang: locales[first],
    info: { Title: letter[first].title, Author: 'Volmacht' },
  });
  for (const piece of pieceNames)
    document.registerFont(piece, font(piece, 400)).registerFont(`${piece}-bold`, font(piece, 700));
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));

  const root = document.struct('Document');
  document.addStructure(root);
  for (const language of [first, first === 'nl' ? 'en' : 'nl'] as const) {
    if (language !== first) document.addPage();
    const section = document.struct('Sect', { lang: locales[language] });
    root.add(section);
    const to = [envelope.name, ...envelope.address].filter(Boolean);
    if (language === first && to.length > 0)
      section.add(element(document, 'P', () => write(document, to.join('\n'), 11)));
    for (const [place, block] of letter[language].blocks.entries()) {
      if (document.y > document.page.height - margin - roomFor(block, letter[language].blocks[place + 1]))
        document.addPage();
      add(document, section, block, place === 0 ? 'H1' : 'H2');
    }
    section.end();
  }
  root.end();
  document.end();
  return whole;
}

/** What has to fit on a page that a block begins on: a picture has its heading above it. */
const roomFor = ({ kind }: Block, next: Block | undefined): number =>
  kind === 'heading' && next?.kind === 'qr' ? room.qr + 100 : room[kind];

type Document = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Document['struct']>;

/** A structure element that draws itself where it stands in the reading order. */
const element = (document: Document, type: 'P' | 'H1' | 'H2' | 'LBody', draw: () => void): Structure =>
  document.struct(type, {}, draw);

function add(document: Document, section: Structure, block: Block, level: 'H1' | 'H2'): void {
  document.moveDown(block.kind === 'heading' ? 1 : 0.6);
  if (block.kind === 'qr') {
    section.add(document.struct('Figure', { alt: block.says }, () => drawQr(document, block.content)));
    return;
  }
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
    entry.add(element(document, 'LBody', () => writeItem(document, item)));
    entry.end();
  }
  list.end();
}

/** Writes an item of a list behind its dot, also its second line. */
function writeItem(document: Document, item: string): void {
  write(document, '•', sizes.paragraph);
  document.moveUp().y -= lineGap;
  document.x = margin + 12;
  write(document, item, sizes.paragraph);
  document.x = margin;
}

/** Writes text, each run of it in the piece of the font that has it. */
function write(document: Document, text: string, size: number, bold = false): void {
  const parts = runs(text);
  document.fontSize(size);
  parts.forEach((part, place) => {
    document.font(bold ? `${part.piece}-bold` : part.piece);
    document.text(part.text, { continued: place < parts.length - 1, lineGap });
  });
}
