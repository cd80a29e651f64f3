import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { CaseState } from '../../domain/identity-case.ts';
import type { MeansIndex } from '../../domain/identity.ts';

/** What the acting party may know of his last request. */
export interface OwnRequest {
  readonly kind: 'account' | 'rebinding';
  /** Waiting for an official looks like waiting for the source. */
  readonly state: Exclude<CaseState, 'waiting'>;
}

/** What somebody may know of what he asked. The database answers about who acts, and leaves out what is not his to know. */
@Injectable()
export class OwnRequestStore {
  /** The last one that was asked with this means, if any: what another one of his account asked may be another's. */
  async last(work: Work, means: MeansIndex | undefined): Promise<OwnRequest | undefined> {
    const [row] = await work.query<{ kind: OwnRequest['kind']; state: OwnRequest['state'] }>(
      'SELECT kind, state FROM own_identity_requests($1)',
      [means],
    );
    return row;
  }
}
