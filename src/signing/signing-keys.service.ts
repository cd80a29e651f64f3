import { Injectable } from '@nestjs/common';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import { type Actor, job } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import { announced, announcedAhead, isSpent, published, signsNow } from '../domain/signing-key.ts';
import { Clock } from '../platform/clock.ts';
import { Pen } from './pen.ts';
import { type SigningKeyJson, type SigningKeysJson, toJson } from './signing-key.json.ts';
import { type KeptKey, SigningKeysStore } from './signing-keys.store.ts';

/** The keys by which this service signs what travels: all its processes sign by the same one, and remember none. */
@Injectable()
export class SigningKeysService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly keys: SigningKeysStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The key that signs now; the first is made when somebody wants it. Ask before a use case begins its transaction: this
   * has one of its own, and a signature is no decision.
   */
  async pen(): Promise<Pen> {
    for (let attempt = 1; ; attempt++) {
      const key = signsNow(await this.keys.all(), this.clock.now()) ?? (await this.first());
      const secret = await this.keys.secret(key.kid);
      if (secret) return new Pen(key.kid, (await importJWK(secret, 'ES256')) as CryptoKey);
      if (attempt === 3) throw new Problem('unavailable', { retryAfterSeconds: 1 }); // withdrawn between two looks
    }
  }

  /** The public keys, by which anybody may check what we signed (RFC 7517). */
  async published(): Promise<readonly JWK[]> {
    const keys = await this.keys.all();
    const there = signsNow(keys, this.clock.now()) ? keys : [...keys, await this.first()];
    return published(there, this.clock.now()).map(({ kid, publicJwk }) => ({
      ...publicJwk,
      ...{ kid, alg: 'ES256', use: 'sig' },
    }));
  }

  /** All keys that there ever were, for officials. */
  list(actor: Actor): Promise<SigningKeysJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'signing-key.list' });
      const keys = await this.keys.all();
      return { items: keys.map((key) => toJson(key, keys, work.now)) };
    });
  }

  /**
   * Makes the next key. It is published now and signs later, so that whoever keeps our keys has it in time; the one
   * before stays published until what it signed is over.
   * @throws Problem `already-exists` while the last one that was made does not sign yet.
   */
  renew(actor: Actor, once: OnceKey): Promise<SigningKeyJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const permit = await this.desk.demand(work, { action: 'signing-key.renew' });
        const keys = await this.keys.locked(work, permit);
        if (announced(keys, work.now)) throw new Problem('already-exists');
        const signsFrom = new Date(work.now.getTime() + announcedAhead);
        const made = await this.keys.make(work, permit, { madeAt: work.now, signsFrom });
        const spent = keys.filter((key) => isSpent(key, keys, work.now));
        await this.keys.forget(
          work,
          permit,
          spent.map(({ kid }) => kid),
        );
        work.remark({ object: { kind: 'signing-key', id: made.kid } });
        return toJson(made, [...keys, made], work.now);
      }),
    );
  }

  /**
   * A key is not to be trusted any more, such as when somebody else may have it: it is published no longer, and nothing
   * that it signed holds.
   * @throws Problem `not-found` when there is no such key, or it was withdrawn before.
   */
  withdraw(actor: Actor, kid: string, reason: string): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'signing-key.withdraw' });
      work.remark({ object: { kind: 'signing-key', id: kid } });
      await this.keys.locked(work, permit);
      if (!(await this.keys.withdraw(work, permit, kid, reason, actor))) throw new Problem('not-found');
    });
  }

  /** One of all processes makes it; the others find it when they get the lock. */
  private first(): Promise<KeptKey> {
    return this.unit.run(job('keep-signing-keys'), async (work) => {
      const permit = await this.desk.demand(work, { action: 'signing-key.make' });
      const keys = await this.keys.locked(work, permit);
      const now = this.clock.now(); // not the instant of the transaction: another's key is younger than that
      const found = signsNow(keys, now);
      const key = found ?? (await this.keys.make(work, permit, { madeAt: now, signsFrom: now }));
      work.remark({ object: { kind: 'signing-key', id: key.kid }, details: { made: !found } });
      return key;
    });
  }
}
