import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { ClientId, IdentityCaseId } from '../../domain/ids.ts';
import { newId } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';

/** What people are written about who they are, beside the letter with a code. The letters are made by a task. */
@Injectable()
export class IdentityNews {
  constructor(private readonly queue: QueueStore) {}

  /** To the address of the client that is on file, so that he hears of it who did not ask: a means was added to his account. */
  added(work: Work, client: ClientId): Promise<void> {
    return this.queue.enqueue(work, 'print-identity-news', { letter: newId(), client });
  }

  /** To who asked without any means of sign-in, and would not hear otherwise that it was refused. */
  refused(work: Work, identityCase: IdentityCaseId): Promise<void> {
    return this.queue.enqueue(work, 'print-identity-news', { letter: newId(), case: identityCase });
  }
}
