import type { Actor } from './actor.ts';
import { endless, startOf } from './day.ts';
import type { Oin } from './identifiers.ts';
import { type Authority, isInForce, lastsUntil, openLines } from './mandate.ts';
import type { Standing } from './organisation.ts';
import { everySender, type ScopeLine } from './scope.ts';

/** What a statement of a mandate can say, each by itself: names of claims as they travel. */
export const statementClaims = [
  ...(['client_name', 'client_birth_date', 'client_bsn', 'organisation_name', 'organisation_kvk'] as const),
  ...(['scope', 'first_day', 'last_day', 'ground', 'mandate_id'] as const),
] as const;
/** One of {@link statementClaims}. */
export type StatementClaim = (typeof statementClaims)[number];

/** What a counter needs: who may act for whom, on what, until when. */
export const usuallyDisclosed: readonly StatementClaim[] = [
  ...(['client_name', 'organisation_name', 'organisation_kvk', 'scope', 'last_day'] as const),
];

/** What only the client himself may put in: an office has no ground to spread it (UAVG 46, Wabb 10). */
const hisOwn: readonly StatementClaim[] = ['client_birth_date', 'client_bsn'];

/** What this actor may not put in a statement. */
export const withheldFrom = (actor: Actor, wanted: readonly StatementClaim[]): readonly StatementClaim[] =>
  actor.kind === 'citizen' ? [] : wanted.filter((claim) => hisOwn.includes(claim));

/** Whether a claim is in no statement but one for which the client asked for it. */
export const isForAsking = (claim: StatementClaim): boolean => hisOwn.includes(claim);

/**
 * Whether the mandate gives something now that can be stated: it is in force, and its office may act. Urgent acts are no
 * authority over what comes, so they cannot be stated (R31): the decision point says what may still be read.
 */
export const canBeStated = (mandate: Authority, standing: Standing | undefined, now: Date): boolean =>
  standing === 'recognised' &&
  mandate.ground !== 'urgent-acts' &&
  isInForce(mandate, now) &&
  openLines(mandate, now).length > 0;

/** The lines that a statement is about: all that are open, or those that speak of one sender. */
export const linesToState = (mandate: Authority, sender: Oin | undefined, now: Date): readonly ScopeLine[] =>
  openLines(mandate, now).filter(
    (line) => sender === undefined || line.sender === sender || line.sender === everySender,
  );

const longestStatement = 30 * 86_400_000; // milliseconds

/** The instant from which a statement holds no more: soon, and never later than what it states. */
export function statedUntil(mandate: Authority, lines: readonly ScopeLine[], now: Date): Date {
  const latest = new Date(now.getTime() + longestStatement);
  const days = [lastsUntil(mandate), ...lines.flatMap(({ endsOn }) => endsOn ?? [])];
  const ends = days.filter((day) => day !== endless).map(startOf);
  return new Date(Math.min(...[latest, ...ends].map((end) => end.getTime())));
}
