import type { Remark } from '../../audit/trail-entry.ts';
import { messageWords, wordsFor } from '../../domain/evaluation.ts';
import { type Fault, fault } from '../../domain/errors.ts';
import { fingerprint } from '../../platform/ids.ts';
import { circumstancesIn } from '../circumstances.ts';
import {
  actionOf,
  entityOf,
  named,
  namesOfResource,
  namesOfSubject,
  resourceOf,
  saysSender,
  subjectOf,
} from '../evaluation.reading.ts';
import type { Read } from '../evaluation.request.ts';
import type { Names } from '../named.ts';
import { asItStood, saidOf } from '../on-record.ts';
import { type Fields, Reading } from '../reading.ts';
import type { PageTokens } from './page-tokens.ts';

/** What a search looks for. */
export type Wanted = 'subject' | 'resource' | 'action';

/** A search as it was read. */
export interface Search {
  /** The question about one of what may be found: its id, or the name of an action. */
  readonly about: (found: string) => Read;
  /** Of which type what is found is; nothing when it is actions. */
  readonly type?: string;
  /** What the database narrows it down by. */
  readonly names: Names;
  /** Names of actions, when these are what is looked for. */
  readonly words: readonly string[];
  readonly limit: number;
  /** Behind which one to go on: an id, or the name of an action. */
  readonly behind?: string | undefined;
  /** What was asked, for the record. */
  readonly shown: Remark;
  /** What the token of the next page is bound to. */
  readonly mark: string;
  /** Of which trace the search is a part, when that is another than of the request. */
  readonly trace?: string | undefined;
}

/** Results of a page, when nobody says. */
const standardLimit = 50;
/** No page is larger. */
const largestLimit = 1_000;

/** Longer is no token, and is not opened. */
const longestToken = 600;

/** Reads what a page asks: how many, and behind which. A limit of nothing has a token of the beginning. */
function pageIn(reading: Reading, value: unknown, behindOf: (token: string) => string | undefined) {
  const { limit, token } = reading.optionalObject(value, '#/page');
  const isLimit = (given: unknown): given is number => Number.isInteger(given) && Number(given) >= 0;
  const many = reading.optional(limit, '#/page/limit', isLimit, {
    en: 'Write a whole number from 0.',
    nl: 'Schrijf een heel getal vanaf 0.',
  });
  const isText = typeof token === 'string' && token.length <= longestToken;
  const behind = isText && token !== '' ? behindOf(token) : undefined;
  const isToken = (given: unknown): given is string => given === '' || behind !== undefined;
  reading.optional(token, '#/page/token', isToken, {
    en: 'This is not a token of this search.',
    nl: 'Dit is geen token van deze zoekvraag.',
  });
  return {
    limit: Math.min(many ?? standardLimit, largestLimit),
    behind: behind || undefined,
  };
}

/** The members of an object have no order: to write them in another is the same search. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Reads a search. Without tokens to open it has its first page alone. */
export function readSearch(
  wanted: Wanted,
  body: unknown,
  tokens?: PageTokens,
): Search | { readonly faults: readonly Fault[] } {
  const reading = new Reading();
  const { subject, action, resource, context, page }: Fields = reading.object(body, '#');
  const who = entityOf(reading, subject, '#/subject', wanted !== 'subject');
  const what = entityOf(reading, resource, '#/resource', wanted !== 'resource');
  const word = wanted === 'action' ? '' : actionOf(reading, action, '#/action');
  const { trace, ...circumstances } = circumstancesIn(reading, context, '#/context');
  const mark = fingerprint(JSON.stringify([wanted, who, what, word, circumstances], inOrder)).slice(0, 16);
  const which = resourceOf(reading, what, '#/resource');
  // Of messages that lie here, what is said of them narrows the search.
  if (wanted !== 'resource' || what.type !== 'message') saysSender(reading, what, '#/resource');
  const words = wanted === 'action' ? (which ? wordsFor(which[0]) : Object.keys(messageWords)) : [];
  const { limit, behind } = pageIn(reading, page, (token) => tokens?.open(mark, token));
  if (
    wanted === 'resource' &&
    what.type === 'message' &&
    who.type !== 'citizen' &&
    what.properties.client === undefined
  )
    reading.faults.push(
      fault(
        '#/resource/properties/client',
        'required',
        'Name the client whose messages to search.',
        'Noem de cliënt van wie u berichten zoekt.',
      ),
    );
  if (reading.faults.length > 0) return { faults: reading.faults };
  const asked = asItStood(who, word, what, circumstances);
  const shown: Remark = { ...asked, details: { ...asked.details, ...saidOf(which?.[0]) } };
  const about = (found: string): Read => {
    // Who is found is called by his id here, whatever else he is called; of what is said of him his office narrows.
    const { kvk } = who.properties;
    const asking =
      wanted === 'subject' ? { ...who, id: found, properties: kvk === undefined ? {} : { kvk } } : who;
    const about = wanted === 'resource' ? { ...what, id: found } : what;
    const whom = subjectOf(asking);
    const it = resourceOf(new Reading(), about, '#/resource');
    const doing = wanted === 'action' ? found : word;
    return whom && it
      ? { named: named([asking, ...whom], doing, [about, ...it], circumstances) }
      : { unknown: { names: {}, shown } };
  };
  const names: Names = {
    ...(wanted === 'subject' ? {} : namesOfSubject(who)),
    ...(wanted === 'resource' ? ownerIn(what) : namesOfResource(what)),
  };
  const type = { subject: who.type, resource: what.type, action: undefined }[wanted];
  return { about, ...(type ? { type } : {}), names, words, limit, behind, shown, mark, trace };
}

/** Whose messages are searched. */
function ownerIn({ properties: { client } }: { readonly properties: Fields }): Names {
  const read = resourceOf(new Reading(), { type: 'inbox', id: String(client), properties: {} }, '#/resource');
  return client === undefined ? {} : (read?.[1] ?? {});
}
