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

/** Of a route: a body of another type is a request that cannot be read (400), as the standard that it follows has it. */
export const otherTypesAreMalformed = { otherTypesAreMalformed: true } as const;

/** Of a route that takes a form (`application/x-www-form-urlencoded`), as the standard that it follows has it. */
export const takesForm = { takesForm: true } as const;

/**
 * Bodies are JSON and nothing else, but for a route that says so: other types are 415. Names that would change what an object is (`__proto__`) and
 * nesting without end are 400.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, next) => {
    const isJson = /^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
    next(
      'otherTypesAreMalformed' in request.routeOptions.config && !isJson
        ? (new Problem('malformed-request', { says: notJson }) as never)
        : undefined,
    );
  });
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    void parse(request, text as string, (error, body: unknown) => {
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
