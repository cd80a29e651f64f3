import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Bsn } from '../domain/identifiers.ts';
import type { MatchOutcome } from '../domain/identity-case.ts';
import type { ClientId } from '../domain/ids.ts';
import { ClientStore } from './client.store.ts';
import { IdentityMatch, type MatchAnswer, type Resembling, type Sought } from './identity-match.port.ts';
import type { Person } from './person-register.port.ts';
import { type Prospect, ProspectStore } from './prospect.store.ts';

/** An answer of the source with pseudonyms in the place of BSNs. */
export interface Recognised {
  readonly outcome: MatchOutcome;
  readonly named: readonly Named[];
}

/** Somebody whom the source names: a client, or who would be one under this pseudonym. */
export interface Named {
  readonly client: ClientId;
  readonly person: Person;
  readonly prospect?: Prospect | undefined;
}

/**
 * An answer that only a work can read: outside of this room a BSN is a pseudonym. Whom it names becomes a client, unless
 * nobody looked yet at what was asked.
 */
export type ReadAnswer = (work: Work, unseen: boolean) => Promise<Recognised>;

const foundIn = (answer: MatchAnswer): readonly Resembling[] =>
  answer.outcome === 'match' ? [answer.found] : answer.outcome === 'ambiguous' ? answer.found : [];

/** Asks the source of identities who somebody is. */
@Injectable()
export class IdentityMatcher {
  constructor(
    private readonly source: IdentityMatch,
    private readonly clients: ClientStore,
    private readonly prospects: ProspectStore,
  ) {}

  /**
   * Asks outside any work: the source may be slow. Who died by what an event told, died for the source too (R30).
   * @throws Problem `unavailable` when it does not answer.
   */
  async ask(sought: Sought): Promise<ReadAnswer> {
    const answer = await this.source.match(sought);
    const found = foundIn(answer);
    return async (work, unseen) => {
      const named: Named[] = [];
      const known = unseen ? new Map<Bsn, ClientId>() : await this.identify(work, found);
      for (const { bsn, person } of found) {
        const prospect = unseen ? this.prospects.of(bsn) : undefined;
        const client = prospect ? await this.prospects.clientOf(work, prospect) : known.get(bsn);
        const diedOn = client && (await this.clients.diedOn(work, client));
        const whom = client ? { client } : prospect && { client: prospect.id, prospect };
        if (whom) named.push({ ...whom, person: diedOn ? { ...person, diedOn } : person });
      }
      return { outcome: answer.outcome, named };
    };
  }

  private identify(work: Work, found: readonly Resembling[]): Promise<ReadonlyMap<Bsn, ClientId>> {
    return this.clients.identifyEach(
      work,
      found.map(({ bsn }) => bsn),
    );
  }
}
