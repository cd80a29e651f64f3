import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import { type Preference, PreferenceStore } from '../../clients/preference.store.ts';
import type { Actor, Citizen } from '../../domain/actor.ts';
import { countryOf } from '../../domain/identity.ts';
import { dutchTimeZone, timeZoneOf } from '../../domain/time-zone.ts';
import type { PreferencesJson } from './preferences.json.ts';

/** In which language and time zone a client is told things: his own choice, never a silent change. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly preferences: PreferenceStore,
  ) {}

  /** What he chose, and what would fit the means with which he signed in. */
  see(actor: Actor): Promise<PreferencesJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'preferences.see' });
      if (actor.kind !== 'citizen') throw new Error('the door lets only citizens see preferences');
      const chosen = await this.preferences.of(work, actor.client);
      return { chosen, proposed: proposedTo(actor) };
    });
  }

  /** Keeps what he chose. */
  change(actor: Actor, wish: Preference): Promise<PreferencesJson> {
    return this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'preferences.change' });
      if (actor.kind !== 'citizen') throw new Error('the door lets only citizens change preferences');
      const { language, timeZone } = wish;
      await this.preferences.keep(work, actor.client, { language, timeZone });
      work.remark({ details: { language, timeZone } });
      return { chosen: { language, timeZone }, proposed: proposedTo(actor) };
    });
  }
}

/** Who signs in from another country reads English, until he says otherwise. */
function proposedTo({ presented }: Citizen): Preference {
  if (presented?.kind !== 'eidas') return { language: 'nl', timeZone: dutchTimeZone };
  const country = countryOf(presented.identifier);
  return { language: country === 'BE' ? 'nl' : 'en', timeZone: timeZoneOf(country) ?? dutchTimeZone };
}
