import { maskedBsns } from '../../domain/identifiers.ts';
import { cleanFileName } from '../file-name.ts';

/** Bytes of UTF-8: file systems take 255, Windows counts the folder too, and a number must still fit behind. */
const longest = { client: 30, sender: 25, subject: 45, attachment: 40, name: 135 };

/** The start of a text, no longer than so many bytes of UTF-8, with whole signs. */
function shortened(text: string, bytes: number): string {
  let length = 0;
  let start = '';
  for (const { segment } of new Intl.Segmenter('nl').segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > bytes) return `${start.trimEnd()}…`;
    start += segment;
  }
  return start;
}

/** Words as a part of a name: what would be a path is a dash (R2: and a BSN is not in a name). */
const part = (words: string, bytes: number): string =>
  shortened(maskedBsns(words).replace(/\s*[\\/]\s*/g, '-'), bytes);

/** Letters without what stands above and below them: such a name reads the same on every system. */
const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '');

/**
 * How a message is called in a file: by the day it came, whose it is when they are of several people, who sent it and
 * what it is about; without extension.
 */
export const messageName = (
  day: string,
  client: string | undefined,
  sender: string,
  subject: string,
): string =>
  [
    day,
    ...(client === undefined ? [] : [part(plain(client), longest.client)]),
    part(sender, longest.sender),
    part(subject, longest.subject),
  ].join(' ');

/** Hands out names that are only names, each once; two that differ in case alone are one to some. */
export class FileNames {
  private readonly taken = new Set<string>();
  private readonly given = new Map<string, number>();

  /** A name with this stem and, after it, the extension. */
  next(stem: string, extension: string): string {
    const start = shortened(stem, longest.name - Buffer.byteLength(extension));
    const wanted = `${start}${extension}`.toLowerCase();
    for (let number = (this.given.get(wanted) ?? 0) + 1; ; number++) {
      const name = cleanFileName(`${start}${number === 1 ? '' : ` (${number})`}${extension}`);
      const known = name.toLowerCase();
      if (this.taken.has(known)) continue;
      this.taken.add(known);
      this.given.set(wanted, number);
      return name;
    }
  }

  /** The name of an attachment, beside its message. */
  beside(stem: string, attachment: string): string {
    const clean = part(cleanFileName(attachment), Number.POSITIVE_INFINITY);
    const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
    const own = clean.slice(0, clean.length - extension.length);
    return this.next(`${stem} - ${shortened(own, longest.attachment)}`, extension);
  }
}
