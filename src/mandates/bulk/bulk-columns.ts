import type { BulkKind } from '../../domain/bulk.ts';
import { type Fault, fault, Problem } from '../../domain/errors.ts';

/** The columns that a file can have, with every name by which its header may call them. */
const names = {
  bsn: ['bsn', 'burgerservicenummer', 'citizen service number'],
  birthDate: ['birth date', 'date of birth', 'geboortedatum'],
  from: ['from', 'start', 'vanaf', 'van', 'begindatum', 'ingangsdatum'],
  until: ['until', 'end', 'tot', 'einddatum'],
  template: ['template', 'sjabloon'],
  sender: ['sender', 'oin', 'afzender', 'afnemer'],
  category: ['category', 'rubriek', 'categorie'],
  actions: ['actions', 'acties'],
  reference: ['reference', 'kenmerk', 'dossier', 'referentie'],
  mandate: ['mandate', 'machtiging'],
} as const satisfies Record<string, readonly string[]>;

/** A column of a file. */
export type Column = keyof typeof names;

const columnsOf: Readonly<Record<BulkKind, { required: readonly Column[]; optional: readonly Column[] }>> = {
  request: {
    required: ['bsn', 'birthDate', 'from', 'until'],
    optional: ['template', 'sender', 'category', 'actions', 'reference'],
  },
  renewal: { required: ['mandate', 'until'], optional: ['reference'] },
  renunciation: { required: ['mandate'], optional: ['reference'] },
};

/** The columns of a kind of file. */
export const columnsFor = (kind: BulkKind): readonly Column[] => [
  ...columnsOf[kind].required,
  ...columnsOf[kind].optional,
];

/** As names are compared: `Geboorte-datum ` is `geboortedatum`, `birthDate` is `birth date`. */
const folded = (name: string): string => name.toLowerCase().replace(/[\s_.-]/g, '');

const known = new Map<string, Column>(
  Object.entries(names).flatMap(([column, all]) => all.map((name) => [folded(name), column as Column])),
);

/** No header has more columns. */
const mostColumns = 100;
/** No header ends later in its file than after so many bytes. */
export const longestHeader = 16 * 1024;

/** Which column stands at which place, and what the file calls it. */
export interface Header {
  readonly columns: readonly (Column | undefined)[];
  readonly called: Readonly<Partial<Record<Column, string>>>;
}

/** A first line that cannot be a header; it is not looked into. */
export const tooLongHeader = (): Problem =>
  new Problem('invalid-input', {
    faults: [
      fault(
        '#/header',
        'too-long-header',
        `The first line names the columns, ${mostColumns} at most, in 16 KiB at most. Perhaps a quotation mark was not closed.`,
        `De eerste regel noemt de kolommen, hoogstens ${mostColumns}, in hoogstens 16 KiB. Misschien is een aanhalingsteken niet gesloten.`,
      ),
    ],
  });

/** A first line in which a quotation mark opens and swallows what follows. */
export const unclosedHeader = (): Problem =>
  new Problem('invalid-input', {
    faults: [
      fault(
        '#/header',
        'quotes',
        'A quotation mark in the first line is not closed, so the names of the columns cannot be read.',
        'In de eerste regel is een aanhalingsteken niet gesloten, dus de namen van de kolommen zijn niet te lezen.',
      ),
    ],
  });

/**
 * Reads the first line of a file.
 * @throws Problem `invalid-input` with every fault of the header; what stands there is not repeated (R2).
 */
export function headerOf(cells: readonly string[], kind: BulkKind): Header {
  if (cells.length > mostColumns) throw tooLongHeader();
  const allowed = columnsFor(kind);
  const columns = cells.map((cell) => {
    const column = known.get(folded(cell));
    return column && allowed.includes(column) ? column : undefined;
  });
  const faults: Fault[] = [];
  if (columns.every((column) => column === undefined)) {
    faults.push(
      fault(
        '#/header',
        'header',
        `The first line must name the columns, such as: ${allowed.join('; ')}. Save the file as “CSV UTF-8”.`,
        `De eerste regel moet de kolommen noemen, zoals: ${allowed.map(inDutch).join('; ')}. Sla het bestand op als ‘CSV UTF-8’.`,
      ),
    );
    throw new Problem('invalid-input', { faults });
  }
  columns.forEach((column, place) => {
    const [at, number] = [`#/header/${place}`, place + 1];
    if (column === undefined && cells[place]?.trim() !== '')
      faults.push(
        fault(
          at,
          'unknown-column',
          `Column ${number} has a name that is not known here. Known are: ${allowed.join(', ')}.`,
          `Kolom ${number} heeft een naam die hier niet bekend is. Bekend zijn: ${allowed.map(inDutch).join(', ')}.`,
        ),
      );
    if (column !== undefined && columns.indexOf(column) < place)
      faults.push(
        fault(
          at,
          'repeated-column',
          `Column ${number} is there twice: ${column}.`,
          `Kolom ${number} staat er twee keer: ${inDutch(column)}.`,
        ),
      );
  });
  faults.push(...missing(columns, kind));
  if (faults.length > 0) throw new Problem('invalid-input', { faults });
  const called = Object.fromEntries(
    columns.flatMap((column, place) => (column ? [[column, cells[place]?.trim() ?? '']] : [])),
  );
  return { columns, called };
}

function missing(columns: readonly (Column | undefined)[], kind: BulkKind): Fault[] {
  const absent = (column: Column): Fault[] =>
    columns.includes(column)
      ? []
      : [
          fault(
            `#/${column}`,
            'required',
            `The column ${column} is missing.`,
            `De kolom ${inDutch(column)} ontbreekt.`,
          ),
        ];
  const faults = columnsOf[kind].required.flatMap(absent);
  if (kind !== 'request' || columns.includes('template')) return faults;
  const lines = (['sender', 'category', 'actions'] as const).flatMap(absent);
  return [...faults, ...lines];
}

const inDutch = (column: Column): string => names[column].find((name) => dutch.has(name)) ?? column;
const dutch: ReadonlySet<string> = new Set([
  ...['geboortedatum', 'vanaf', 'tot', 'sjabloon', 'afzender', 'rubriek', 'acties', 'kenmerk', 'machtiging'],
]);

/** What the file calls the column of a field: `lines/0/sender` is in the column of the sender. */
export function columnOf(field: string, called: Readonly<Record<string, string>>): string {
  const name = field.split('/').at(-1) ?? field;
  return (
    called[field] ??
    called[name] ??
    (name === 'lines' ? (called.sender ?? called.template) : undefined) ??
    field
  );
}
