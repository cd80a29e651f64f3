import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { MatchOutcome } from '../domain/identity-case.ts';
import type { ClientId } from '../domain/ids.ts';
import { ClientStore } from './client.store.ts';
import { IdentityMatch, type MatchAnswer, type Resembling, type Sought } from './identity-match.port.ts';
import type { Person } from './person-register.port.ts';

/** An answer of the source with pseudonyms in the place of BSNs. */
export interface Recognised {
  readonly outcome: MatchOutcome;
  readonly named: readonly { readonly client: ClientId; readonly person: Person }[];
}

/** An answer that only a work can read: outside of this room a BSN is a pseudonym. */
export type ReadAnswer = (work: Work) => Promise<Recognised>;

const foundIn = (answer: MatchAnswer): readonly Resembling[] =>
  answer.outcome === 'match' ? [answer.found] : answer.outcome === 'ambiguous' ? answer.found : [];

/** Asks the source of identities who somebody is. */
@Injectable()
export class IdentityMatcher {
  constructor(
    private readonly source: IdentityMatch,
    private readonly clients: ClientStore,
  ) {}

  /**
   * Asks outside any work: the source may be slow. Who died by what an event told, died for the source too (R30).
   * @throws Problem `unavailable` when it does not answer.
   */
  async ask(sought: Sought): Promise<ReadAnswer> {
    const answer = await this.source.match(sought);
    const found = foundIn(answer);
    return async (work) => {
      const clients = await this.clients.identifyEach(
        work,
        found.map(({ bsn }) => bsn),
      );
      const named: Recognised['named'][number][] = [];
      for (const { bsn, person } of found) {
        const client = clients.get(bsn) as ClientId;
        const diedOn = await this.clients.diedOn(work, client);
        named.push({ client, person: diedOn ? { ...person, diedOn } : person });
      }
      return { outcome: answer.outcome, named };
    };
  }
}
