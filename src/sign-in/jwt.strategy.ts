import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../domain/actor.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { ActorStore } from './actor.store.ts';
import { signInOf } from './claims.ts';
import { acceptedAlgorithms, Issuers } from './issuers.ts';

const clockSkewSeconds = 5;

/** Checks a bearer token (RFC 9068): pinned issuer, its own keys, audience, times, type; then finds the actor. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    @Inject(CONFIG) config: Config,
    private readonly issuers: Issuers,
    private readonly actors: ActorStore,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      algorithms: [...acceptedAlgorithms],
      issuer: config.issuers.map((issuer) => issuer.url),
      audience: config.audience,
      jsonWebTokenOptions: { clockTolerance: clockSkewSeconds },
      secretOrKeyProvider: (
        _request: unknown,
        token: string,
        done: (error: unknown, key?: never) => void,
      ) => {
        issuers.keyOf(token).then((key) => done(key ? null : 'no key', key as never), done);
      },
    });
  }

  /** The actor, or `false` when the token does not say who this is. */
  async validate(claims: Record<string, unknown>): Promise<Actor | false> {
    const issuer = this.issuers.nameOf(claims.iss);
    const signIn = signInOf(claims);
    if (!issuer || !signIn || typeof claims.exp !== 'number') return false;
    return this.actors.actorOf(signIn, issuer);
  }
}
