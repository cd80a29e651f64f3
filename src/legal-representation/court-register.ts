import { Injectable, Logger } from '@nestjs/common';
import { orderChangeKinds } from '../domain/court-order-changes.ts';
import type { RegisteredOrder } from '../domain/court-register.ts';
import { isDay } from '../domain/day.ts';
import { Problem } from '../domain/errors.ts';
import { courtMeasures } from '../domain/ground.ts';
import { isBsn, isCaseNumber, isKvkNumber } from '../domain/identifiers.ts';
import { type AskedOrder, CourtRegister } from './court-register.port.ts';
import type { ReportedChange } from './register-reports/report.request.ts';

/** Milliseconds that the register gets to answer. */
const patience = 3_000;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const oneOf = (values: readonly string[], value: unknown): boolean => values.some((each) => each === value);
const isShort = (value: unknown): value is string => typeof value === 'string' && /^.{1,100}$/.test(value);
const orAbsent = (holds: (value: unknown) => boolean, value: unknown): boolean =>
  value === undefined || holds(value);
const isYesNo = (value: unknown): boolean => typeof value === 'boolean';

const isEntry = (value: unknown): value is RegisteredOrder =>
  isFields(value) &&
  oneOf(courtMeasures, value.ground) &&
  isShort(value.court) &&
  isCaseNumber(value.caseNumber) &&
  isYesNo(value.sameWard) &&
  isYesNo(value.sameGuardian) &&
  isDay(value.givenOn) &&
  isDay(value.from) &&
  orAbsent(isDay, value.until) &&
  orAbsent(isYesNo, value.partial) &&
  orAbsent(isYesNo, value.divided);

/** Whether this is a report in the form of ours; the same that the register may send by itself. */
const isReport = (value: unknown): value is ReportedChange =>
  isFields(value) &&
  isShort(value.eventId) &&
  isShort(value.court) &&
  isCaseNumber(value.caseNumber) &&
  orAbsent(isKvkNumber, value.kvk) &&
  orAbsent(isBsn, value.guardianBsn) &&
  !(value.kvk && value.guardianBsn) &&
  oneOf(orderChangeKinds, value.kind) &&
  isDay(value.on) &&
  orAbsent(isDay, value.earlierOn) &&
  orAbsent(isYesNo, value.heard);

/** What there is to tell, and from where to ask the next time. */
export interface News {
  readonly reports: readonly ReportedChange[];
  readonly next: string;
}

/**
 * Asks the judiciary's register, for a while, and looks into what it says. A register that is slow, fails, or answers
 * in a form that is not agreed denies: it never counts as "there is no such order".
 */
@Injectable()
export class CourtRegisterReading {
  private readonly logger = new Logger('court register');

  constructor(private readonly register: CourtRegister) {}

  /** @throws Problem `source-unavailable` */
  async find(asked: AskedOrder): Promise<readonly RegisteredOrder[]> {
    const answer = await this.within((until) => this.register.find(asked, until));
    if (!Array.isArray(answer) || !answer.every(isEntry)) throw this.unavailable('a wrong answer');
    return answer.map((entry) => ({
      ...entry,
      partial: entry.partial ?? false,
      divided: entry.divided ?? false,
    }));
  }

  /** @throws Problem `source-unavailable` */
  async newsSince(place: string | undefined): Promise<News> {
    const answer = await this.within((until) => this.register.newsSince(place, until));
    const whole =
      isFields(answer) &&
      isShort(answer.next) &&
      Array.isArray(answer.reports) &&
      answer.reports.every(isReport);
    if (!whole) throw this.unavailable('a wrong answer');
    return answer as unknown as News;
  }

  private async within(ask: (until: AbortSignal) => Promise<unknown>): Promise<unknown> {
    const until = AbortSignal.timeout(patience);
    const tooLate = new Promise<never>((_, refuse) =>
      until.addEventListener('abort', () => refuse(new Error('no answer in time')), { once: true }),
    );
    try {
      return await Promise.race([ask(until), tooLate]);
    } catch (error) {
      throw this.unavailable((error as Error).message);
    }
  }

  /** What it said is not repeated: it may hold anything. */
  private unavailable(why: string): Problem {
    this.logger.warn(`not used: ${why.slice(0, 80)}`);
    return new Problem('source-unavailable', { retryAfterSeconds: 60 });
  }
}
