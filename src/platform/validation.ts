import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type Fault, fault, Problem, shownName } from '../domain/errors.ts';
import type { Sentence } from '../domain/sentence.ts';

const unknown: Sentence = { en: 'This field is not known here.', nl: 'Dit veld is hier niet bekend.' };

/** What the library says by itself; what a field says, it says with its check. */
const sentences: Readonly<Record<string, Sentence>> = {
  whitelistValidation: unknown,
  unknownValue: {
    en: 'This must be an object with the fields of this request.',
    nl: 'Dit moet een object zijn met de velden van dit verzoek.',
  },
  nestedValidation: {
    en: 'This must be an object, or a list of objects, with the fields of this request.',
    nl: 'Dit moet een object zijn, of een lijst van objecten, met de velden van dit verzoek.',
  },
};
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  unknownValue: 'object',
  nestedValidation: 'object',
};

/** A field that is not there is told so, and then what it has to be. */
const missing: Sentence = { en: 'This field is missing.', nl: 'Dit veld ontbreekt.' };

function faultsOf(errors: readonly ValidationError[], where: Fault['in'], at: string): Fault[] {
  return errors.flatMap((error) => {
    const location =
      where === 'body' ? `${at}/${shownName(error.property)}` : `${at}${shownName(error.property)}`;
    const contexts: Readonly<Record<string, Partial<Sentence>>> | undefined = error.contexts;
    const own = Object.entries(error.constraints ?? {}).map(([code, en]): Fault => {
      const said = sentences[code] ?? { en, nl: contexts?.[code]?.nl };
      if (said.nl === undefined) throw new Error(`the check ${code} says what is wrong in English alone`);
      const before = error.value === undefined && code !== 'unknownValue' ? missing : undefined;
      return {
        ...{ in: where, location: location === '#/undefined' ? '#' : location, code: codes[code] ?? code },
        detail: before ? `${before.en} ${said.en}` : said.en,
        detailNl: before ? `${before.nl} ${said.nl}` : said.nl,
      };
    });
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
    validationError: { target: false, value: true }, // to know what is missing; it is not echoed (R2)
    exceptionFactory: (errors) =>
      new Problem('invalid-input', { faults: faultsOf(errors, where, where === 'body' ? '#' : '') }),
  });

const pipes = { body: pipe('body'), query: pipe('query', ['query']), param: pipe('path') } as const;

/** A problem that says of each of these that it is not known, by its path. */
export const unknownFields = (where: 'body' | 'query', paths: readonly string[]): Problem =>
  new Problem('invalid-input', {
    faults: paths.map((path) => ({
      ...{ in: where, location: where === 'query' ? shownName(path) : path },
      ...{ code: 'unknown-field', detail: unknown.en, detailNl: unknown.nl },
    })),
  });

/**
 * Where there are names that every object has of itself, like `constructor`. The classes and the libraries that check
 * them take such a field for known, so that nobody would refuse it.
 */
function inherited(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name in Object.prototype ? [`${at}${shownName(name)}`] : inherited(part, `${at}${shownName(name)}/`),
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
        faults: [fault('#', 'object', 'Send a JSON object.', 'Stuur een JSON-object.')],
      });
    // Of a body without a class the route itself reads what it knows, and ignores the rest.
    if (metadata.metatype === Object) return given;
    const where = metadata.type === 'body' ? 'body' : 'query';
    const odd = metadata.type === 'param' ? [] : inherited(given, where === 'body' ? '#/' : '');
    if (odd.length > 0) throw unknownFields(where, odd);
    return pipes[metadata.type].transform(given, metadata);
  }
}
