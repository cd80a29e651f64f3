import { Injectable } from '@nestjs/common';
import { Problem } from '../domain/errors.ts';
import { HealthStore } from './health.store.ts';

/** Whether this process wants traffic. */
@Injectable()
export class HealthService {
  /** Set at the first sign of a stop, so that the balancer turns elsewhere before the door closes. */
  leaving = false;

  constructor(private readonly store: HealthStore) {}

  /** @throws Problem `unavailable` while leaving, or when the database does not answer. */
  async ready(): Promise<void> {
    if (this.leaving) throw new Problem('unavailable', { retryAfterSeconds: 5 });
    await this.store.answers();
  }
}
