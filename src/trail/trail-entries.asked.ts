import type { Capacity, Sentence } from './trail-entries.sentence.ts';
import { subjects } from './trail-entries.sentence.ts';
import type { TrailLine } from './trail-entries.store.ts';

/** What another system asked of the decision point: as it was registered then, about which office, and what it heard. */
export interface AskedOf {
  /** Nothing on lines that are older than that it was written down. */
  readonly system?: string;
  readonly office?: string;
  readonly answer?: boolean;
}

const asking: readonly string[] = ['decision.ask', 'decision.search', 'token.exchange'];

/**
 * What was asked; nothing for any other line. Who represents others by himself is named to a client alone when the answer was yes:
 * of the others it is not certain that the client knows him.
 */
export function askedOf({ action, outcome, ...line }: TrailLine): AskedOf | undefined {
  if (!asking.includes(action) || outcome === 'refused') return undefined;
  const { system, decision } = line.details;
  const isNamed = line.organisationKvk !== null || decision === true;
  return {
    ...(typeof system === 'string' ? { system } : {}),
    ...(line.organisationName !== null && isNamed ? { office: line.organisationName } : {}),
    ...(typeof decision === 'boolean' ? { answer: decision } : {}),
  };
}

/** Whether the client may something with what is his own. */
const whetherYou = (object: string | null): Sentence =>
  object === 'message' || object === 'inbox'
    ? { nl: 'of u bij uw eigen berichten mag', en: 'whether you may have access to your own messages' }
    : object === 'mandate'
      ? {
          nl: 'of u iets met uw eigen machtiging mag doen',
          en: 'whether you may do something with your own authorisation',
        }
      : { nl: 'of u zelf iets mag doen', en: 'whether you may do something yourself' };

/** "Message box asked whether Kantoor Vermeer may do something for you. The answer was yes." */
export function askedSentence(
  { action, objectKind, details: { searched, found, own, type } }: TrailLine,
  capacity: Capacity,
  { system, office, answer }: AskedOf,
): Sentence {
  const who = { nl: office ?? 'iemand', en: office ?? 'somebody' };
  const what =
    searched === 'subject'
      ? type === 'citizen' // no citizen may do anything for another
        ? whetherYou(objectKind)
        : { nl: 'wie iets voor u mag doen', en: 'who may do something for you' }
      : own === true
        ? { nl: 'wat u zelf mag doen', en: 'what you may do yourself' }
        : { nl: `wat ${who.nl} voor u mag doen`, en: `what ${who.en} may do for you` };
  const whether =
    own === true
      ? whetherYou(objectKind)
      : { nl: `of ${who.nl} iets voor u mag doen`, en: `whether ${who.en} may do something for you` };
  const [nl, en] = [system ?? subjects[capacity].nl, system ?? subjects[capacity].en];
  if (action === 'token.exchange') {
    const token = {
      nl: `een bewijs dat ${who.nl} voor u optreedt`,
      en: `a token that says that ${who.en} acts for you`,
    };
    return answer === true
      ? { nl: `${nl} kreeg ${token.nl}.`, en: `${en} got ${token.en}.` }
      : {
          nl: `${nl} vroeg ${token.nl}, en kreeg dat niet.`,
          en: `${en} asked for ${token.en}, and was refused.`,
        };
  }
  const asked = {
    'decision.ask': { nl: `vroeg ${whether.nl}`, en: `asked ${whether.en}` },
    'decision.search': searched
      ? { nl: `zocht ${what.nl}`, en: `searched ${what.en}` }
      : { nl: `zocht ${whether.nl}`, en: `searched ${whether.en}` },
  }[action as 'decision.ask' | 'decision.search'];
  const heard =
    answer !== undefined
      ? { nl: `Het antwoord was ${answer ? 'ja' : 'nee'}.`, en: `The answer was ${answer ? 'yes' : 'no'}.` }
      : found === 0
        ? { nl: 'Er werd niets gevonden.', en: 'Nothing was found.' }
        : { nl: 'Er werd iets gevonden.', en: 'Something was found.' };
  return { nl: `${nl} ${asked.nl}. ${heard.nl}`, en: `${en} ${asked.en}. ${heard.en}` };
}
