import type { Remark } from '../audit/trail-entry.ts';
import type { Fault } from '../domain/errors.ts';
import { fault } from '../domain/errors.ts';
import { circumstancesIn } from './circumstances.ts';
import {
  actionOf,
  entityOf,
  named,
  namesOfResource,
  namesOfSubject,
  resourceOf,
  saysSender,
  subjectOf,
} from './evaluation.reading.ts';
import type { Named, Names } from './named.ts';
import { asItStood } from './on-record.ts';
import { type Fields, Reading } from './reading.ts';

/** A question about what is not decided here: whom it names in a way that we know, and what stood there. */
export interface Unknown {
  readonly names: Names;
  readonly shown: Remark;
}

/** A question as it was read; one about what is not decided here; or what is wrong with it. Each may have a trace of its own. */
export type Read = (
  { readonly named: Named } | { readonly unknown: Unknown } | { readonly faults: readonly Fault[] }
) & { readonly trace?: string | undefined };

/** By which names a question calls whom it is about. */
export const namesOf = (read: Read): Names | undefined =>
  'named' in read ? read.named.names : 'unknown' in read ? read.unknown.names : undefined;

/** When a batch stops: never, at the first no, at the first yes. */
export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
/** One of {@link semantics}. */
export type Semantics = (typeof semantics)[number];

/** A batch as it was read. */
export interface Batch {
  readonly questions: readonly Read[];
  readonly semantics: Semantics;
}

/** So many questions at most in one batch. */
const largestBatch = 1_000;

/** Reads one question. `at` is where it stands in the body. */
export function readQuestion(body: unknown, at = '#'): Read {
  const reading = new Reading();
  const { subject, action, resource, context } = reading.object(body, at);
  const who = entityOf(reading, subject, `${at}/subject`);
  const what = entityOf(reading, resource, `${at}/resource`);
  const name = actionOf(reading, action, `${at}/action`);
  const { trace, ...circumstances } = circumstancesIn(reading, context, `${at}/context`);
  const whom = subjectOf(who);
  const which = resourceOf(reading, what, `${at}/resource`);
  saysSender(reading, what, `${at}/resource`);
  if (reading.faults.length > 0) return { faults: reading.faults, trace };
  if (!whom || !which) {
    const names = { ...namesOfSubject(who), ...namesOfResource(what) };
    return { unknown: { names, shown: asItStood(who, name, what, circumstances) }, trace };
  }
  return { named: named([who, ...whom], name, [what, ...which], circumstances), trace };
}

/**
 * Reads a batch: what a question leaves out comes from the top. A body without questions in a list is one question.
 * Of a question that is not right only that one is lost.
 */
export function readBatch(body: unknown): Batch | 'single' | { readonly faults: readonly Fault[] } {
  const reading = new Reading();
  const { evaluations, options, ...defaults } = reading.object(body, '#');
  const { evaluations_semantic: wanted } = reading.optionalObject(options, '#/options');
  const isSemantics = (value: unknown): value is Semantics => semantics.includes(value as Semantics);
  const how = reading.optional(wanted, '#/options/evaluations_semantic', isSemantics, {
    en: `Choose one of: ${semantics.join(', ')}.`,
    nl: `Kies een van: ${semantics.join(', ')}.`,
  });
  if (evaluations !== undefined && !Array.isArray(evaluations))
    reading.faults.push(fault('#/evaluations', 'list', 'This must be a list.', 'Dit moet een lijst zijn.'));
  else if (evaluations !== undefined && evaluations.length > largestBatch)
    reading.faults.push(
      fault(
        '#/evaluations',
        'too-many',
        `Send ${largestBatch.toLocaleString('en')} questions at most.`,
        `Stuur hoogstens ${largestBatch.toLocaleString('nl')} vragen.`,
      ),
    );
  if (reading.faults.length > 0) return { faults: reading.faults };
  const given = (evaluations ?? []) as readonly unknown[];
  if (given.length === 0) return 'single';
  const questions = given.map((each, place) =>
    readQuestion(overDefaults(defaults, each), `#/evaluations/${place}`),
  );
  return { questions, semantics: how ?? 'execute_all' };
}

const isEntity = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What identifies an entity or names an action: a question that leaves it out means that of the top. */
const identifies = ['type', 'id', 'name'] as const;

/** An entity of a question counts as a whole, with its properties; only what identifies it can come from the top. */
function overDefault(given: unknown, usual: unknown): unknown {
  if (given === undefined) return usual;
  if (!isEntity(given) || !isEntity(usual)) return given;
  const inherited = identifies.filter((field) => given[field] === undefined && usual[field] !== undefined);
  return { ...given, ...Object.fromEntries(inherited.map((field) => [field, usual[field]])) };
}

const overDefaults = (defaults: Fields, given: unknown): unknown =>
  isEntity(given)
    ? {
        ...{ context: given.context === undefined ? defaults.context : given.context },
        ...Object.fromEntries(
          ['subject', 'action', 'resource'].map((name) => [name, overDefault(given[name], defaults[name])]),
        ),
      }
    : given;
