import { type ActionName, actions, ruleOf } from './actions.ts';
import type { CoverWish } from './cover.ts';
import { type Day, overlap } from './day.ts';
import { atLeast, type Role } from './organisation.ts';
import type { Sentence } from './sentence.ts';

/** What a substitute cannot do though the absent one can, and whether he leaves before the cover ends. */
export const lackings = ['messages', 'mandates', 'files', 'office', 'last-days'] as const;
/** One of {@link lackings}. */
export type Lacking = (typeof lackings)[number];

/** What another cover of the same days stands in the way of: nothing is passed on to a next colleague. */
export const crossings = ['substitute-away', 'absent-stands-in'] as const;
/** One of {@link crossings}. */
export type Crossing = (typeof crossings)[number];

/** Everything that a cover can leave undone. */
export const coverGaps = [...lackings, ...crossings] as const;
/** One of {@link coverGaps}. */
export type CoverGap = Lacking | Crossing;

/** Work that takes a role, by how its actions begin. To arrange one's own absence is nobody else's work. */
const duties: readonly (readonly [Lacking, readonly string[]])[] = [
  ['messages', ['inbox.']],
  ['mandates', ['mandate.', 'order.', 'urgent-acts.']],
  ['files', ['bulk.']],
  ['office', ['office.', 'clients.']],
];

/** What the rules of the door look at of the two between whom a cover is arranged. */
export interface Standing {
  readonly role: Role;
  /** The first day on which he does not work here any more, when that is known. */
  readonly until?: Day | undefined;
}

const may = (role: Role, action: ActionName): boolean => {
  const rule = ruleOf(action);
  return rule.actors.includes('employee') && atLeast(role, rule.role ?? 'reader');
};

/**
 * What a cover leaves undone. The role of a substitute stays his own (R33): who may only look, only looks, also at what
 * he stands in for. Nothing is refused for it: an office may want nothing more than that somebody looks.
 */
export function gapsOf(absent: Standing, substitute: Standing, until: Day): readonly Lacking[] {
  const names = Object.keys(actions) as ActionName[];
  const lacking = duties.filter(([, begins]) =>
    names.some(
      (name) =>
        begins.some((start) => name.startsWith(start)) &&
        may(absent.role, name) &&
        !may(substitute.role, name),
    ),
  );
  const leaves = substitute.until !== undefined && substitute.until < until;
  return [...lacking.map(([gap]) => gap), ...(leaves ? (['last-days'] as const) : [])];
}

/** How another cover crosses a wish: its substitute is away himself, or who is away stands in for somebody. */
export function crossingOf(wish: CoverWish, other: CoverWish): Crossing | undefined {
  if (!overlap(wish, other)) return undefined;
  if (other.absent === wish.substitute) return 'substitute-away';
  return other.substitute === wish.absent ? 'absent-stands-in' : undefined;
}

/** The same to people; of another cover the office says it, with names and days. */
export const gapWords: Readonly<Record<Lacking, Sentence>> = {
  messages: {
    en: 'The substitute can only read messages, and not take, handle or archive them.',
    nl: 'De vervanger kan berichten alleen lezen, en niet oppakken, afhandelen of opbergen.',
  },
  mandates: {
    en: 'The substitute cannot ask for mandates, renew or end them, nor hand in court orders.',
    nl: 'De vervanger kan geen machtigingen vragen, verlengen of opzeggen, en geen rechterlijk besluit indienen.',
  },
  files: {
    en: 'The substitute cannot send files with many requests, nor confirm them.',
    nl: 'De vervanger kan geen bestanden met veel verzoeken sturen of bevestigen.',
  },
  office: {
    en: 'The substitute cannot run the office, such as invite colleagues or assign clients.',
    nl: 'De vervanger kan het kantoor niet beheren, zoals collega’s uitnodigen of cliënten toewijzen.',
  },
  'last-days': {
    en: 'The substitute leaves the office before this cover ends. From that day on it gives nothing.',
    nl: 'De vervanger gaat weg bij het kantoor voordat deze vervanging eindigt. Vanaf die dag vervalt deze vervanging.',
  },
};
