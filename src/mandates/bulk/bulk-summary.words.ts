import { dayOf } from '../../domain/day.ts';
import type { Waits } from '../../platform/queue.waiting.ts';
import { writtenOut } from '../../platform/written-out.ts';
import { letters, lines, mandates, rows } from './bulk-count.words.ts';
import type { Sentence } from '../../domain/sentence.ts';
import type { BulkRun } from './bulk-run.store.ts';
import { stopped } from './bulk-stop.words.ts';
import { waitingWords } from './bulk-waiting.words.ts';

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

function checked({ createdAt, total, ready, faulty, unjudged }: BulkRun): Sentence[] {
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
    ...(unjudged > 0 ? [swallowed(unjudged)] : []),
  ];
}

function swallowed(count: number): Sentence {
  const { nl, en } = lines(count);
  return {
    nl: `Niet beoordeeld: ${nl}, want een aanhalingsteken is niet gesloten. Herstel dat en stuur het bestand opnieuw.`,
    en: `Not judged: ${en}, because a quotation mark was not closed. Repair it and send the file again.`,
  };
}

function outlook({ kind, sending, ready }: BulkRun): Sentence[] {
  const [whose, sent] = [mandates(sending?.mandates ?? 0), letters(sending?.letters ?? 0)];
  if (ready === 0) return [{ nl: 'Er is niets te bevestigen.', en: 'There is nothing to confirm.' }];
  const act = acts[kind];
  const whom =
    kind === 'request'
      ? { nl: 'die bekend is', en: 'who is known' }
      : { nl: 'die een adres heeft en zelf mag beslissen', en: 'who has an address and may decide himself' };
  return [
    {
      nl: `Bevestigt u dit? Dan ${whose.one ? 'wordt' : 'worden'} ${whose.nl} ${act.nl}.`,
      en: `If you confirm this, ${whose.en} will be ${act.en}.`,
    },
    ...(kind === 'renunciation'
      ? []
      : [
          {
            nl: `Er ${sent.one ? 'gaat' : 'gaan'} dan hoogstens ${sent.nl} uit: één voor elke cliënt ${whom.nl}.`,
            en: `Then at most ${sent.en} will go out: one for each client ${whom.en}.`,
          },
        ]),
  ];
}

function outcome(run: BulkRun, made: number | undefined): Sentence[] {
  const { kind, state, confirmedAt, done, refused, ready } = run;
  const [not, left] = [rows(refused), rows(ready - done - refused)];
  const day = confirmedAt && on(confirmedAt);
  const what = { request: 'verzoeken', renewal: 'verlengingen', renunciation: 'opzeggingen' }[kind];
  const whatEn = { request: 'requests', renewal: 'renewals', renunciation: 'renunciations' }[kind];
  return [
    ...(day
      ? [{ nl: `De ${what} zijn bevestigd op ${day.nl}.`, en: `The ${whatEn} were confirmed on ${day.en}.` }]
      : []),
    done === 0 ? nothing[kind] : carriedOut(run, made),
    ...(done > 0 && (state === 'stopped' || state === 'cancelled') ? [standing(kind)] : []),
    ...(refused > 0
      ? [
          {
            nl: `Niet gelukt: ${not.nl}. Bij elke rij staat waarom.`,
            en: `Not possible: ${not.en}. Each row says why.`,
          },
        ]
      : []),
    ...(ready === done + refused
      ? []
      : state === 'cancelled'
        ? [{ nl: `Geannuleerd: ${left.nl}.`, en: `Cancelled: ${left.en}.` }]
        : [{ nl: `Nog te doen: ${left.nl}.`, en: `Still to do: ${left.en}.` }]),
  ];
}

/** What was done when nothing was, yet or at all. */
const nothing: Readonly<Record<BulkRun['kind'], Sentence>> = {
  request: { nl: 'Er is geen machtiging aangevraagd.', en: 'No mandate was asked for.' },
  renewal: { nl: 'Er is geen verlenging gevraagd.', en: 'No renewal was asked for.' },
  renunciation: { nl: 'Er is geen machtiging opgezegd.', en: 'No mandate was renounced.' },
};

/** What was done, in the words of the kind of run: of a renewal and a renunciation each row is a mandate. */
function carriedOut({ kind, done, ready, sending }: BulkRun, made: number | undefined): Sentence {
  const [did, whose] = [rows(done), mandates(done)];
  switch (kind) {
    case 'request': {
      const count = made ?? (done === ready ? sending?.mandates : undefined);
      if (count === undefined) return { nl: `Uitgevoerd: ${did.nl}.`, en: `Carried out: ${did.en}.` };
      const asked = mandates(count);
      return {
        nl: `Aangevraagd: ${asked.nl}, voor ${did.nl}.`,
        en: `Asked for: ${asked.en}, for ${did.en}.`,
      };
    }
    case 'renewal':
      return {
        nl: `Om verlenging is gevraagd voor ${whose.nl}. Zonder het ja van de cliënt eindigt een machtiging op haar dag.`,
        en: `A renewal was asked for ${whose.en}. Without the client’s yes a mandate ends on its day.`,
      };
    case 'renunciation':
      return {
        nl: `Opgezegd: ${whose.nl}. Opgezegd is meteen geëindigd.`,
        en: `Renounced: ${whose.en}. What is renounced has ended at once.`,
      };
  }
}

/** What stays of a run that ended before its last row. */
const standing = (kind: BulkRun['kind']): Sentence =>
  kind === 'renunciation'
    ? { nl: 'Wat is opgezegd, blijft opgezegd.', en: 'What was renounced stays renounced.' }
    : {
        nl: 'Wat is uitgevoerd, blijft staan en de brieven daarover gaan uit. U kunt elk verzoek nog terugnemen.',
        en: 'What was carried out stands, and its letters go out. You can still withdraw each request.',
      };

/**
 * What a manager wants to read of a run: sentences from its counts, with dates written out. `made` is how many mandates
 * a run of requests made, where that does not follow from the check.
 */
export function summaryOf(
  run: BulkRun,
  { waits, made }: { readonly waits?: Waits | undefined; readonly made?: number | undefined } = {},
): { readonly nl: readonly string[]; readonly en: readonly string[] } {
  const sentences = [...sentencesOf(run, made), ...(waits ? [waitingWords(waits.why)] : [])];
  return { nl: sentences.map(({ nl }) => nl), en: sentences.map(({ en }) => en) };
}

function sentencesOf(run: BulkRun, made: number | undefined): Sentence[] {
  const { state, finishedAt, stopReason } = run;
  const end = finishedAt && on(finishedAt);
  switch (state) {
    case 'reading':
      return [{ nl: 'Het bestand wordt nog gelezen.', en: 'The file is still being read.' }];
    case 'interrupted':
      return [
        {
          nl: 'Het lezen van dit bestand is afgebroken. Er is niets mee gedaan. Stuur het opnieuw.',
          en: 'Reading this file was broken off. Nothing was done with it. Send it again.',
        },
      ];
    case 'checked':
      return [...checked(run), ...outlook(run)];
    case 'cancelled':
      return [...checked(run), ...(run.confirmedAt ? outcome(run, made) : []), cancelled(run)];
    case 'running':
      return [...checked(run), ...outcome(run, made)];
    case 'stopped':
      return [...checked(run), ...outcome(run, made), ...(stopReason ? [stopped(stopReason)] : [])];
    case 'done':
      return [
        ...checked(run),
        ...outcome(run, made),
        ...(end ? [{ nl: `Alles was klaar op ${end.nl}.`, en: `All was finished on ${end.en}.` }] : []),
      ];
  }
}

function cancelled({ done, finishedAt }: BulkRun): Sentence {
  const end = finishedAt && on(finishedAt);
  const [nl, en] = [end ? ` op ${end.nl}` : '', end ? ` on ${end.en}` : ''];
  return done === 0
    ? {
        nl: `Het is geannuleerd${nl}. Er gaat niets uit.`,
        en: `It was cancelled${en}. Nothing goes out.`,
      }
    : {
        nl: `Het is geannuleerd${nl}. Met de rijen die over waren, gebeurt niets.`,
        en: `It was cancelled${en}. Nothing is done with the rows that were left.`,
      };
}
