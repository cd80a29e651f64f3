import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { ClientId, IdentityCaseId } from '../../domain/ids.ts';
import { newId } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';

/** What people are written about who they are, beside the letter with a code. The letters are made by a task. */
@Injectable()
export class IdentityNews {
  constructor(private readonly queue: QueueStore) {}

  /**
   * A case added a means to the account of a client: so that he hears of it who did not ask, it stands among the notices in
   * the account, and a letter goes to the address that is on file. To an address that a form named none goes.
   */
  added(work: Work, client: ClientId, by: IdentityCaseId): Promise<void> {
    return this.queue.enqueue(work, 'print-identity-news', { letter: newId(), client, added: by });
  }

  /** To who asked without any means of sign-in, and would not hear otherwise that it was refused. */
  refused(work: Work, identityCase: IdentityCaseId): Promise<void> {
    return this.queue.enqueue(work, 'print-identity-news', { letter: newId(), case: identityCase });
  }
}
