import type { Sentence } from '../../domain/sentence.ts';
import type { Waits } from '../../platform/queue.waiting.ts';

const sentences: Readonly<Record<Waits['why'], Sentence>> = {
  turn: {
    nl: 'Dit wacht op zijn beurt: werk van anderen gaat voor. U hoeft niets te doen.',
    en: 'This waits for its turn: work of others goes first. You need not do anything.',
  },
  retry: {
    nl: 'Dit lukte net niet en wordt zo vanzelf weer geprobeerd. U hoeft niets te doen.',
    en: 'This did not work just now, and is tried again by itself in a moment. You need not do anything.',
  },
  takeover: {
    nl: 'Op dit moment werkt niets hieraan: wat eraan werkte, is weggevallen. Binnen enkele seconden gaat het vanzelf verder waar het was. U hoeft niets te doen.',
    en: 'Nothing works on this at the moment: what worked on it went away. Within seconds it goes on by itself where it was. You need not do anything.',
  },
};

/** What people read of a run that is under way and waits. */
export const waitingWords = (why: Waits['why']): Sentence => sentences[why];

/** The same as it goes on the wire. */
export const waitingJson = ({ why, since }: Waits) => ({
  ...{ why, since: since.toISOString() },
  ...waitingWords(why),
});
