/** What an attachment can be: a closed list. Nothing that runs. */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/csv',
  'application/xml',
] as const;
/** One of {@link mediaTypes}. */
export type MediaType = (typeof mediaTypes)[number];

type Kind = 'pdf' | 'png' | 'jpeg' | 'xml' | 'text' | 'unknown';

const signatures = [
  ['pdf', Buffer.from('%PDF-')],
  ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['jpeg', Buffer.from([0xff, 0xd8, 0xff])],
] as const;

/** Control characters that no text has; tab, line feed, form feed and carriage return are good. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const notInText = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** What the content is, whatever its name or its sender says. Text is UTF-8. */
function kindOf(content: Buffer): Kind {
  for (const [kind, signature] of signatures)
    if (content.subarray(0, signature.length).equals(signature)) return kind;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return 'unknown';
  }
  if (notInText.test(text)) return 'unknown';
  return /^\s*<(\?xml\s|[\p{L}_])/u.test(text) ? 'xml' : 'text';
}

const allowed: Readonly<Record<MediaType, readonly Kind[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpeg'],
  'text/plain': ['text'],
  'text/csv': ['text'],
  'application/xml': ['xml'],
};

/** Whether the content is what it is said to be. */
export const isWhatItSays = (content: Buffer, stated: MediaType): boolean =>
  allowed[stated].includes(kindOf(content));

/** As the header says it: text is UTF-8, and says so. */
export const contentType = (mediaType: string): string =>
  mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
