import { endless, startOf } from './day.ts';
import type { MandateGround } from './ground.ts';
import { type Authority, lastsUntil } from './mandate.ts';
import type { Employment } from './organisation.ts';

/** A token that says who acts for whom lives so long at most, in milliseconds. */
const longestRepresentation = 5 * 60_000;

/** Until when something holds of which an end is known: nothing for what has none. */
const ends = (day: Parameters<typeof startOf>[0] | undefined): Date[] =>
  day === undefined || day === endless ? [] : [startOf(day)];

/**
 * When a token that says who acts for whom is over: in five minutes, and never later than the sign-in that it came from, the
 * mandate on which it rests, or the employment.
 */
export function representationEnds(
  now: Date,
  signedInUntil: Date,
  authority: Authority | undefined,
  employment: Employment | undefined,
): Date {
  const all = [
    new Date(now.getTime() + longestRepresentation),
    signedInUntil,
    ...ends(authority && lastsUntil(authority)),
    ...ends(employment?.until),
  ];
  return new Date(Math.min(...all.map((each) => each.getTime())));
}

/** What one who acts on this ground is called in Dutch law (domain §4). Who does urgent acts does so by the mandate that ended. */
export const representativeRoles: Readonly<Record<MandateGround, string>> = {
  voluntary: 'gemachtigde',
  curatele: 'curator',
  bewind: 'bewindvoerder',
  mentorschap: 'mentor',
  provisional: 'provisioneel bewindvoerder',
  'urgent-acts': 'gewezen vertegenwoordiger',
};
