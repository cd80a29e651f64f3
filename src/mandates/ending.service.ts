import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import type { Work } from '../audit/work.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Party } from '../domain/mandate.ts';
import { partyOf } from '../domain/mandate-access.ts';
import { endedWith } from '../domain/mandate-request.ts';
import { noticeOfEnd } from '../domain/notice.ts';
import { BulkMandatesStore } from './bulk/bulk-mandates.store.ts';
import type { KeptMandate } from './mandate.store.ts';
import { type NewNotice, NoticeStore } from './upkeep/notice.store.ts';

/** What each side asks to end a request. Who enters a revocation for a client asks that of the request as well. */
const asking = {
  organisation: 'mandate.withdraw',
  client: 'mandate.decline',
  official: 'mandate.revoke',
} as const satisfies Partial<Record<Party, string>>;

/** What goes with the end of a mandate by one of its sides: an open request to renew it, and what the other side hears. */
@Injectable()
export class EndingService {
  constructor(
    private readonly desk: Desk,
    private readonly mandates: BulkMandatesStore,
    private readonly notices: NoticeStore,
  ) {}

  /** For mandates that the acting side ended just now. Tells which request ended with which mandate. */
  async follow(work: Work, ended: readonly KeptMandate[]): Promise<ReadonlyMap<MandateId, MandateId>> {
    const party = partyOf(work.actor);
    if (ended.length === 0 || !party || party === 'job') return new Map();
    const open = await this.mandates.lockRenewals(
      work,
      ended.map(({ id }) => id),
    );
    const requests = open.flatMap((before) => {
      const after = endedWith(before, party, work.now);
      return after ? [{ before, after }] : [];
    });
    const over = requests.map(({ after }) => after);
    if (over.length > 0) {
      await this.record(work, party, requests);
      await this.mandates.end(work, over);
    }
    await this.notices.tell(
      work,
      [...ended, ...over].flatMap((mandate) => noticesOf(mandate, work.now)),
    );
    return new Map(over.flatMap(({ id, predecessor }) => (predecessor ? [[predecessor, id]] : [])));
  }

  /** Each request has a line of its own, which names the mandate with which it ended. */
  private async record(
    work: Work,
    party: keyof typeof asking,
    requests: readonly { readonly before: KeptMandate; readonly after: KeptMandate }[],
  ): Promise<void> {
    const answers = await this.desk.demandEach(
      work,
      requests.map(({ after }) => ({ action: asking[party], mandate: after.id })),
    );
    requests.forEach(({ before, after }, place) => {
      const answer = answers[place];
      if (!answer || answer.refused) throw answer?.refused ?? new Error('the desk answers each question');
      work.remark(
        {
          ...(party === 'official' ? { action: 'mandate.decline' as const } : {}),
          details: { from: before.state, to: after.state, predecessor: after.predecessor ?? '' },
        },
        answer.line,
      );
    });
  }
}

function noticesOf(mandate: KeptMandate, now: Date): NewNotice[] {
  const heard = noticeOfEnd(mandate, now);
  const { id, client, organisation } = mandate;
  return heard ? [{ mandate: id, client, organisation, ...heard }] : [];
}
