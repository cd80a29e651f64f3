import { createHash, randomBytes } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { apiScope, developmentClient, keyedMachine, machineKey, machineSecret } from './clients.ts';
import { machines, personas } from './personas.ts';

/** What the token endpoint gave; machines get no ID token. */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken?: string;
}

interface Endpoints {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

/**
 * An access token for somebody of the cast, by the real flow and without a browser.
 * Throws for an unknown key, and when the simulator does not answer (`fetch failed`).
 */
export async function obtainToken(issuer: string, personaKey: string): Promise<string> {
  return (await signIn(issuer, personaKey)).accessToken;
}

/** Signs in as a person (code with PKCE, through the page) or as a machine (client credentials). */
export async function signIn(issuer: string, personaKey: string): Promise<Tokens> {
  if (!personas.has(personaKey)) throw new Error(`nobody in the cast is called "${personaKey}"`);
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!discovery.ok) throw new Error(`${issuer} is no OpenID provider: it answered ${discovery.status}`);
  const endpoints = (await discovery.json()) as Endpoints;
  const isMachine = machines.some(({ key }) => key === personaKey);
  return isMachine ? signInMachine(endpoints, personaKey) : signInPerson(endpoints, personaKey);
}

async function signInPerson(endpoints: Endpoints, personaKey: string): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const start = new URL(endpoints.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: developmentClient.id,
    redirect_uri: developmentClient.redirectUri,
    response_type: 'code',
    scope: `openid ${apiScope}`,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const browser = new Browser();
  const page = await browser.open(start);
  const form = new URL(formAction(await page.response.text(), personaKey), page.url);
  const back = await browser.open(form, new URLSearchParams({ person: personaKey }));
  const { searchParams: answer } = back.url;
  const code = answer.get('code');
  if (!code || answer.get('state') !== state)
    throw new Error(`no code: ${answer.get('error_description') ?? back.url.pathname}`);
  return exchange(endpoints.token_endpoint, {
    grant_type: 'authorization_code',
    client_id: developmentClient.id,
    redirect_uri: developmentClient.redirectUri,
    code,
    code_verifier: verifier,
  });
}

async function signInMachine({ issuer, token_endpoint }: Endpoints, key: string): Promise<Tokens> {
  const ask = { grant_type: 'client_credentials', scope: apiScope };
  if (key !== keyedMachine) {
    const basic = Buffer.from(`${key}:${machineSecret(key)}`).toString('base64');
    return exchange(token_endpoint, ask, { Authorization: `Basic ${basic}` });
  }
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(key)
    .setSubject(key)
    .setAudience(issuer)
    .setJti(randomBytes(16).toString('hex'))
    .setIssuedAt()
    .setExpirationTime('1m')
    .sign(await importJWK({ ...machineKey() }, 'ES256'));
  const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return exchange(token_endpoint, {
    ...ask,
    client_assertion_type: assertionType,
    client_assertion: assertion,
  });
}

async function exchange(
  endpoint: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Tokens> {
  const response = await fetch(endpoint, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const body = (await response.json()) as {
    access_token?: string;
    id_token?: string;
    error_description?: string;
  };
  if (!body.access_token)
    throw new Error(`no token (${response.status}): ${body.error_description ?? 'no reason given'}`);
  return { accessToken: body.access_token, idToken: body.id_token };
}

/** Reads the page as a person does: is this somebody I can choose, and where does the button lead? */
function formAction(html: string, personaKey: string): string {
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  if (!action || !html.includes(`name="person" value="${personaKey}"`)) {
    throw new Error(`the sign-in page offers no "${personaKey}"`);
  }
  return action;
}

/** As much of a browser as the flow needs: it keeps cookies and follows redirects, until they leave the provider. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: URL, form?: URLSearchParams): Promise<{ url: URL; response: Response }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      headers: { cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const next = response.headers.get('location');
    if (!next) return { url, response };
    const target = new URL(next, url);
    return target.origin === url.origin ? this.open(target) : { url: target, response };
  }
}
