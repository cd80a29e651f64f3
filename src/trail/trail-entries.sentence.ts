import type { ActionName } from '../domain/actions.ts';
import type { ActorKind } from '../domain/actor.ts';
import { inDutch } from './trail-entries.dutch.ts';
import { inEnglish } from './trail-entries.english.ts';

/** In which capacity someone acted, as the client may know it. Never who he is as a person. */
export const capacities = [
  ...(['you', 'someone-else', 'employee', 'official', 'sender', 'system', 'service'] as const),
] as const;
/** One of {@link capacities}. */
export type Capacity = (typeof capacities)[number];

const capacityOfKind: Readonly<Record<ActorKind, Capacity>> = {
  citizen: 'someone-else',
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

const subjects: Readonly<Record<Capacity, { readonly nl: string; readonly en: string }>> = {
  you: { nl: 'U', en: 'You' },
  'someone-else': { nl: 'Iemand anders', en: 'Someone else' },
  employee: { nl: 'Een medewerker van een kantoor', en: 'An office' },
  official: { nl: 'Een ambtenaar', en: 'An official' },
  sender: { nl: 'Een overheidsorganisatie', en: 'A government body' },
  system: { nl: 'Een ander systeem', en: 'Another system' },
  service: { nl: 'Deze dienst', en: 'This service' },
};

/** One line of the trail in words. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** "Kantoor Vermeer opened a message"; "Een medewerker van Kantoor Vermeer opende een bericht". */
export function sentenceOf(
  capacity: Capacity,
  office: string | null,
  action: ActionName,
  outcome: 'permitted' | 'refused',
  cover = false,
): Sentence {
  const named = capacity === 'employee' && office !== null;
  const nl = named ? `Een medewerker van ${office}` : subjects[capacity].nl;
  const en = named ? office : subjects[capacity].en;
  const [[nlDone, nlTried], [enDone, enTried]] = [inDutch[action], inEnglish[action]];
  return outcome === 'permitted'
    ? {
        nl: `${nl} ${nlDone}${cover ? ', in plaats van een collega' : ''}.`,
        en: `${en} ${enDone}${cover ? ', in the place of a colleague' : ''}.`,
      }
    : { nl: `${nl} wilde ${nlTried}. Dat mocht niet.`, en: `${en} tried to ${enTried}. This was refused.` };
}
