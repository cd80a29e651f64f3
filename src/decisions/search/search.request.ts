import { messageWords, wordsFor } from '../../domain/evaluation.ts';
import { type Fault, fault } from '../../domain/errors.ts';
import { isId } from '../../domain/ids.ts';
import { fingerprint } from '../../platform/ids.ts';
import { circumstancesIn } from '../circumstances.ts';
import { actionOf, entityOf, named, resourceOf, subjectOf } from '../evaluation.reading.ts';
import type { Read } from '../evaluation.request.ts';
import type { Names } from '../named.ts';
import { type Fields, Reading } from '../reading.ts';

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
  /** What the token of the next page is bound to. */
  readonly mark: string;
}

/** Results of a page, when nobody says. */
const standardLimit = 50;
/** No page is larger. */
const largestLimit = 1_000;

const tokenOf = (mark: string, last: string): string => Buffer.from(`${mark} ${last}`).toString('base64url');

/** The token of the page that goes on behind this one. */
export const nextToken = ({ mark }: Search, last: string): string => tokenOf(mark, last);

/** Reads what a page asks: how many, and behind which. A limit of nothing has a token of the beginning. */
function pageIn(reading: Reading, value: unknown, mark: string, words: readonly string[]) {
  const { limit, token } = reading.optionalObject(value, '#/page');
  const isLimit = (given: unknown): given is number => Number.isInteger(given) && Number(given) >= 0;
  const many = reading.optional(limit, '#/page/limit', isLimit, {
    en: 'Write a whole number from 0.',
    nl: 'Schrijf een heel getal vanaf 0.',
  });
  const isToken = (given: unknown): given is string => {
    if (typeof given !== 'string' || given.length > 400) return false;
    const [of, last = ''] = Buffer.from(given, 'base64url').toString('utf8').split(' ');
    return given === '' || (of === mark && (last === '' || isId(last) || words.includes(last)));
  };
  const from = reading.optional(token, '#/page/token', isToken, {
    en: 'This is not a token of this search.',
    nl: 'Dit is geen token van deze zoekvraag.',
  });
  return {
    limit: Math.min(many ?? standardLimit, largestLimit),
    behind: from ? Buffer.from(from, 'base64url').toString('utf8').split(' ')[1] || undefined : undefined,
  };
}

/** Reads a search. */
export function readSearch(wanted: Wanted, body: unknown): Search | { readonly faults: readonly Fault[] } {
  const reading = new Reading();
  const { subject, action, resource, context, page }: Fields = reading.object(body, '#');
  const who = entityOf(reading, subject, '#/subject', wanted !== 'subject');
  const what = entityOf(reading, resource, '#/resource', wanted !== 'resource');
  const word = wanted === 'action' ? '' : actionOf(reading, action, '#/action');
  const circumstances = circumstancesIn(reading, context, '#/context');
  const mark = fingerprint(JSON.stringify([wanted, who, what, word, circumstances])).slice(0, 16);
  const which = resourceOf(reading, what, '#/resource');
  const words = wanted === 'action' ? (which ? wordsFor(which[0]) : Object.keys(messageWords)) : [];
  const { limit, behind } = pageIn(reading, page, mark, words);
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
  const about = (found: string): Read => {
    const asking = wanted === 'subject' ? { ...who, id: found } : who;
    const asked = wanted === 'resource' ? { ...what, id: found } : what;
    const whom = subjectOf(asking);
    const it = resourceOf(new Reading(), asked, '#/resource');
    const doing = wanted === 'action' ? found : word;
    return whom && it
      ? { named: named([asking, ...whom], doing, [asked, ...it], circumstances) }
      : { unknown: true };
  };
  const names: Names = {
    ...(wanted === 'subject' ? {} : subjectOf(who)?.[1]),
    ...(wanted === 'resource' ? ownerIn(what) : which?.[1]),
  };
  const type = { subject: who.type, resource: what.type, action: undefined }[wanted];
  return { about, ...(type ? { type } : {}), names, words, limit, behind, mark };
}

/** Whose messages are searched. */
function ownerIn({ properties: { client } }: { readonly properties: Fields }): Names {
  const read = resourceOf(new Reading(), { type: 'inbox', id: String(client), properties: {} }, '#/resource');
  return client === undefined ? {} : (read?.[1] ?? {});
}
