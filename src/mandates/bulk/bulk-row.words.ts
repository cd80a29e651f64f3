import { type BulkFault, type BulkFaultCode, faultSentence } from '../../domain/bulk-faults.ts';
import type { BulkKind, BulkState } from '../../domain/bulk.ts';
import { type Day, dayOf } from '../../domain/day.ts';
import type { ProblemCode } from '../../domain/errors.ts';
import { lastDay, writtenOut } from '../../platform/written-out.ts';
import type { ResultRow } from './bulk-result.store.ts';
import type { Sentence } from '../../domain/sentence.ts';
import { sentenceOf } from './bulk-sentence.ts';

type Renewal = Pick<ResultRow, 'from' | 'until'>;

const wasCancelled: Sentence = {
  nl: 'Dit werd geannuleerd voordat het aan de beurt was. Er is niets mee gedaan.',
  en: 'This was cancelled before its turn came. Nothing was done with it.',
};

const until = (day: Day | null): Sentence => ({
  nl: day ? ` tot en met ${lastDay(day, 'nl')}` : '',
  en: day ? ` up to and including ${lastDay(day, 'en')}` : '',
});

/** On which day this became of the row. */
const on = ({ settledAt }: ResultRow): Sentence => ({
  nl: settledAt ? ` op ${writtenOut(dayOf(settledAt), 'nl')}` : '',
  en: settledAt ? ` on ${writtenOut(dayOf(settledAt), 'en')}` : '',
});

const since: Sentence = {
  nl: 'Wat er daarna gebeurde, staat bij de machtiging.',
  en: 'What happened since is told with the mandate.',
};

/**
 * What was done for a row, as past: the client may have answered or ended it since. Of a letter it says no more than
 * the office may know (R3, R27).
 */
const done: Readonly<Record<BulkKind, (row: ResultRow) => Sentence>> = {
  request: (row) => ({
    nl: `Het verzoek is gedaan${on(row).nl}. Was de cliënt bekend, dan hoort daar een brief bij. ${since.nl}`,
    en: `The request was made${on(row).en}. If the client was known, a letter goes with it. ${since.en}`,
  }),
  renewal: (row) => {
    const [old, fresh, day] = [until(row.from), until(row.until), on(row)];
    return {
      nl: `Om verlenging is gevraagd${day.nl}, met een brief als de cliënt een adres had en zelf mocht beslissen. Met zijn ja zou de machtiging gelden${fresh.nl}, en anders${old.nl}. ${since.nl}`,
      en: `A renewal was asked for${day.en}, with a letter if the client had an address and could decide himself. With his yes the mandate would hold${fresh.en}, and otherwise${old.en}. ${since.en}`,
    };
  },
  renunciation: ({ endedAt }) => ({
    nl: `De machtiging is opgezegd${endedAt ? ` en eindigde op ${writtenOut(dayOf(endedAt), 'nl')}` : ''}.`,
    en: `The mandate was renounced${endedAt ? ` and ended on ${writtenOut(dayOf(endedAt), 'en')}` : ''}.`,
  }),
};

/** What a row waits for that was confirmed already. */
const confirmed: Readonly<Partial<Record<BulkState, Sentence>>> = {
  running: {
    nl: 'Dit is bevestigd en komt nog aan de beurt.',
    en: 'This was confirmed, and its turn is still to come.',
  },
  stopped: {
    nl: 'Dit is gestopt voordat het aan de beurt was. Bevestigt u het weer, dan gaat het verder.',
    en: 'This was stopped before its turn came. Confirm it again, and it goes on.',
  },
};

/** What will be done for a row once it is confirmed. */
const waits: Readonly<Record<BulkKind, (row: ResultRow) => Sentence>> = {
  request: ({ until: day }) => ({
    nl: `Na bevestiging wordt de cliënt om een machtiging${until(day).nl} gevraagd.`,
    en: `Once confirmed, the client is asked for a mandate${until(day).en}.`,
  }),
  renewal: (row) => ({
    nl: `Na bevestiging wordt de cliënt gevraagd om te verlengen. ${answers(row).nl}`,
    en: `Once confirmed, the client is asked to renew. ${answers(row).en}`,
  }),
  renunciation: () => ({
    nl: 'Na bevestiging eindigt deze machtiging meteen.',
    en: 'Once confirmed, this mandate ends at once.',
  }),
};

/** What becomes of a mandate whose client says yes to a renewal, and otherwise. */
function answers({ from, until: day }: Renewal): Sentence {
  const [old, fresh] = [until(from), until(day)];
  return {
    nl: `Zegt hij ja, dan geldt de machtiging${fresh.nl}. Anders geldt zij${old.nl}.`,
    en: `If he says yes, the mandate holds${fresh.en}. Otherwise it holds${old.en}.`,
  };
}

/** What a row that nothing is wrong with comes to; nothing for one that says what is wrong. */
export function explained(
  { kind, state }: { readonly kind: BulkKind; readonly state: BulkState },
  row: ResultRow,
): Sentence | undefined {
  if (row.state === 'cancelled') return wasCancelled;
  if (row.state === 'ready') return confirmed[state] ?? waits[kind](row);
  return row.state === 'done' ? done[kind](row) : undefined;
}

const gone: Sentence = {
  nl: 'Deze machtiging bestaat niet meer, of u mag die niet meer zien.',
  en: 'This mandate is not there any more, or is not yours to see any more.',
};

/** Where the usual sentence speaks of a request, and the row does not. */
const problemsOf: Readonly<Record<BulkKind, Readonly<Partial<Record<ProblemCode, Sentence>>>>> = {
  request: {},
  renewal: {
    'not-found': gone,
    'duplicate-mandate': {
      nl: 'Voor de tijd na deze machtiging is er al een verzoek of een machtiging.',
      en: 'For the time after this mandate there is already a request or a mandate.',
    },
    'move-not-possible': {
      nl: 'Deze machtiging loopt niet meer. Vraag een nieuwe aan.',
      en: 'This mandate is not active any more. Ask for a new one.',
    },
    'invalid-input': {
      nl: 'Verlengen tot deze dag kan niet meer. Kies een andere dag.',
      en: 'Renewing until this day is not possible any more. Choose another day.',
    },
  },
  renunciation: {
    'not-found': gone,
    'move-not-possible': {
      nl: 'Deze machtiging liep al niet meer. Opzeggen is niet nodig.',
      en: 'This mandate was not active any more. There is nothing to renounce.',
    },
  },
};

/** The same for what the check finds. */
const faultsOf: Readonly<Record<BulkKind, Readonly<Partial<Record<BulkFaultCode, Sentence>>>>> = {
  request: {},
  renewal: {
    'not-running': {
      nl: 'Deze machtiging loopt niet. Verlengen kan dus niet.',
      en: 'This mandate is not active, so it cannot be renewed.',
    },
    'before-start': {
      nl: 'Het nieuwe einde moet na het einde van deze machtiging liggen.',
      en: 'The new end must be after the end of this mandate.',
    },
    'too-long': {
      nl: 'Verlengen kan met hoogstens vijf jaar.',
      en: 'A renewal lasts five years at most.',
    },
    'duplicate-mandate': {
      nl: 'Voor de tijd na deze machtiging heeft uw kantoor al een verzoek of een machtiging.',
      en: 'For the time after this mandate your office already has a request or a mandate.',
    },
  },
  renunciation: {
    'not-running': {
      nl: 'Deze machtiging loopt niet. Opzeggen kan dus niet.',
      en: 'This mandate is not active, so it cannot be renounced.',
    },
  },
};

/** Why a row could not be carried out, with the day: it may be possible by now. */
export function refusedThen(kind: BulkKind, row: ResultRow, code: string): Sentence {
  const { nl, en } = problemIn(kind, code);
  const day = on(row);
  return day.nl ? { nl: `Niet gelukt${day.nl}. ${nl}`, en: `Not possible${day.en}. ${en}` } : { nl, en };
}

/** Why a row could not be carried out, in words that fit what its file asks. */
export const problemIn = (kind: BulkKind, code: string): Sentence =>
  problemsOf[kind][code as ProblemCode] ?? sentenceOf(code);

/** What is wrong with a row, in words that fit what its file asks. */
export const faultIn = (kind: BulkKind, fault: BulkFault): Sentence =>
  faultsOf[kind][fault.code] ?? faultSentence(fault);
