import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { AccessDenied } from '../../domain/errors.ts';
import { evaluate } from '../../domain/evaluation.ts';
import type { Oin } from '../../domain/identifiers.ts';
import { representationEnds } from '../../domain/representation.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { newId } from '../../platform/ids.ts';
import { type SubjectSignIn, SubjectTokens } from '../../sign-in/subject-tokens.ts';
import type { Pen } from '../../signing/pen.ts';
import { SigningKeysService } from '../../signing/signing-keys.service.ts';
import { lineOf } from '../answering.ts';
import { CallerLimits, oinOf } from '../caller-limits.ts';
import { decisionJson } from '../evaluation.json.ts';
import { named, resourceOf, subjectOf } from '../evaluation.reading.ts';
import { EvaluationStore } from '../evaluation.store.ts';
import { Reading } from '../reading.ts';
import { type ExchangedJson, notGiven, type OAuthErrorJson } from './exchange.json.ts';
import { accessToken, type ExchangeWish, readExchange } from './exchange.request.ts';
import { audienceOf, claimsOf } from './representation.claims.ts';

/** A token, or why none: an answer like any other, and on the record like one. */
export type Exchanged = { readonly given: ExchangedJson } | { readonly refused: OAuthErrorJson };

const refused = (error: string, error_description: string): Exchanged => ({
  refused: { error, error_description },
});

/**
 * Gives a registered system a token that says for whom one of its users acts (RFC 8693), if he may act for that client at all at
 * this moment: the question whether he may read anything of the inbox, decided as everywhere.
 */
@Injectable()
export class ExchangeService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: EvaluationStore,
    private readonly limits: CallerLimits,
    private readonly tokens: SubjectTokens,
    private readonly signing: SigningKeysService,
  ) {}

  /**
   * A token for this form.
   * @throws Problem `invalid-input` naming each fault.
   */
  async exchange(actor: Actor, form: unknown): Promise<Exchanged> {
    const wish = readExchange(form);
    const oin = oinOf(actor);
    await this.limits.spend(oin, 1);
    const held = wish === 'unsupported' ? undefined : await this.tokens.read(wish.subjectToken);
    const pen = await this.signing.pen();
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'token.exchange', decisionCaller: oin });
      work.remark({ details: { decision: false } });
      if (wish === 'unsupported')
        return refused('unsupported_grant_type', 'Tokens are exchanged here, and nothing else.');
      if (wish.audience !== undefined && wish.audience !== audienceOf(oin) && wish.audience !== oin)
        return refused('invalid_target', 'A token is given for the system that asks, and for no other.');
      if (!held)
        return refused('invalid_request', 'The subject token is not good, is over, or is of no employee.');
      return this.decide(work, permit, { oin, wish, held, pen });
    });
  }

  private async decide(
    work: Work,
    permit: Permit<'token.exchange'>,
    { oin, wish, held, pen }: { oin: Oin; wish: ExchangeWish; held: SubjectSignIn; pen: Pen },
  ): Promise<Exchanged> {
    const who = { type: 'employee', id: held.employee.employee, properties: {} };
    const what = { type: 'inbox', id: wish.represents, properties: {} };
    const whom = subjectOf(who);
    const whose = resourceOf(new Reading(), what, '#');
    if (!whom || !whose) throw new Error('an employee and an inbox can be asked about');
    const question = named([who, ...whom], 'read', [what, ...whose], {
      assurance: held.employee.assurance,
    });
    const { caller, known: found } = await this.store.gather(work, permit, [question.names]);
    const known = found[0] ?? { facts: { mandates: [] } };
    this.limits.learn(caller);
    const decision = evaluate(caller, question.asked, known, work.now);
    const { details, ...line } = lineOf(question, decision, known);
    work.remark({ ...line, details: { ...details, asked: 'represent' } });
    if (decision instanceof AccessDenied)
      return { refused: notGiven(decisionJson(caller, decision, known).context) };
    const { ground } = decision;
    const authority = known.facts.mandates.find(
      (each) => ground.kind === 'mandate' && each.id === ground.mandate,
    );
    if (!authority || !known.client) throw new Error('who acts for a client does so by a mandate');
    const until = representationEnds(work.now, held.until, authority, known.facts.employment);
    const claims = claimsOf({
      ...{ iss: this.config.publicUrl, oin, jti: newId(), held, kvk: known.office?.kvk ?? undefined },
      ...{ client: known.client, authority, from: work.now, until },
    });
    return {
      given: {
        access_token: await pen.sign(claims, 'at+jwt'),
        ...{ issued_token_type: accessToken, token_type: 'Bearer', expires_in: claims.exp - claims.iat },
      },
    };
  }
}
