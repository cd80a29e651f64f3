import type { Fault } from '../domain/errors.ts';
import { fault } from '../domain/errors.ts';

/** An object of a JSON body. */
export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether the record can keep these words: a NUL, or half of a character, is no character. */
export const isKeepable = (words: string): boolean => !words.includes('\0') && !/\p{Surrogate}/u.test(words);

/**
 * Reads a body of AuthZEN: what is required and has another type is a fault; what is not known is ignored, as that
 * standard asks. Faults are collected, so that all are told at once.
 */
export class Reading {
  readonly faults: Fault[] = [];

  /** An object, or an empty one beside a fault. */
  object(value: unknown, at: string): Fields {
    if (isObject(value)) return value;
    this.faults.push(fault(at, 'object', 'This must be a JSON object.', 'Dit moet een JSON-object zijn.'));
    return {};
  }

  /** The same for what may be absent. */
  optionalObject(value: unknown, at: string): Fields {
    return value === undefined ? {} : this.object(value, at);
  }

  /** A text with something in it, and not too much. */
  text(value: unknown, at: string): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 1000) {
      this.characters(value, at);
      return value;
    }
    this.faults.push(
      fault(
        at,
        'text',
        'This must be a text of 1 to 1,000 characters.',
        'Dit moet een tekst van 1 tot 1.000 tekens zijn.',
      ),
    );
    return '';
  }

  /** Of a text that is kept or looked up: nothing in it that is no character. What is no text is for others to refuse. */
  characters(value: unknown, at: string): void {
    if (typeof value === 'string' && !isKeepable(value))
      this.faults.push(
        fault(
          at,
          'characters',
          'This holds something that is no character: NUL, or half of one.',
          'Hier staat iets in dat geen teken is: NUL, of een half teken.',
        ),
      );
  }

  /** What may be absent, and else is as `holds` says. */
  optional<Value>(
    value: unknown,
    at: string,
    holds: (value: unknown) => value is Value,
    says: { readonly en: string; readonly nl: string },
  ): Value | undefined {
    if (value === undefined || holds(value)) return value;
    this.faults.push(fault(at, 'form', says.en, says.nl));
    return undefined;
  }
}
