import type { Remark } from '../../audit/trail-entry.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { SubjectSignIn } from '../../sign-in/subject-tokens.ts';
import { named, resourceOf, subjectOf } from '../evaluation.reading.ts';
import type { Known } from '../evaluation.store.ts';
import type { Named } from '../named.ts';
import { concerned, shown } from '../on-record.ts';
import { Reading } from '../reading.ts';
import type { OAuthErrorJson } from './exchange.json.ts';
import type { ExchangeWish } from './exchange.request.ts';
import { audienceOf } from './representation.claims.ts';

/** Why a wish is not even decided about: for the record, and as OAuth says it. */
export interface NotDecided {
  readonly reason: string;
  readonly refused: OAuthErrorJson;
}

const notDecided = (reason: string, error: string, error_description: string): NotDecided => ({
  reason,
  refused: { error, error_description },
});

/** RFC 8693, 2.2.2, and RFC 6749, 5.2. */
const reasons = {
  grant: notDecided(
    'another-grant',
    'unsupported_grant_type',
    'Tokens are exchanged here, and nothing else.',
  ),
  resource: notDecided(
    ...(['for-a-resource', 'invalid_target'] as const),
    'A token is given for the system that asks, and for no resource.',
  ),
  scope: notDecided('with-a-scope', 'invalid_scope', 'A token says who acts for whom; it has no scope.'),
  audience: notDecided(
    ...(['for-another-system', 'invalid_target'] as const),
    'A token is given for the system that asks, and for no other.',
  ),
  subject: notDecided(
    ...(['subject-token-not-good', 'invalid_request'] as const),
    'The subject token is not good, is over, or is of no employee.',
  ),
};

/** Who signed in, when his wish can be decided about; or why it cannot. */
export function decidable(
  oin: Oin,
  { not, audience }: ExchangeWish,
  held: SubjectSignIn | undefined,
): SubjectSignIn | NotDecided {
  if (not) return reasons[not];
  if (audience !== undefined && audience !== audienceOf(oin) && audience !== oin) return reasons.audience;
  return held ?? reasons.subject;
}

/** What is asked: whether he may read anything of the inbox. Without a sign-in that is good only the client is named. */
export function questionOf({ represents }: ExchangeWish, held: SubjectSignIn | undefined): Named {
  const who = { type: 'employee', id: held?.employee.employee ?? '', properties: {} };
  const what = { type: 'inbox', id: represents, properties: {} };
  const whom = subjectOf(who);
  const whose = resourceOf(new Reading(), what, '#');
  if (!whom || !whose) throw new Error('an employee and an inbox can be asked about');
  return named([who, ...whom], 'read', [what, ...whose], { assurance: held?.employee.assurance ?? 'low' });
}

/** What the record keeps of a wish that was not decided about: whose affairs it named, and by whom, as far as that is known. */
export const lineOfNotDecided = (
  reason: string,
  { represents }: ExchangeWish,
  held: SubjectSignIn | undefined,
  known: Known,
): Remark => ({
  ...concerned(known),
  ...(represents === '' ? {} : { object: { kind: 'inbox', id: shown(represents) } }),
  details: {
    ...(held ? { subject: `employee:${held.employee.employee}`, assurance: held.employee.assurance } : {}),
    ...{ decision: false, reason },
  },
});
