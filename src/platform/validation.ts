import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type Fault, Problem } from '../domain/errors.ts';

/**
 * The name of a field, to be told in a fault. One that is not in the form of ours may be a number or a code that came
 * in the wrong place, so it is not repeated (R2).
 */
const shown = (name: string): string => (/^([A-Za-z_]{1,40}|\d{1,4})$/.test(name) ? name : '(not repeated)');

const sentences: Readonly<Record<string, string>> = {
  whitelistValidation: 'This field is not known here.',
  unknownValue: 'This must be an object with the fields of this request.',
  nestedValidation: 'This must be an object, or a list of objects, with the fields of this request.',
};
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  nestedValidation: 'object',
};

function faultsOf(errors: readonly ValidationError[], where: Fault['in'], at: string): Fault[] {
  return errors.flatMap((error) => {
    const location = where === 'body' ? `${at}/${shown(error.property)}` : `${at}${shown(error.property)}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, sentence]) => ({
      in: where,
      location: location === '#/undefined' ? '#' : location,
      code: codes[code] ?? code,
      detail: sentences[code] ?? sentence,
    }));
    return [...own, ...faultsOf(error.children ?? [], where, where === 'body' ? location : `${location}.`)];
  });
}

const pipe = (where: Fault['in'], transform: boolean) =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('invalid-input', { faults: faultsOf(errors, where, where === 'body' ? '#' : '') }),
  });

const pipes = { body: pipe('body', true), query: pipe('query', true), param: pipe('path', true) } as const;

/** Checks what comes in against its class: every fault at once, each field named, no value echoed (R2). */
export class InputPipe extends ValidationPipe {
  override async transform(
    value: unknown,
    metadata: Parameters<ValidationPipe['transform']>[1],
  ): Promise<unknown> {
    if (metadata.type === 'custom' || metadata.metatype === undefined || metadata.metatype === String)
      return value;
    // No body at all is an empty one: then every field that is missing gets its own fault.
    const given = value === undefined || value === null ? {} : value;
    if (metadata.type === 'body' && (typeof given !== 'object' || Array.isArray(given)))
      throw new Problem('invalid-input', {
        faults: [{ in: 'body', location: '#', code: 'object', detail: 'Send a JSON object.' }],
      });
    return pipes[metadata.type].transform(given, metadata);
  }
}
