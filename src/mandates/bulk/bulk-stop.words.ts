import type { Sentence } from '../../domain/sentence.ts';
import { sentenceOf } from './bulk-sentence.ts';

/** Why a run stopped, told to whoever looks: he need not be the one who confirmed it, in whose name it ran. */
const stops: Readonly<Partial<Record<string, Sentence>>> = {
  'stopped-by-hand': {
    nl: 'U of een collega heeft dit gestopt. U kunt het weer bevestigen; dan gaat het verder waar het was.',
    en: 'You or a colleague stopped this. Confirm it again, and it goes on where it was.',
  },
  'employment-ended': {
    nl: 'Wie dit bevestigde, werkt niet meer voor uw kantoor. Een collega kan het weer bevestigen; dan gaat het verder waar het was.',
    en: 'Who confirmed this does not work for your office any more. A colleague can confirm it again; then it goes on where it was.',
  },
  'role-too-small': {
    nl: 'Wie dit bevestigde, heeft hiervoor geen rol meer in uw kantoor. Een collega met die rol kan het weer bevestigen; dan gaat het verder waar het was.',
    en: 'Who confirmed this no longer has the role for it in your office. A colleague who has can confirm it again; then it goes on where it was.',
  },
  'not-a-party': {
    nl: 'Wie dit bevestigde, is geen beheerder meer en het bestand is van een collega. Die collega of een beheerder kan het weer bevestigen; dan gaat het verder waar het was.',
    en: 'Who confirmed this is not an administrator any more, and the file is of a colleague. That colleague or an administrator can confirm it again; then it goes on where it was.',
  },
  'assurance-too-low': {
    nl: 'Wie dit bevestigde, was ingelogd met een te laag betrouwbaarheidsniveau. Log in met een hoger niveau en bevestig het weer; dan gaat het verder waar het was.',
    en: 'Who confirmed this had signed in with a level of assurance that is too low. Sign in with a higher one and confirm it again; then it goes on where it was.',
  },
  'organisation-suspended': {
    nl: 'Uw kantoor werd geschorst nadat dit was bevestigd. Erkent een ambtenaar het weer? Dan kunt u dit weer bevestigen en gaat het verder waar het was.',
    en: 'Your office was suspended after this was confirmed. When an official recognises it again, confirm this again, and it goes on where it was.',
  },
  'organisation-not-recognised': {
    nl: 'Uw kantoor was niet meer erkend nadat dit was bevestigd. Erkent een ambtenaar het weer? Dan kunt u dit weer bevestigen en gaat het verder waar het was.',
    en: 'Your office was no longer recognised after this was confirmed. When an official recognises it again, confirm this again, and it goes on where it was.',
  },
};

/** What people read of why a run stopped: one by hand, one whose confirmer may not go on, or a problem. */
export const stopSentenceOf = (why: string): Sentence => stops[why] ?? sentenceOf(why);

/** The same as a sentence of its own. */
export function stopped(why: string): Sentence {
  const { nl, en } = stopSentenceOf(why);
  return { nl: `Het is gestopt. ${nl}`, en: `It stopped. ${en}` };
}
