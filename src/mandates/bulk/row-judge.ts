import type { BulkFault, BulkFaultCode } from '../../domain/bulk-faults.ts';
import { type BulkKind, mostLines } from '../../domain/bulk.ts';
import { type Day, isDay, whyNoDay } from '../../domain/day.ts';
import { shownName } from '../../domain/errors.ts';
import { type Bsn, isBsn, isOin } from '../../domain/identifiers.ts';
import { isId, type MandateId } from '../../domain/ids.ts';
import { faultsOf } from '../../domain/mandate-request.ts';
import { categories, type Scope, type ScopeAction, scopeActions } from '../../domain/scope.ts';
import { isText } from '../../platform/fields.ts';
import { type Column, columnsFor } from './bulk-columns.ts';
import type { RawRow } from './raw-row.ts';
import type { ClaimedPerson } from './bulk-person.ts';

/** A row after what can be said of it by itself. What the rest of the file and the world say comes later. */
export interface JudgedRow {
  readonly number: number;
  readonly line: number;
  readonly bsn?: Bsn | undefined;
  readonly person?: ClaimedPerson | undefined;
  readonly lines?: readonly Scope[] | undefined;
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
  readonly reference?: string | undefined;
  readonly mandate?: MandateId | undefined;
  /** R15: the number of the row with which it goes in one letter, where that is known already. */
  readonly leader?: number | undefined;
  readonly faults: readonly BulkFault[];
}

/** What a judge needs to know: which day it is, and the office's templates by their folded names. */
export interface Known {
  readonly kind: BulkKind;
  readonly today: Day;
  readonly templates: ReadonlyMap<string, readonly Scope[]>;
}

/** What can be the name of a template. */
export const isTemplateName = (value: unknown): value is string => isText(value, { max: 80 });

/** Template names are compared without regard to case. */
export const foldedName = (name: string): string => name.trim().toLowerCase();

/** Unknown fields of one object that are named: who repairs these is told of the next. */
const mostUnknown = 10;

type Fields = Readonly<Record<string, unknown>>;

/** Collects what is wrong with one row, all of it at once (R1, R7, R8). */
class Judge {
  readonly faults: BulkFault[] = [];

  constructor(private readonly fields: Fields) {}

  add(code: BulkFaultCode, field?: string): undefined {
    if (!this.faults.some((each) => each.field === field && each.code === code))
      this.faults.push({ field, code });
  }

  /** The value of a field when it holds; otherwise its fault. */
  value<Value>(
    field: string,
    holds: (value: unknown) => value is Value,
    code: BulkFaultCode | ((value: unknown) => BulkFaultCode),
    given: unknown = this.fields[field],
  ): Value | undefined {
    if (isAbsent(given)) return this.add('required', field);
    if (isBroken(given)) return this.add('encoding', field);
    return holds(given) ? given : this.add(typeof code === 'string' ? code : code(given), field);
  }

  day(field: string): Day | undefined {
    return this.value(field, isDay, (given) => whyNoDay(given) ?? 'day');
  }

  optional<Value>(field: string, holds: (value: unknown) => value is Value, code: BulkFaultCode) {
    if (this.isNull(field)) return undefined;
    return isAbsent(this.fields[field]) ? undefined : this.value(field, holds, code);
  }

  /** Whether an optional field is `null`, which is its fault: it can only be left out. */
  isNull(field: string): boolean {
    if (this.fields[field] === null) this.add('null', field);
    return this.fields[field] === null;
  }

  /** Fields that a row of this kind has not, or an object in it at a place; the first of many. */
  others(allowed: readonly string[], fields: Fields = this.fields, at = ''): void {
    const unknown = Object.keys(fields).filter(
      (name) => !allowed.includes(name) && fields[name] !== undefined && fields[name] !== '',
    );
    for (const name of unknown.slice(0, mostUnknown)) this.add('unknown-field', `${at}${shownName(name)}`);
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
/** What a decoder leaves where the bytes were no UTF-8. */
const isBroken = (value: unknown): boolean => typeof value === 'string' && value.includes('\ufffd');
const isReference = (value: unknown): value is string => isText(value, { max: 80 });
const isCategory = (value: unknown): value is Scope['category'] =>
  value === 'all' || categories.some((category) => category === value);
const areActions = (value: unknown): value is ScopeAction[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  new Set(value).size === value.length &&
  value.every((action) => scopeActions.some((known) => known === action));
const whyNoActions = (value: unknown): BulkFaultCode =>
  Array.isArray(value) && value.length === 0 ? 'no-actions' : 'actions';
const isListOfObjects = (value: unknown): value is Fields[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostLines &&
  value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
const isMandate = (value: unknown): value is MandateId => isId(value);

/** Judges a row by itself. */
export function judgeRow(row: RawRow, number: number, known: Known): JudgedRow {
  if (row.faults.length > 0) return { number, line: row.line, faults: row.faults };
  const judge = new Judge(row.fields);
  const allowed: readonly (Column | 'lines')[] = [...columnsFor(known.kind), 'lines'];
  judge.others(known.kind === 'request' ? allowed.filter(notInJson) : columnsFor(known.kind));
  const reference = judge.optional('reference', isReference, 'text')?.trim();
  const rest = known.kind === 'request' ? request(judge, row.fields, known) : ofMandate(judge, known.kind);
  return { number, line: row.line, reference, ...rest, faults: judge.faults };
}

const notInJson = (field: string): boolean => !['sender', 'category', 'actions'].includes(field);

function request(judge: Judge, fields: Fields, known: Known) {
  const bsn = judge.value('bsn', isBsn, (given) => (typeof given === 'number' ? 'bsn-as-number' : 'bsn'));
  const birthDate = judge.day('birthDate');
  if (birthDate && birthDate > known.today) judge.add('in-the-future', 'birthDate');
  const from = judge.day('from');
  const until = judge.day('until');
  const lines = asked(judge, fields, known);
  if (from && until) {
    const wish = { lines: lines ?? [], period: { from, until } };
    for (const { location, code } of faultsOf(wish, known.today))
      if (code !== 'empty')
        judge.add(code === 'repeated' ? 'repeated-line' : (code as BulkFaultCode), location.slice(2));
  } else if (from && from < known.today) judge.add('in-the-past', 'from');
  return { bsn, person: bsn && birthDate ? { bsn, birthDate } : undefined, from, until, lines };
}

function ofMandate(judge: Judge, kind: BulkKind) {
  const mandate = judge.value('mandate', isMandate, 'mandate');
  const until = kind === 'renewal' ? judge.day('until') : undefined;
  return { mandate, until };
}

/** What the row asks for: by the name of a template, or line by line. */
function asked(judge: Judge, fields: Fields, { templates }: Known): readonly Scope[] | undefined {
  const { template, lines } = fields;
  if (['template', 'lines'].filter((field) => judge.isNull(field)).length > 0) return undefined;
  if (!isAbsent(template) && !isAbsent(lines)) judge.add('template-and-lines', 'template');
  if (!isAbsent(template)) {
    const name = judge.value('template', isTemplateName, 'unknown-template');
    const found = name === undefined ? undefined : templates.get(foldedName(name));
    if (name !== undefined && !found) judge.add('unknown-template', 'template');
    if (isAbsent(lines)) return found;
  }
  const list = judge.value('lines', isListOfObjects, 'lines');
  const read = list?.map((line, place) => lineOf(judge, line, `lines/${place}`)) ?? [];
  return list && read.every((line) => line !== undefined) ? read : undefined;
}

function lineOf(judge: Judge, line: Fields, at: string): Scope | undefined {
  judge.others(['sender', 'category', 'actions'], line, `${at}/`);
  const sender = judge.value(`${at}/sender`, isOin, 'sender', line.sender ?? null);
  const category = judge.value(`${at}/category`, isCategory, 'category', line.category ?? null);
  const actions = judge.value(`${at}/actions`, areActions, whyNoActions, line.actions ?? null);
  return sender && category && actions ? { sender, category, actions } : undefined;
}
