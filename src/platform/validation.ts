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

const pipe = (where: Fault['in'], groups: readonly string[] = []) =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { groups: [...groups] },
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('invalid-input', { faults: faultsOf(errors, where, where === 'body' ? '#' : '') }),
  });

const pipes = { body: pipe('body'), query: pipe('query', ['query']), param: pipe('path') } as const;

/** A problem that says of each of these that it is not known, by its path. */
export const unknownFields = (where: 'body' | 'query', paths: readonly string[]): Problem =>
  new Problem('invalid-input', {
    faults: paths.map((path) => ({
      ...{ in: where, location: where === 'query' ? shown(path) : path },
      ...{ code: 'unknown-field', detail: 'This field is not known here.' },
    })),
  });

/**
 * Where there are names that every object has of itself, like `constructor`. The classes and the libraries that check
 * them take such a field for known, so that nobody would refuse it.
 */
function inherited(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name in Object.prototype ? [`${at}${shown(name)}`] : inherited(part, `${at}${shown(name)}/`),
  );
}

/** Checks what comes in against its class: every fault at once, each field named, no value echoed (R2). */
export class InputPipe extends ValidationPipe {
  override async transform(
    value: unknown,
    metadata: Parameters<ValidationPipe['transform']>[1],
  ): Promise<unknown> {
    if (metadata.type === 'custom' || metadata.metatype === undefined || metadata.metatype === String)
      return value;
    // No body at all is an empty one: then every field that is missing gets its own fault.
    const given = value === undefined ? {} : value;
    if (metadata.type === 'body' && (typeof given !== 'object' || given === null || Array.isArray(given)))
      throw new Problem('invalid-input', {
        faults: [{ in: 'body', location: '#', code: 'object', detail: 'Send a JSON object.' }],
      });
    const where = metadata.type === 'body' ? 'body' : 'query';
    const odd = metadata.type === 'param' ? [] : inherited(given, where === 'body' ? '#/' : '');
    if (odd.length > 0) throw unknownFields(where, odd);
    return pipes[metadata.type].transform(given, metadata);
  }
}
