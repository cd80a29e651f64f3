import type { BulkFault } from '../../domain/bulk-faults.ts';

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** Line breaks inside the cells of a row. */
export const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + breaksIn(cell), 0);

/**
 * Whether a cell swallowed lines that were to be rows of their own: a quotation mark opens it and is closed by none of
 * its own. It has a line break, and either the mark that ended it opens a cell of a later line (then the parser gives
 * both back), or it holds as many cells as a row has.
 */
export const swallows = (cell: string, sign: string, cellsOfARow: number): boolean =>
  cell.includes('\n') && (cell.startsWith('"') || cell.split(sign).length >= cellsOfARow);

/** What is wrong with a row from one line to another; on a single line nothing was swallowed. */
export const unclosedQuote = (line: number, lastLine: number): BulkFault =>
  lastLine > line ? { code: 'unclosed-quote', line, lastLine } : { code: 'quotes' };

/** Lines that nobody judged, because a row swallowed them. */
export const swallowedBy = (faults: readonly BulkFault[]): number =>
  faults.reduce(
    (sum, { code, line = 0, lastLine = 0 }) => sum + (code === 'unclosed-quote' ? lastLine - line : 0),
    0,
  );
