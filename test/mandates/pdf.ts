import { inflateSync } from 'node:zlib';

/** What a test reads of a PDF: its text as software for reading aloud gets it, and the objects that it is made of. */
export interface ReadPdf {
  /** The text of all pages, lines as they were drawn. */
  readonly text: string;
  /** How often the font had no picture for a letter. */
  readonly missing: number;
  /** Every object, streams left out. */
  readonly objects: ReadonlyMap<string, string>;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream?: string;
}

/** Reads the plain PDF that our library writes, compressed or not. */
export function readPdf(pdf: Buffer): ReadPdf {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { dictionary } of objects.values())
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1] ?? '';
      fonts.set(name, lettersOf(objects.get(toUnicode)?.stream ?? ''));
    }
  let missing = 0;
  const pages = [...objects.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary))
    .map(({ dictionary }) => objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '')?.stream ?? '');
  let text = '';
  let [row, font] = ['', ''];
  for (const [found, y, name, hex] of pages
    .join('\n')
    .matchAll(/1 0 0 1 [\d.]+ ([\d.]+) Tm|\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
    if (y !== undefined) {
      if (y !== row) text += '\n';
      row = y;
    } else if (name !== undefined) font = name;
    else
      for (const glyph of (hex ?? found).match(/.{4}/g) ?? []) {
        if (glyph === '0000') missing++;
        text += fonts.get(font)?.get(glyph) ?? '�';
      }
  }
  return {
    text,
    missing,
    objects: new Map([...objects].map(([id, { dictionary }]) => [id, dictionary])),
  };
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const [dictionary = '', content] = body.split(/\nstream\r?\n/, 2);
    if (content === undefined) objects.set(id, { dictionary });
    else {
      const bytes = Buffer.from(content.slice(0, content.lastIndexOf('\nendstream')), 'latin1');
      const plain = dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
      objects.set(id, { dictionary, stream: plain.toString('latin1') });
    }
  }
  return objects;
}

/** Which letters each glyph of a font stands for. */
function lettersOf(toUnicode: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of toUnicode.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], place) =>
      letters.set(
        (parseInt(first, 16) + place).toString(16).padStart(4, '0'),
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    );
  return letters;
}
