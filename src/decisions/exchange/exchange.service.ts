import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { Remark } from '../../audit/trail-entry.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Ground } from '../../domain/decision.ts';
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
import { EvaluationStore, type Known, nothingKnown } from '../evaluation.store.ts';
import { askedBy } from '../on-record.ts';
import { type ExchangedJson, notGiven, type OAuthErrorJson } from './exchange.json.ts';
import { accessToken, readExchange } from './exchange.request.ts';
import { decidable, lineOfNotDecided, questionOf } from './exchange.wish.ts';
import { claimsOf } from './representation.claims.ts';

/** A token, or why none: an answer like any other, and on the record like one. */
export type Exchanged = { readonly given: ExchangedJson } | { readonly refused: OAuthErrorJson };

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
    const held = wish.not === 'grant' ? undefined : await this.tokens.read(wish.subjectToken);
    const pen = await this.signing.pen();
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'token.exchange', decisionCaller: oin });
      const question = questionOf(wish, held);
      const { caller, system, known: found } = await this.store.gather(work, permit, [question.names]);
      const known = found[0] ?? nothingKnown;
      this.limits.learn(caller);
      const keep = ({ details, ...line }: Remark) =>
        work.remark(askedBy(system, { ...line, details: { ...details, asked: 'represent' } }));
      const subject = decidable(oin, wish, held);
      if ('refused' in subject) {
        keep(lineOfNotDecided(subject.reason, wish, held, known));
        return { refused: subject.refused };
      }
      const decision = evaluate(caller, question.asked, known, work.now);
      keep(lineOf(question, decision, known));
      if (decision instanceof AccessDenied)
        return { refused: notGiven(decisionJson(caller, decision, known).context) };
      return { given: await this.give(work.now, decision.ground, known, { oin, held: subject, pen }) };
    });
  }

  private async give(
    now: Date,
    ground: Ground,
    known: Known,
    { oin, held, pen }: { readonly oin: Oin; readonly held: SubjectSignIn; readonly pen: Pen },
  ): Promise<ExchangedJson> {
    const authority = known.facts.mandates.find(
      (each) => ground.kind === 'mandate' && each.id === ground.mandate,
    );
    if (!authority || !known.client) throw new Error('who acts for a client does so by a mandate');
    const until = representationEnds(now, held.until, authority, known.facts.employment);
    const claims = claimsOf({
      ...{ iss: this.config.publicUrl, oin, jti: newId(), held, kvk: known.office?.kvk ?? undefined },
      ...{ client: known.client, authority, from: now, until },
    });
    return {
      access_token: await pen.sign(claims, 'at+jwt'),
      ...{ issued_token_type: accessToken, token_type: 'Bearer', expires_in: claims.exp - claims.iat },
    };
  }
}
