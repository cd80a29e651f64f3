import { dayOf } from '../../domain/day.ts';
import { writtenOut } from '../letter.words.ts';
import { type Sentence, sentenceOf } from './bulk-result.words.ts';
import type { BulkRun } from './bulk-run.store.ts';

type Language = 'nl' | 'en';

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;
const counted = (count: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(count);

/** `1 rij`, `2.000 rijen`. */
const some = (count: number, language: Language, one: string, more: string): string =>
  `${counted(count, language)} ${count === 1 ? one : more}`;

const rows = (count: number) => ({
  nl: some(count, 'nl', 'rij', 'rijen'),
  en: some(count, 'en', 'row', 'rows'),
});
const letters = (count: number) => ({
  one: count === 1,
  nl: some(count, 'nl', 'brief', 'brieven'),
  en: some(count, 'en', 'letter', 'letters'),
});
const clients = (count: number) => ({
  one: count === 1,
  nl: some(count, 'nl', 'machtiging', 'machtigingen'),
  en: some(count, 'en', 'mandate', 'mandates'),
});
const on = (instant: Date) => ({
  nl: writtenOut(dayOf(instant), 'nl'),
  en: writtenOut(dayOf(instant), 'en'),
});

/** What is done with the mandates of a run. */
const acts = {
  request: { nl: 'aangevraagd', en: 'asked for' },
  renewal: { nl: 'verlengd, als de cliënten dat goed vinden', en: 'renewed, if the clients agree' },
  renunciation: { nl: 'opgezegd', en: 'renounced' },
} as const;

function checked({ createdAt, total, ready, faulty }: BulkRun): Sentence[] {
  const [day, all, good, bad] = [on(createdAt), rows(total), rows(ready), rows(faulty)];
  return [
    {
      nl: `Op ${day.nl} is een bestand met ${all.nl} gecontroleerd.`,
      en: `On ${day.en} a file of ${all.en} was checked.`,
    },
    faulty === 0
      ? { nl: 'Alle rijen kloppen.', en: 'All rows are right.' }
      : {
          nl: `In orde: ${good.nl}. Met een fout: ${bad.nl}. Met de foute rijen gebeurt niets.`,
          en: `Right: ${good.en}. With a fault: ${bad.en}. Nothing is done with the faulty rows.`,
        },
  ];
}

function outlook({ kind, sending, ready }: BulkRun): Sentence[] {
  const [whose, sent] = [clients(sending?.mandates ?? 0), letters(sending?.letters ?? 0)];
  if (ready === 0) return [{ nl: 'Er is niets te bevestigen.', en: 'There is nothing to confirm.' }];
  const act = acts[kind];
  return [
    {
      nl: `Bevestigt u dit? Dan ${whose.one ? 'wordt' : 'worden'} ${whose.nl} ${act.nl}.`,
      en: `If you confirm this, ${whose.en} will be ${act.en}.`,
    },
    ...(kind === 'renunciation'
      ? []
      : [
          {
            nl: `Er ${sent.one ? 'gaat' : 'gaan'} dan hoogstens ${sent.nl} uit: één voor elke machtiging, als de cliënt bekend is.`,
            en: `Then at most ${sent.en} will go out: one for each mandate, if the client is known.`,
          },
        ]),
  ];
}

function outcome({ kind, confirmedAt, done, refused, ready }: BulkRun): Sentence[] {
  const [did, not, left] = [rows(done), rows(refused), rows(ready - done - refused)];
  const day = confirmedAt && on(confirmedAt);
  const what = { request: 'verzoeken', renewal: 'verlengingen', renunciation: 'opzeggingen' }[kind];
  const whatEn = { request: 'requests', renewal: 'renewals', renunciation: 'renunciations' }[kind];
  return [
    ...(day
      ? [{ nl: `De ${what} zijn bevestigd op ${day.nl}.`, en: `The ${whatEn} were confirmed on ${day.en}.` }]
      : []),
    { nl: `Uitgevoerd: ${did.nl}.`, en: `Carried out: ${did.en}.` },
    ...(refused > 0
      ? [
          {
            nl: `Niet gelukt: ${not.nl}. Bij elke rij staat waarom.`,
            en: `Not possible: ${not.en}. Each row says why.`,
          },
        ]
      : []),
    ...(ready > done + refused ? [{ nl: `Nog te doen: ${left.nl}.`, en: `Still to do: ${left.en}.` }] : []),
  ];
}

/** What a manager wants to read of a run: sentences from its counts, with dates written out. */
export function summaryOf(run: BulkRun): { readonly nl: readonly string[]; readonly en: readonly string[] } {
  const sentences = sentencesOf(run);
  return { nl: sentences.map(({ nl }) => nl), en: sentences.map(({ en }) => en) };
}

function sentencesOf(run: BulkRun): Sentence[] {
  const { state, finishedAt, stopReason } = run;
  const end = finishedAt && on(finishedAt);
  switch (state) {
    case 'reading':
      return [{ nl: 'Het bestand wordt nog gelezen.', en: 'The file is still being read.' }];
    case 'checked':
      return [...checked(run), ...outlook(run)];
    case 'cancelled':
      return [
        ...checked(run),
        ...(run.confirmedAt ? outcome(run) : []),
        {
          nl: `Het is geannuleerd${end ? ` op ${end.nl}` : ''}. Er gaat niets meer uit.`,
          en: `It was cancelled${end ? ` on ${end.en}` : ''}. Nothing more will go out.`,
        },
      ];
    case 'running':
      return [...checked(run), ...outcome(run)];
    case 'stopped':
      return [...checked(run), ...outcome(run), ...(stopReason ? [stopped(stopReason)] : [])];
    case 'done':
      return [
        ...checked(run),
        ...outcome(run),
        ...(end ? [{ nl: `Alles was klaar op ${end.nl}.`, en: `All was finished on ${end.en}.` }] : []),
      ];
  }
}

/** Why a run stopped, told to whoever looks: he need not be the one who confirmed it, in whose name it ran. */
const stops: Readonly<Partial<Record<string, Sentence>>> = {
  'stopped-by-hand': {
    nl: 'Iemand van uw kantoor heeft dit gestopt. U kunt het weer bevestigen; dan gaat het verder waar het was.',
    en: 'Somebody of your office stopped this. Confirm it again, and it goes on where it was.',
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

function stopped(why: string): Sentence {
  const { nl, en } = stopSentenceOf(why);
  return { nl: `Het is gestopt. ${nl}`, en: `It stopped. ${en}` };
}
