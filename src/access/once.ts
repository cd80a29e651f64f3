import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Work } from '../audit/work.ts';
import { actorKey } from '../domain/actor.ts';
import type { Question } from '../domain/decision.ts';
import { Problem } from '../domain/errors.ts';
import { Cipher } from '../platform/cipher.ts';
import { fingerprint } from '../platform/ids.ts';
import { Desk } from './desk.ts';

/** A request that may be repeated and has one effect: its key, and what it asked. */
export interface OnceKey {
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** What is kept of an act: what it asked for, and what it answered. */
interface Kept<Answer> {
  readonly question: Question;
  readonly answer: Answer;
}

const keyForm = /^[\x21-\x7e]{1,255}$/;

/**
 * The `Idempotency-Key` of a request, required on what creates or settles.
 * @throws Problem `invalid-input` when it is missing or not 1 to 255 printable characters.
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): OnceKey => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const given = request.headers['idempotency-key'];
  const key = typeof given === 'string' ? given.replace(/^"(.*)"$/, '$1') : '';
  if (!keyForm.test(key))
    throw new Problem('invalid-input', {
      faults: [
        {
          in: 'header',
          location: 'Idempotency-Key',
          code: given === undefined ? 'required' : 'form',
          detail: 'Give this request a key of 1 to 255 printable characters, such as a new UUID.',
          detailNl: 'Geef dit verzoek een sleutel van 1 tot 255 leesbare tekens, zoals een nieuwe UUID.',
        },
      ],
    });
  const route = `${request.method} ${request.routeOptions.url ?? ''}`;
  return { route, key, fingerprint: fingerprint(`${request.url}\n${JSON.stringify(request.body ?? null)}`) };
});

/** Tells in the OpenAPI document that a route wants the header. */
export const WantsIdempotencyKey = () =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Makes a repeated request have one effect. Kept for at least 24 hours.',
    schema: { type: 'string', minLength: 1, maxLength: 255, example: '0193f0a2-7b1c-7d3e-9f55-2f6f2f0c9a11' },
  });

/** Keeps the answer to a change in the transaction of the change, so that a repeat has one effect. */
@Injectable()
export class Once {
  constructor(
    private readonly desk: Desk,
    private readonly cipher: Cipher,
  ) {}

  /**
   * Acts once per actor, route and key. A repeat gets the kept answer, after the same question was asked again: who
   * may not do it now does not get what it answered then (R13). `again` is what a repeat asks instead, when the act
   * itself makes that the same cannot be asked twice.
   * @throws Problem `idempotency-key-reused` with another body, `request-in-progress` while the first runs.
   */
  async act<Answer>(
    work: Work,
    once: OnceKey,
    act: () => Promise<Answer>,
    again?: Question,
  ): Promise<Answer> {
    // Keyed: some will make a key of a BSN, and from a bare hash of a body its BSN is found by trying all of them.
    const place = [actorKey(work.actor), once.route, this.cipher.index(once.key)];
    const asked = this.cipher.index(once.fingerprint);
    const name = place.join('\n');
    const [lock] = await work.named<{ free: boolean }>(
      'once-lock',
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS free',
      [name],
    );
    if (!lock?.free) throw new Problem('request-in-progress', { retryAfterSeconds: 1 });
    const [kept] = await work.named<{ fingerprint: string; sealed: string }>(
      'once-kept',
      'SELECT fingerprint, sealed FROM answer WHERE actor = $1 AND route = $2 AND key = $3',
      place,
    );
    if (kept) {
      if (kept.fingerprint !== asked) throw new Problem('idempotency-key-reused');
      const { question, answer } = JSON.parse(this.cipher.open(kept.sealed, name)) as Kept<Answer>;
      await this.desk.demand(work, question); // as if it were asked for the first time
      work.remark({ action: 'answer.repeat', details: { repeats: question.action } }); // nothing was done again
      return answer;
    }
    const answer = await act();
    const question = again ?? work.asked[0];
    if (!question || work.asked.length === 0) throw new Error('an act must ask for access before it ends');
    await work.named(
      'once-keep',
      'INSERT INTO answer (actor, route, key, fingerprint, sealed, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        ...place,
        asked,
        this.cipher.seal(JSON.stringify({ question, answer: answer ?? null }), name),
        work.now,
      ],
    );
    return answer;
  }
}
