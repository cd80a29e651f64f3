import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../domain/actor.ts';
import { Clock } from '../platform/clock.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { ActorStore } from './actor.store.ts';
import { signInOf } from './claims.ts';
import { acceptedAlgorithms, clockSkewSeconds, Issuers, readToken, type TokenRead } from './issuers.ts';
import { ProvenTokens } from './proven-tokens.ts';

/** A request as passport knows it. */
type Asking = Parameters<Strategy['authenticate']>[0];
const bearer: (request: Asking) => string | null = ExtractJwt.fromAuthHeaderAsBearerToken();

/** Checks a bearer token (RFC 9068): pinned issuer, its own keys, audience, times, type; then finds the actor. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  private readonly proven = new ProvenTokens();

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly issuers: Issuers,
    private readonly actors: ActorStore,
    private readonly clock: Clock,
  ) {
    const keys = new WeakMap<object, KeyObject>();
    super({
      jwtFromRequest: bearer,
      algorithms: [...acceptedAlgorithms],
      issuer: config.issuers.map((issuer) => issuer.url),
      audience: config.audience,
      jsonWebTokenOptions: { clockTolerance: clockSkewSeconds },
      passReqToCallback: true,
      secretOrKeyProvider: (request: object, token: string, done: (error: unknown, key?: never) => void) => {
        const keyed = (key: KeyObject | undefined) => {
          if (key) keys.set(request, key);
          done(key ? null : 'no key', key as never);
        };
        issuers.keyOf(token).then(keyed, done);
      },
    });
    this.keys = keys;
  }

  /** With which key the token of a request was checked. */
  private readonly keys: WeakMap<object, KeyObject>;

  /** A signature that has been checked is not checked again; all else is, each time. In doubt all of it is. */
  override authenticate(request: Asking, options?: object): void {
    const token = bearer(request);
    const provenBy = token ? this.proven.keyOf(token) : undefined;
    const read = token && provenBy ? readToken(token) : undefined;
    if (!read || !isNow(read, this.clock.now())) return super.authenticate(request, options);
    this.issuers
      .keyFor(read.header, read.claims.iss)
      .then((key) =>
        key === provenBy
          ? this.actorOf(read.claims).then((actor) => (actor ? this.success(actor) : this.fail(401)))
          : super.authenticate(request, options),
      )
      .catch((error: unknown) => this.error(error as Error));
  }

  /** The actor, or `false` when the token does not say who this is. Called once everything about the token is right. */
  async validate(request: Asking, claims: Record<string, unknown>): Promise<Actor | false> {
    const [token, key] = [bearer(request), this.keys.get(request)];
    if (token && key) this.proven.add(token, key);
    return this.actorOf(claims);
  }

  private async actorOf(claims: Readonly<Record<string, unknown>>): Promise<Actor | false> {
    const issuer = this.issuers.nameOf(claims.iss);
    const signIn = signInOf(claims);
    if (!issuer || !signIn || typeof claims.exp !== 'number') return false;
    return this.actors.actorOf(signIn, issuer);
  }
}

/** Whether a token holds at this moment, which is all of it that changes. */
function isNow({ claims: { exp, nbf } }: TokenRead, at: Date): boolean {
  const now = Math.floor(at.getTime() / 1000);
  return (
    typeof exp === 'number' &&
    now < exp + clockSkewSeconds &&
    (nbf === undefined || (typeof nbf === 'number' && nbf <= now + clockSkewSeconds))
  );
}
