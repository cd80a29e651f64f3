import type { Fault } from '../domain/errors.ts';
import { fault } from '../domain/errors.ts';

/** An object of a JSON body. */
export type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 1000) return value;
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
