import { addDays, type Day, dayOf } from '../../domain/day.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { Category } from '../../domain/scope.ts';
import type { Cells } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import { words } from '../export/mandate-export.words.ts';
import type { MandateReviewJson } from './review.json.ts';

/** What the file is called. */
export const fileName: Readonly<Record<Language, string>> = {
  nl: 'jaarlijkse-lijst-machtigingen',
  en: 'yearly-list-of-authorisations',
};

/** The head of the file. */
export const columns: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    ...['Machtiging', 'Cliënt', 'Referentie', 'Reikwijdte', 'Eerste dag', 'Laatste dag', 'Laatst gebruikt'],
    ...[
      'Keer gebruikt in 12 maanden',
      'Bevestigd op',
      'Bevestigd door',
      'Opnieuw bekijken vanaf',
      'Aan de beurt',
    ],
  ],
  en: [
    ...['Authorisation', 'Client', 'Reference', 'Scope', 'First day', 'Last day', 'Last used'],
    ...['Times used in 12 months', 'Confirmed on', 'Confirmed by', 'Look again from', 'Due'],
  ],
};

const answers: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  nl: ['ja', 'nee'],
  en: ['yes', 'no'],
};

const dutchDay = (instant: string | undefined): Day | undefined =>
  instant === undefined ? undefined : dayOf(new Date(instant));

/** One mandate as a row of the file. */
export function cellsOf(review: MandateReviewJson, language: Language): Cells {
  const { uses, confirmed, period } = review;
  const [yes, no] = answers[language];
  const scope = review.lines.map(
    ({ sender, category }) =>
      `${language === 'nl' ? sender.nameNl : sender.nameEn} (${words[language].categories[category as Category | 'all']})`,
  );
  return [
    ...[
      review.mandate,
      review.client.name,
      review.reference && maskedBsns(review.reference),
      scope.join(', '),
    ],
    ...[period.from, period.until && addDays(period.until as Day, -1), dutchDay(review.lastUsedAt)],
    uses.orMore ? `${uses.count}+` : uses.count,
    ...[dutchDay(confirmed?.at), confirmed?.by.name, review.dueSince, review.due ? yes : no],
  ];
}
