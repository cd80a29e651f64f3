/** What a reader does not see before the first sign. Tab and line breaks are not among it: they start a trick of their own. */
const unseen = /^(?:(?![\t\r\n])[\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Cf}])+/u;
/** What makes a spreadsheet calculate a cell, once wide and small variants are folded; U+2212 is the minus of typographers. */
const calculates = /^[=+\-@\t\r\n\u2212]/;
/** What would end a cell early, or be trimmed away by some reader. */
const needsQuotes = /[;,"\t\r\n\v\f\u0085\u2028\u2029]|^[\s']|\s$/;

/** Opens a file in UTF-8 with a byte order mark: without it Excel reads names with accents wrongly. */
export const csvStart = '\ufeff';

/** Words of others stay words: an apostrophe in front keeps a spreadsheet from calculating them (CWE-1236). */
const harmless = (text: string): string =>
  calculates.test(text.replace(unseen, '').slice(0, 1).normalize('NFKC')) ? `'${text}` : text;

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value); // ours: never words of others
  const text = harmless(value);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One line of a file for a spreadsheet as it is set in the Netherlands: cells between semicolons, quoted when
 * needed (RFC 4180), ended by CRLF. What a spreadsheet would calculate is made plain words; numbers stay numbers.
 */
export const csvLine = (values: readonly (string | number | undefined)[]): string =>
  `${values.map(cell).join(';')}\r\n`;
