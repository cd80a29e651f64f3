import { type BulkFault, faultSentence } from '../../domain/bulk-faults.ts';
import type { BulkRowState } from '../../domain/bulk.ts';
import { type ReasonCode, reasons } from '../../domain/reasons.ts';
import type { ProblemCode } from '../../domain/errors.ts';
import type { Cells } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import { problems } from '../../platform/problems.ts';
import { columnOf } from './bulk-columns.ts';
import type { ResultRow } from './bulk-result.store.ts';

/** A sentence in both languages. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** The names of the columns of the result. */
export const head: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'rij',
    'regel',
    'kenmerk',
    'toestand',
    'machtiging',
    'nieuwe machtiging',
    'code',
    'uitleg',
    'explanation',
  ],
  en: ['row', 'line', 'reference', 'state', 'mandate', 'new mandate', 'code', 'uitleg', 'explanation'],
};

const states: Readonly<Record<BulkRowState, Sentence>> = {
  faulty: { nl: 'fout', en: 'faulty' },
  ready: { nl: 'wacht', en: 'waits' },
  done: { nl: 'gedaan', en: 'done' },
  refused: { nl: 'geweigerd', en: 'refused' },
};

/** What a code of a problem or a reason says to people. */
export const sentenceOf = (code: string): Sentence =>
  reasons[code as ReasonCode] ?? problems[code as ProblemCode] ?? problems['internal-error'];

/** One line of the result. `called` is what the file calls its columns. */
export function resultCells(
  row: ResultRow,
  called: Readonly<Record<string, string>>,
  language: Language,
): Cells {
  const said = row.problem ? [sentenceOf(row.problem)] : row.faults.map((fault) => inColumn(fault, called));
  const codes = row.problem ?? [...new Set(row.faults.map(({ code }) => code))].join(' ');
  return [
    ...[row.number, row.line, row.reference ?? undefined, states[row.state][language]],
    ...[row.mandate ?? undefined, row.successor ?? undefined, codes],
    ...(['nl', 'en'] as const).map((each) => said.map((sentence) => sentence[each]).join(' ')),
  ];
}

function inColumn(fault: BulkFault, called: Readonly<Record<string, string>>): Sentence {
  const { nl, en } = faultSentence(fault);
  const column = fault.field && columnOf(fault.field, called);
  return column ? { nl: `${column}: ${nl}`, en: `${column}: ${en}` } : { nl, en };
}
