import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { ClientId } from '../domain/ids.ts';
import type { Language } from '../platform/language.ts';

/** In which language and time zone (IANA name) a client is told things. */
export interface Preference {
  readonly language: Language;
  readonly timeZone: string;
}

/** The only writer of what clients prefer. It is theirs, and changes only when they say so. */
@Injectable()
export class PreferenceStore {
  /** What this client prefers, if he ever said. */
  async of(work: Work, client: ClientId): Promise<Preference | undefined> {
    const [row] = await work.named<{ language: Language; timeZone: string }>(
      'preference-of',
      'SELECT language, time_zone AS "timeZone" FROM client_preference WHERE client_id = $1',
      [client],
    );
    return row;
  }

  /** Keeps it, in the place of what was there. */
  async keep(work: Work, client: ClientId, { language, timeZone }: Preference): Promise<void> {
    await work.query(
      `INSERT INTO client_preference (client_id, language, time_zone, changed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (client_id) DO UPDATE
         SET language = excluded.language, time_zone = excluded.time_zone, changed_at = excluded.changed_at`,
      [client, language, timeZone, work.now],
    );
  }
}
