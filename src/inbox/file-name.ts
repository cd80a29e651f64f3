/** Control and direction characters, line separators, and halves of surrogate pairs: they make a name lie. */
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What some file system reads as something else than a name. */
const reserved = /[<>:"|?*]/g;
const longest = 150;

/**
 * A file name that is only a name: without path, control or direction characters, leading dots or reserved
 * signs, and at most 150 characters with its extension kept. What has no name left is called `attachment`.
 */
export function cleanFileName(given: string): string {
  const seen = given.normalize('NFC').replace(invisible, '');
  const name = seen.slice(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1);
  const plain = name
    .replace(reserved, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim();
  if (plain === '') return 'attachment';
  const signs = [...plain];
  if (signs.length <= longest) return plain;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? '';
  return signs.slice(0, longest - extension.length).join('') + extension;
}

/** RFC 8187: everything but the attribute characters as percent-encoded UTF-8. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** RFC 6266: always an attachment, never shown in place; a plain name for old browsers and the true one beside it. */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}
