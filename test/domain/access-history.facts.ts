import {
  accessOn,
  type Held,
  type PastClient,
  type PastOffice,
  type PastPeople,
} from '../../src/domain/access-history.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { day, employment, ids, mandate } from './facts.ts';

/** Noon in the Netherlands in summer; a long time ago; much later. */
export const noon = (text: string) => new Date(`${text}T11:00:00Z`);
export const long = new Date('2026-01-01T00:00:00Z');
export const much = new Date('2028-06-01T00:00:00Z');
/** Held all the time. */
export const always = <Value>(value: Value): Held<Value> => ({ since: long, value });
/** A handler, and the administrator. */
export const [joris, anna] = [ids.joris, ids.anna];

/** A mandate, as it was from each of these instants on. */
export const versions = (...list: [since: Date, more: Partial<Authority>][]): Held<Authority>[] =>
  list.map(([since, more], place) => ({ since, until: list[place + 1]?.[0], value: mandate(more) }));
/** An office that was recognised, with a mandate. */
export const office = (more: Partial<PastOffice> = {}): PastOffice => ({
  ...{ id: ids.vermeer, standings: [always('recognised')], mandates: versions([long, {}]) },
  ...more,
});
/** Its people: Joris was assigned. */
export const people = (more: Partial<PastPeople> = {}): PastPeople => ({
  employees: [
    { id: joris, employments: [always({ ...employment(), accepted: true })] },
    { id: anna, employments: [always({ ...employment('administrator'), accepted: true })] },
  ],
  ...{ members: [], assignments: [always({ employee: joris })], covers: [] },
  ...more,
});
/** When on a day, as hours of it in the Netherlands, and who. */
export function on(
  text: string,
  was: PastOffice,
  { deaths = [], shields = [] }: Partial<PastClient> = {},
  now = much,
) {
  const hour = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' });
  return accessOn(day(text), ids.mandate, { office: was, client: { deaths, shields } }, now).map(
    ({ from, until, lines, shields: kept, employees }) =>
      [
        ...[`${hour.format(from)}-${hour.format(until)}`, `${lines.length}`, ...(employees ?? [])],
        ...kept.map(({ category }) => `not ${category}`),
      ].join(' '),
  );
}
/** All day, by one line. */
export const whole = '00:00-00:00 1';
