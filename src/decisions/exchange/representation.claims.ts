import type { Oin } from '../../domain/identifiers.ts';
import type { ClientId } from '../../domain/ids.ts';
import type { Authority } from '../../domain/mandate.ts';
import { representativeRoles } from '../../domain/representation.ts';
import type { Dated } from '../../signing/pen.ts';
import type { SubjectSignIn } from '../../sign-in/subject-tokens.ts';

const pseudonym = 'urn:nl-eid-gdi:1.0:id:pseudonym';
const kvkNumber = 'urn:nl-eid-gdi:1.0:id:KvKnr';

/** The name of a system in tokens. */
export const audienceOf = (oin: Oin): string => `urn:nld:oin:${oin}`;

/** Who acts for whom, and in which token that is to stand. */
export interface Representation {
  readonly iss: string;
  readonly oin: Oin;
  readonly jti: string;
  readonly held: SubjectSignIn;
  /** Nothing for a person who represents others by himself. */
  readonly kvk: string | undefined;
  readonly client: ClientId;
  readonly authority: Authority;
  readonly from: Date;
  readonly until: Date;
}

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/**
 * The claims of a token: RFC 9068, with the chain of OIDC NLGov (`sub` is the employee, the client stands deepest; trap 2), and the
 * same as the authentication context that Open Forms reads. It says who, and nothing of what he may (trap 6): so it names no
 * services. Everybody is named by a pseudonym, the office by its KvK number; a BSN is nowhere.
 */
export function claimsOf(said: Representation): Dated & Readonly<Record<string, unknown>> {
  const { iss, oin, jti, held, kvk, client, authority, from, until } = said;
  const { employee, acr, means } = held;
  const deepest = { sub: client, sub_id_type: pseudonym, iss };
  return {
    ...{
      iss,
      jti,
      aud: audienceOf(oin),
      client_id: audienceOf(oin),
      iat: seconds(from),
      exp: seconds(until),
    },
    ...{ sub: employee.employee, sub_id_type: pseudonym, acr },
    represents: kvk ? { sub: kvk, sub_id_type: kvkNumber, iss, represents: deepest } : deepest,
    authentication_context: {
      source: means,
      levelOfAssurance: acr,
      representee: { identifierType: 'opaque', identifier: client },
      authorizee: {
        ...(kvk ? { legalSubject: { identifierType: 'kvkNummer', identifier: kvk } } : {}),
        actingSubject: { identifierType: 'opaque', identifier: employee.employee },
      },
      mandate: { role: representativeRoles[authority.ground], services: [] },
    },
  };
}
