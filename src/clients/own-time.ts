import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import { hasOwnClock } from '../domain/time-zone.ts';
import { tellDeadlines, type TellDeadlines, untold } from '../platform/deadline.ts';
import { type Preference, PreferenceStore } from './preference.store.ts';

/** Deadlines are Dutch, and a client who chose a time zone of his own reads them in his time as well. */
@Injectable()
export class OwnTime {
  constructor(private readonly preferences: PreferenceStore) {}

  /** How whoever acts is told deadlines. What fits his means of sign-in is a proposal, and tells nothing. */
  async of(work: Work): Promise<TellDeadlines> {
    const chosen = await this.chosen(work);
    return chosen ? tellDeadlines(chosen) : untold;
  }

  /** His time zone, for what is written in the language that he asks for; nothing when it is the Dutch one. */
  async zone(work: Work): Promise<string | undefined> {
    const { timeZone } = (await this.chosen(work)) ?? {};
    return timeZone !== undefined && hasOwnClock(timeZone) ? timeZone : undefined;
  }

  private async chosen(work: Work): Promise<Preference | undefined> {
    return work.actor.kind === 'citizen' ? this.preferences.of(work, work.actor.client) : undefined;
  }
}
