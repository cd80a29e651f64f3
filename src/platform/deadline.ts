import { ApiProperty } from '@nestjs/swagger';
import { type Day, startOf } from '../domain/day.ts';
import { dutchTimeZone, hasOwnClock } from '../domain/time-zone.ts';
import type { Language } from './language.ts';
import { lastDay, locales } from './written-out.ts';

/** A deadline for who lives by another clock than the Dutch one. */
export class DeadlineJson {
  @ApiProperty({ example: '#/period/until', description: 'Which field of this answer: a JSON pointer.' })
  readonly of!: string;

  @ApiProperty({
    format: 'date-time',
    example: '2026-12-31T23:00:00.000Z',
    description: 'The instant from which it is too late: midnight in the Netherlands, for a Dutch day.',
  })
  readonly at!: string;

  @ApiProperty({ example: 'America/Paramaribo', description: 'The time zone that the client chose.' })
  readonly timeZone!: string;

  @ApiProperty({
    example: '31 December 2026, 23:59, Dutch time',
    description: 'The last minute for it as Dutch clocks tell it, in the language that the client chose.',
  })
  readonly dutch!: string;

  @ApiProperty({
    example: '31 December 2026, 19:59, time in Paramaribo',
    description: 'The same minute as the clocks there tell it.',
  })
  readonly own!: string;
}

/** How a deadline goes on the wire beside the days that it is told by. */
export const DeadlinesField = () =>
  ApiProperty({
    type: [DeadlineJson],
    required: false,
    description:
      'For a client with a time zone of his own: the deadlines above in his time, beside Dutch time.',
  });

/** In which language and by which clock somebody is told things. */
interface Reader {
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * The deadlines among the fields of an answer, by JSON pointer: an instant, or as text the first Dutch day on which it
 * is too late. Nothing when none of them is there, and for who lives by the Dutch clock.
 */
export type TellDeadlines = (
  fields: Readonly<Record<string, Date | string | undefined>>,
) => readonly DeadlineJson[] | undefined;

/** For who has no time zone of his own: the Dutch days say all. */
export const untold: TellDeadlines = () => undefined;

/** Tells deadlines to this reader. */
export function tellDeadlines({ language, timeZone }: Reader): TellDeadlines {
  if (!hasOwnClock(timeZone)) return untold;
  const [dutch, own] = [lastMinute(language, dutchTimeZone), lastMinute(language, timeZone)];
  return (fields) => {
    const told = Object.entries(fields).flatMap(([of, moment]) => {
      if (moment === undefined) return [];
      const at = typeof moment === 'string' ? startOf(moment as Day) : moment;
      return [{ of, at: at.toISOString(), timeZone, dutch: dutch(at), own: own(at) }];
    });
    return told.length === 0 ? undefined : told;
  };
}

/**
 * The end of a period in a letter: its last day; for who has a time zone of his own its last minute, by both clocks.
 * @param until the first day on which it is too late.
 */
export function lastDayTold(until: Day, language: Language, timeZone: string | undefined): string {
  if (timeZone === undefined || !hasOwnClock(timeZone)) return lastDay(until, language);
  const at = startOf(until);
  return `${lastMinute(language, dutchTimeZone)(at)} (${lastMinute(language, timeZone)(at)})`;
}

/** A deadline by somebody's own clock in a file for a spreadsheet: what the column is called, and its cells. */
export interface OwnClockColumn {
  readonly head: string;
  /** Its last minute, as `2026-12-31 19:59`. @param until the first Dutch day on which it is too late. */
  readonly cell: (until: Day | undefined) => string | undefined;
}

/** The columns that a file has more for who lives by this clock: one, or for the Dutch one none. */
export function ownClockColumns(language: Language, timeZone: string | undefined): readonly OwnClockColumn[] {
  if (timeZone === undefined || !hasOwnClock(timeZone)) return [];
  const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
  const cell = (until: Day | undefined) => until && clock.format(new Date(startOf(until).getTime() - 1));
  return [{ head: lastMinuteIn[language](town(timeZone)), cell }];
}

const lastMinuteIn: Readonly<Record<Language, (place: string) => string>> = {
  nl: (place) => `Laatste minuut (tijd in ${place})`,
  en: (place) => `Last minute (time in ${place})`,
};

const clockOf: Readonly<Record<Language, (time: string, place: string) => string>> = {
  nl: (time, place) =>
    `${time} uur, ${place === dutchTimeZone ? 'Nederlandse tijd' : `tijd in ${town(place)}`}`,
  en: (time, place) => `${time}, ${place === dutchTimeZone ? 'Dutch time' : `time in ${town(place)}`}`,
};

/** The town after which a zone is named. */
const town = (timeZone: string): string => timeZone.replace(/^.*\//, '').replaceAll('_', ' ');

/** Midnight is misread: is it the night before or after? So people are told the last whole minute before the instant. */
function lastMinute(language: Language, timeZone: string): (at: Date) => string {
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone });
  const digits = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const clock = new Intl.DateTimeFormat(locales[language], { ...digits, timeZone });
  return (at) => {
    const before = new Date(at.getTime() - 1);
    return `${day.format(before)}, ${clockOf[language](clock.format(before), timeZone)}`;
  };
}
