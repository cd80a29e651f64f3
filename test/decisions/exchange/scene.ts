import { decodeJwt } from 'jose';
import { people } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';
import { type Decisions, openDecisions } from '../scene.ts';

const kind = 'urn:ietf:params:oauth:token-type:access_token';

/** A form for a token, as a system sends it; a test says what differs, and leaves out what is `undefined`. */
export function exchangeForm(more: Readonly<Record<string, string | undefined>>): string {
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: kind,
    ...more,
  };
  return new URLSearchParams(
    Object.entries(form).filter((each): each is [string, string] => each[1] !== undefined),
  ).toString();
}

/** What the token endpoint answers. */
export interface Exchange {
  readonly access_token?: string;
  readonly expires_in?: number;
  readonly error?: string;
  readonly error_description?: string;
  readonly [more: string]: unknown;
}

/** The scene of the decision point, and a system that exchanges. */
export async function openExchange() {
  const scene: Decisions = await openDecisions();
  const { house } = scene;
  const send = (form: string, who: Claims | 'nobody' = people.system) =>
    house.as(who).post('/oauth/token').type('form').send(form);
  /** Joris signed in, and acts for Yasmina; or whatever a test says. */
  const exchange = async (
    more: Readonly<Record<string, string | undefined>> = {},
    claims: Claims = people.joris,
  ): Promise<Exchange & { readonly status: number }> => {
    const subject = await house.issuer.sign(claims);
    const form = exchangeForm({ subject_token: subject, represents: scene.yasmina, ...more });
    const { status, body } = await send(form);
    return { status, ...(body as Exchange) };
  };
  const claimsIn = ({ access_token: token = '' }: Exchange) => decodeJwt(token);
  return { ...scene, send, exchange, claimsIn };
}

/** The same, with what it holds. */
export type Exchanging = Awaited<ReturnType<typeof openExchange>>;
