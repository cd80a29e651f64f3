import type { ActionName } from '../domain/actions.ts';
import type { ActorKind } from '../domain/actor.ts';
import { inDutch } from './trail-entries.dutch.ts';
import { inEnglish } from './trail-entries.english.ts';

/** In which capacity someone acted, as the client may know it. Never who he is as a person. */
export const capacities = [
  ...(['you', 'new-means', 'someone-else', 'employee', 'official', 'sender', 'system', 'service'] as const),
] as const;
/** One of {@link capacities}. */
export type Capacity = (typeof capacities)[number];

const capacityOfKind: Readonly<Record<ActorKind, Capacity>> = {
  citizen: 'someone-else',
  unlinked: 'new-means',
  newcomer: 'someone-else',
  employee: 'employee',
  official: 'official',
  sender: 'sender',
  system: 'system',
  job: 'service',
};

/** What an actor is to a client; a citizen is himself only when it is his own pseudonym. */
export const capacityOf = (kind: ActorKind, isClient: boolean): Capacity =>
  kind === 'citizen' && isClient ? 'you' : capacityOfKind[kind];

/** Who has no name in a sentence. */
export const subjects: Readonly<Record<Capacity, { readonly nl: string; readonly en: string }>> = {
  you: { nl: 'U', en: 'You' },
  'new-means': { nl: 'Iemand met een nieuw inlogmiddel', en: 'Someone with a new means of sign-in' },
  'someone-else': { nl: 'Iemand anders', en: 'Someone else' },
  employee: { nl: 'Een medewerker van een kantoor', en: 'An office' },
  official: { nl: 'Een ambtenaar', en: 'An official' },
  sender: { nl: 'Een overheidsorganisatie', en: 'A government body' },
  system: { nl: 'Een ander systeem', en: 'Another system' },
  service: { nl: 'Deze dienst', en: 'This service' },
};

const notDone = {
  refused: { nl: 'Dat mocht niet.', en: 'This was refused.' },
  impossible: { nl: 'Dat kon niet.', en: 'This was not possible.' },
} as const;

/** What was done with a list, when it was more than looked at. */
const lists: Readonly<Record<How, Sentence>> = {
  search: { nl: 'zocht in de berichten', en: 'searched the messages' },
  file: {
    nl: 'haalde de lijst met berichten op als bestand',
    en: 'fetched the list of messages as a file',
  },
};

/** In what other way a list was seen. */
export type How = 'search' | 'file';

/** One line of the trail in words. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/**
 * "Kantoor Vermeer opened a message"; "Een medewerker van Kantoor Vermeer opende een bericht". Who represents the
 * client alone is named himself: the client gave him the authorisation by that name. What was allowed and turned out
 * impossible is not called forbidden.
 */
export function sentenceOf(
  capacity: Capacity,
  office: string | null,
  action: ActionName,
  outcome: 'permitted' | 'refused' | 'impossible',
  { cover = false, alone = false, how }: { cover?: boolean; alone?: boolean; how?: How | undefined } = {},
): Sentence {
  const named = capacity === 'employee' && office !== null;
  const nl = !named ? subjects[capacity].nl : alone ? office : `Een medewerker van ${office}`;
  const en = named ? office : subjects[capacity].en;
  const [[nlDone, nlTried], [enDone, enTried]] = [inDutch[action], inEnglish[action]];
  const seen = how && action === 'inbox.list' ? lists[how] : { nl: nlDone, en: enDone };
  if (outcome === 'permitted')
    return {
      nl: `${nl} ${seen.nl}${cover ? ', in plaats van een collega' : ''}.`,
      en: `${en} ${seen.en}${cover ? ', in the place of a colleague' : ''}.`,
    };
  const why = notDone[outcome];
  return { nl: `${nl} wilde ${nlTried}. ${why.nl}`, en: `${en} tried to ${enTried}. ${why.en}` };
}
