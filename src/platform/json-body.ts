import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../domain/errors.ts';
import type { Sentence } from '../domain/sentence.ts';

/** Of a body with lists and objects in one another without end. */
export const tooDeep: Sentence = {
  en: 'The body nests too deeply.',
  nl: 'In het verzoek zitten te veel lagen in elkaar.',
};

/** Of a body that is no JSON. */
export const notJson: Sentence = {
  en: 'The body could not be read as JSON in UTF-8.',
  nl: 'Het verzoek is niet te lezen als JSON in UTF-8.',
};

/** No request of this service nests deeper. */
const deepest = 16;

/** Whether a value has more than so many lists and objects in one another. Walks, so that depth costs no stack. */
function isDeeper(value: unknown, than: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= than; depth++) {
    level = level.flatMap((part): unknown[] => (typeof part === 'object' && part ? Object.values(part) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** Of a body that is no form, where only a form is taken. */
const notForm: Sentence = {
  en: 'Send this as a form: application/x-www-form-urlencoded.',
  nl: 'Stuur dit als formulier: application/x-www-form-urlencoded.',
};

/** Of a route: a body of another type is a request that cannot be read (400), as the standard that it follows has it. */
export const otherTypesAreMalformed = { otherTypesAreMalformed: true } as const;

/** Of a route that takes a form (`application/x-www-form-urlencoded`) and nothing else (400), as the standard that it follows has it. */
export const takesForm = { takesForm: true } as const;

/**
 * Bodies are JSON and nothing else, but for a route that says so: other types are 415. Names that would change what an object is (`__proto__`) and
 * nesting without end are 400.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ headers, routeOptions: { config } }, _reply, next) => {
    const type = headers['content-type'] ?? '';
    const [isJson, isForm] = [
      /^application\/json\s*(;(?!.*charset\s*=\s*"?(?!utf-8\b))|$)/i, // JSON is UTF-8 (RFC 8259)
      /^application\/x-www-form-urlencoded\s*(;|$)/i,
    ].map((kind) => kind.test(type));
    const says =
      'otherTypesAreMalformed' in config && !isJson
        ? notJson
        : 'takesForm' in config && !isForm
          ? notForm
          : undefined;
    next(says && (new Problem('malformed-request', { says }) as never));
  });
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (!isUtf8(bytes as Buffer)) return done(new Problem('malformed-request', { says: notJson }));
    void parse(request, (bytes as Buffer).toString(), (error, body: unknown) => {
      if (error) done(error);
      else if (isDeeper(body, deepest)) done(new Problem('malformed-request', { says: tooDeep }));
      else done(null, body);
    });
  });
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, text, done) => {
      if ('takesForm' in request.routeOptions.config) done(null, new URLSearchParams(text as string));
      else done(new Problem('unsupported-media-type'));
    },
  );
}
