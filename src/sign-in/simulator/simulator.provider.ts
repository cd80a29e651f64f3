import { randomBytes } from 'node:crypto';
import type { ClientMetadata, Configuration, JWK, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { apiScope, developmentClient, keyedMachine, machineKey, machineSecret } from './clients.ts';
import { errorPage, securityHeaders } from './simulator.page.ts';
import { assurance, machines, people, personas, type IdentityClaims } from './personas.ts';

/** What the configuration depends on. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly accessTokenSeconds: number;
  readonly keys: JWK[];
}

/** What eIDAS says of a person besides an identifier. */
const minimumDataSet = ['given_name', 'family_name', 'birthdate'];

/** The library is a development dependency: it is loaded when asked for, so that production starts without it. */
export async function createProvider(settings: ProviderSettings): Promise<Provider> {
  return calmly(async () => {
    const { default: OidcProvider, interactionPolicy } = await import('oidc-provider');
    const policy = interactionPolicy.base();
    // Nobody is remembered: every sign-in asks anew who it is, so that one browser can play two people.
    policy
      .get('login')
      ?.checks.add(
        new interactionPolicy.Check('choose', 'a person has to be chosen', (ctx) => !ctx.oidc.result?.login),
      );
    policy.remove('consent'); // the clients are our own: choosing a person is all the consent there is
    const provider = new OidcProvider(settings.issuer, {
      ...configuration(settings),
      interactions: { policy, url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    });
    // Behind a proxy that ends TLS, addresses and cookies follow what the browser sees.
    provider.proxy = settings.issuer.startsWith('https:');
    return provider;
  });
}

function configuration({ audience, accessTokenSeconds, keys }: ProviderSettings): Configuration {
  const minutes = 60;
  return {
    clients: [publicClient(), ...machines.map(({ key }) => machineClient(key))],
    jwks: { keys },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { clientAuthSigningAlgValues: ['ES256', 'PS256'] },
    scopes: ['openid'],
    responseTypes: ['code'],
    acrValues: Object.values(assurance),
    // A client that may see no user info gets the identity in the ID token, as DigiD's brokers do it.
    claims: { openid: ['sub', 'acr', 'means', 'bsn', 'eidas_id', ...minimumDataSet, 'kvk', 'capacity'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      AuthorizationCode: minutes,
      Grant: 60 * minutes,
      IdToken: 10 * minutes,
      Interaction: 60 * minutes,
      Session: 60 * minutes,
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: async (_ctx, resource) => {
          const { errors } = await import('oidc-provider');
          if (resource !== audience) throw new errors.InvalidTarget();
          return {
            scope: apiScope,
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenSeconds,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
    findAccount: (ctx, sub) => {
      const claims = identityOf(ctx, sub);
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
    // A new grant per sign-in, for everything there is to grant.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId,
        clientId: oidc.client?.clientId,
      });
      grant.addOIDCScope('openid');
      grant.addResourceScope(audience, apiScope);
      await grant.save();
      return grant;
    },
    extraTokenClaims: (ctx, token) => {
      if (token.kind === 'ClientCredentials') {
        const machine = personas.get(token.clientId ?? '');
        return machine && { acr: machine.acr, ...machine.claims };
      }
      return { acr: levelOfThisSignIn(ctx), ...identityOf(ctx, token.accountId) };
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.set(securityHeaders());
      ctx.type = 'html';
      ctx.body = errorPage(error_description ? `${error}: ${error_description}` : error);
    },
  };
}

function publicClient(): ClientMetadata {
  return {
    client_id: developmentClient.id,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: [developmentClient.redirectUri],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  };
}

function machineClient(key: string): ClientMetadata {
  const common = {
    client_id: key,
    redirect_uris: [],
    response_types: [],
    grant_types: ['client_credentials'],
  };
  if (key !== keyedMachine) {
    return {
      ...common,
      token_endpoint_auth_method: 'client_secret_basic',
      client_secret: machineSecret(key),
    };
  }
  const { d: _private, ...published } = machineKey();
  return {
    ...common,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'ES256',
    jwks: { keys: [{ ...published, alg: 'ES256', use: 'sig' }] },
  };
}

/** The level belongs to the sign-in and not to the person: one subject can sign in low today and higher tomorrow. */
function levelOfThisSignIn(ctx: KoaContextWithOIDC): string | undefined {
  return ctx.oidc.entities.AuthorizationCode?.acr;
}

/** One subject can sign in for one office or another: which, the sign-in remembers as how it was done. */
function identityOf(ctx: KoaContextWithOIDC, sub: string | undefined): IdentityClaims | undefined {
  const [chosen] = ctx.oidc.entities.AuthorizationCode?.amr ?? [];
  const matching = people.filter((person) => person.sub === sub);
  return (matching.find(({ key }) => key === chosen) ?? matching[0])?.claims;
}

const knownWarnings = ['in-memory adapter', 'Unsupported runtime'];

/** The library warns of two things we chose (nothing is stored; Node 20 works): on the start screen they would only worry. */
async function calmly<Result>(work: () => Promise<Result>): Promise<Result> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!knownWarnings.some((known) => String(words[0]).includes(known))) warn(...words);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
