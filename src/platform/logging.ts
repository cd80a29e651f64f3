import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';

/** A logger that writes one JSON object a line to standard output. */
export const makeLog = (level: string): Pino =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Lets the framework log through pino. Messages only: objects could hold what must not be logged (R2). */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((part): part is string => typeof part === 'string');
    const [room, stack] = [texts.at(-1), texts.length > 1 ? texts[0] : undefined];
    this.pino[level](
      { room, ...(stack ? { stack } : {}) },
      typeof message === 'string' ? message : 'unprintable',
    );
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
}
