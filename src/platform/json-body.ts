import type { FastifyInstance } from 'fastify';
import { Problem } from '../domain/errors.ts';

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

/**
 * Bodies are JSON and nothing else: other types are 415. Names that would change what an object is (`__proto__`) and
 * nesting without end are 400.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    void parse(request, text as string, (error, body: unknown) => {
      if (error) done(error);
      else if (isDeeper(body, deepest))
        done(new Problem('malformed-request', { detail: 'The body nests too deeply.' }));
      else done(null, body);
    });
  });
}
