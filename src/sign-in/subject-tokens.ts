import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify } from 'jose';
import type { Employee } from '../domain/actor.ts';
import { AccessDenied } from '../domain/errors.ts';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { ActorStore } from './actor.store.ts';
import { signInOf } from './claims.ts';
import { acceptedAlgorithms, clockSkewSeconds, Issuers } from './issuers.ts';

/** Who signed in by a token that another handed over. */
export interface SubjectSignIn {
  readonly employee: Employee;
  /** By which means: `eherkenning`, or `digid` of who represents others by himself. */
  readonly means: string;
  readonly acr: string;
  /** When the token is over. */
  readonly until: Date;
}

/** Tokens that a system hands over of somebody who signed in with it. They are checked like those that somebody brings himself. */
@Injectable()
export class SubjectTokens {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly issuers: Issuers,
    private readonly actors: ActorStore,
    private readonly clock: Clock,
  ) {}

  /**
   * The employee who signed in by it; nothing for a token that is not to be trusted or is over, and for who is no employee now.
   * @throws Problem `unavailable` when its issuer does not answer.
   */
  async read(token: string): Promise<SubjectSignIn | undefined> {
    const key = await this.issuers.keyOf(token);
    if (!key) return undefined;
    const now = this.clock.now();
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [...acceptedAlgorithms],
        issuer: this.config.issuers.map(({ url }) => url),
        audience: this.config.audience,
        currentDate: now,
        clockTolerance: clockSkewSeconds,
        requiredClaims: ['exp'],
      });
      const { acr, exp = 0 } = payload;
      const until = new Date(exp * 1000);
      // What is given for it ends no later than it does. A number may also be of no date at all.
      if (!(until > now)) return undefined;
      const signIn = signInOf(payload);
      const issuer = this.issuers.nameOf(payload.iss);
      if (!signIn || !issuer || typeof acr !== 'string') return undefined;
      const actor = await this.actors.actorOf(signIn, issuer);
      if (actor.kind !== 'employee') return undefined;
      return { employee: actor, means: signIn.means, acr, until };
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof AccessDenied) return undefined;
      throw error;
    }
  }
}
