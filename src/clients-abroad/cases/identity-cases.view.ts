import type { GivenMeanwhile, KnownMeans } from '../../clients/means.store.ts';
import { codeStateAt } from '../../domain/identity-case.ts';
import { differencesOf } from '../../domain/identity-compared.ts';
import { fullName } from '../../domain/identity.ts';
import { wrongCodesAllowed } from '../../domain/mandate.ts';
import type { KnownMeansJson, OwnMeansJson } from '../accounts/account.json.ts';
import type {
  CandidateJson,
  GivenMeanwhileJson,
  IdentityCaseJson,
  LetterCodeJson,
} from './identity-cases.json.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';

/** How a case came in, from who made it. */
function originOf({ madeBy, kind }: IdentityCase): string {
  if (madeBy.startsWith('official:')) return 'paper';
  if (!madeBy.startsWith('job:')) return 'sign-in';
  return kind === 'onboarding' ? 'form' : 'service';
}

function codeJson({ code, letters }: IdentityCase, now: Date): LetterCodeJson | undefined {
  if (!code) return undefined;
  const { until, reference } = code;
  return { state: codeStateAt(code, now, wrongCodesAllowed), until, reference, letters };
}

/** A case as an official sees it in a list. */
export const identityCaseJson = (given: IdentityCase, now: Date): IdentityCaseJson => ({
  ...{ id: given.id, kind: given.kind, state: given.state, origin: originOf(given) },
  since: given.createdAt.toISOString(),
  waitingSince: given.waitingSince?.toISOString(),
  outcome: given.outcome,
  again: given.again || undefined,
  person: given.dossier.person,
  country: given.means?.country ?? undefined,
  client: given.client,
  proposal: given.proposal && { ...given.proposal, at: given.proposal.at.toISOString() },
  undone: given.undone && { ...given.undone, at: given.undone.at.toISOString() },
  decision: given.decision && { ...given.decision, at: given.decision.at.toISOString() },
  code: codeJson(given, now),
});

/** A means, without its identifier. */
export const meansJson = ({ kind, country, since, endedAt, endedHow }: KnownMeans): OwnMeansJson => ({
  kind,
  country: country ?? undefined,
  since: since.toISOString(),
  replacedAt: endedHow === null ? endedAt?.toISOString() : undefined,
  endedAt: endedHow === null ? undefined : endedAt?.toISOString(),
});

/** The same, for who may end it. */
export const knownMeansJson = (means: KnownMeans): KnownMeansJson => ({ id: means.id, ...meansJson(means) });

const countriesOf = (means: readonly KnownMeans[]): string[] => means.flatMap(({ country }) => country ?? []);

/** A candidate as an official compares him. */
export const candidateJson = (
  asked: IdentityCase,
  { client, ground, person }: KnownCandidate,
  means: readonly KnownMeans[],
  hasCitizenServiceNumber: boolean,
): Omit<CandidateJson, 'diedOn'> => ({
  ...{ client, ground, hasCitizenServiceNumber },
  name: person?.name,
  birthDate: person?.birthDate,
  address: person?.address ?? [],
  differs: differencesOf(
    {
      name: asked.dossier.person && fullName(asked.dossier.person),
      birthDate: asked.dossier.person?.birthDate,
      countries: asked.means?.country ? [asked.means.country] : [],
      address: asked.dossier.address ?? [],
    },
    {
      name: person?.name,
      birthDate: person?.birthDate,
      countries: countriesOf(means),
      address: person?.address ?? [],
    },
  ),
  means: means.map(knownMeansJson),
});

/** A mandate that was given while the means of a case was there. */
export const givenJson = ({ at, ...given }: GivenMeanwhile): GivenMeanwhileJson => ({
  ...given,
  at: at.toISOString(),
});
