import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { BulkKind, BulkRowState } from '../../domain/bulk.ts';
import type { Cells } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import { columnOf } from './bulk-columns.ts';
import type { ResultRow } from './bulk-result.store.ts';
import { explained, faultIn, refusedThen } from './bulk-row.words.ts';
import type { BulkRun } from './bulk-run.store.ts';
import type { Sentence } from '../../domain/sentence.ts';

/** The names of the columns of the result. */
export const head: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'rij',
    'regel',
    'kenmerk',
    'cliënt',
    'toestand',
    'machtiging',
    'nieuwe machtiging',
    'code',
    'uitleg',
    'explanation',
  ],
  en: [
    'row',
    'line',
    'reference',
    'client',
    'state',
    'mandate',
    'new mandate',
    'code',
    'uitleg',
    'explanation',
  ],
};

const states: Readonly<Record<BulkRowState, Sentence>> = {
  faulty: { nl: 'fout', en: 'faulty' },
  ready: { nl: 'wacht', en: 'waits' },
  done: { nl: 'gedaan', en: 'done' },
  refused: { nl: 'geweigerd', en: 'refused' },
  cancelled: { nl: 'geannuleerd', en: 'cancelled' },
};

/** One line of the result, in the words of its kind of file and of the file's own header. */
export function resultCells(
  row: ResultRow,
  run: Pick<BulkRun, 'kind' | 'state' | 'columns'>,
  language: Language,
): Cells {
  const { kind, columns } = run;
  const said = [
    ...(row.problem
      ? [refusedThen(kind, row, row.problem)]
      : row.faults.map((fault) => inColumn(kind, fault, columns))),
    ...[explained(run, row) ?? []].flat(),
  ];
  const codes = row.problem ?? [...new Set(row.faults.map(({ code }) => code))].join(' ');
  return [
    ...[
      row.number,
      row.line,
      row.reference ?? undefined,
      row.client ?? undefined,
      states[row.state][language],
    ],
    ...[row.mandate ?? undefined, row.successor ?? undefined, codes],
    ...(['nl', 'en'] as const).map((each) => said.map((sentence) => sentence[each]).join(' ')),
  ];
}

function inColumn(kind: BulkKind, fault: BulkFault, called: BulkRun['columns']): Sentence {
  const { nl, en } = faultIn(kind, fault);
  const isNamed = fault.code === 'unknown-field'; // in the sentence itself
  const column = !isNamed && fault.field && columnOf(fault.field, called);
  return column ? { nl: `${column}: ${nl}`, en: `${column}: ${en}` } : { nl, en };
}
