import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

/** The languages that files for people come in. */
export type Language = 'nl' | 'en';

/** What somebody likes to read, from `Accept-Language` (RFC 9110); Dutch when he does not say. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = (['nl', 'en'] as const).find((each) => range === each || range.startsWith(`${each}-`));
    const quality = parameters.map((each) => /^\s*q=([0-9.]+)\s*$/.exec(each)?.[1]).find(Boolean);
    return language ? [{ language, quality: quality === undefined ? 1 : Number(quality) }] : [];
  });
  const best = wishes.toSorted((one, other) => other.quality - one.quality)[0];
  return best && best.quality > 0 ? best.language : 'nl';
}

/** The language that the one who asks likes to read. */
export const Reading = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  return languageOf(headers['accept-language']);
});

/** Tells in the OpenAPI document that a file comes in two languages. */
export const InTwoLanguages = () =>
  applyDecorators(
    ApiHeader({
      name: 'Accept-Language',
      required: false,
      description: 'Dutch, unless you prefer English.',
      schema: { type: 'string', example: 'nl' },
    }),
  );
