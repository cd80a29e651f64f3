import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { wrongCodesAllowed } from '../../domain/mandate.ts';
import { type Allowance, AllowanceStore } from '../../platform/allowance.store.ts';
import { CONFIG, type Config } from '../../platform/config.ts';

const own: Allowance = { what: 'wrong-codes', times: wrongCodesAllowed, seconds: 3600 };

/**
 * Who brings wrong codes waits after five, and a letter is locked by five (R10). All together have no limit: accounts are
 * free, so it would shut the door for who has the right code, and against chance the 97 bits of a code are enough
 * (decision 82). That somebody tries very often is written in the log.
 */
@Injectable()
export class WrongTries {
  private readonly logger = new Logger('wrong codes');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly allowances: AllowanceStore,
  ) {}

  /** @throws Problem `too-many-requests` for who guessed five times in this hour. */
  check(actor: Actor): Promise<void> {
    return this.allowances.check(actorKey(actor), own);
  }

  /** Counts a wrong code. @param of what all of its kind are called in the log. @throws Problem `too-many-requests` */
  async count(actor: Actor, of: 'all letters' | 'all re-bindings'): Promise<void> {
    const many = this.config.wrongCodesPerHour;
    const tried = await this.allowances.count(of, { what: own.what, times: many, seconds: own.seconds });
    if (tried === many) this.logger.warn(`${many} wrong codes within an hour (${of})`);
    await this.allowances.spend(actorKey(actor), own);
  }
}
