import { Injectable } from '@nestjs/common';
import { Problem } from '../domain/errors.ts';
import type { Bsn } from '../domain/identifiers.ts';
import { foldedName } from '../domain/identity.ts';
import { hasFamilyName, isSamePerson } from '../domain/same-person.ts';
import { IdentityMatch, type MatchAnswer, type Resembling, type Sought } from './identity-match.port.ts';
import { simulatedPersons } from './person-register.simulator.ts';

/** Who is called so makes the simulator fail, so that one can see what that does. */
const failing = 'storung';

/**
 * A SIMULATOR of the source of identities: it looks among the invented people of the register simulator, and has no link
 * to any register. Who has the same names and date of birth is a match; who has the family name and the date of birth
 * alone only resembles him, so that a person has to look.
 */
@Injectable()
export class IdentityMatchSimulator extends IdentityMatch {
  async match(sought: Sought): Promise<MatchAnswer> {
    if (foldedName(sought.familyName) === failing) throw new Problem('unavailable', { retryAfterSeconds: 5 });
    const found: Resembling[] = Object.entries(simulatedPersons)
      .filter(
        ([, { name, birthDate }]) => birthDate === sought.birthDate && hasFamilyName(sought.familyName, name),
      )
      .map(([bsn, person]) => ({ bsn: bsn as Bsn, person }));
    const [only, ...others] = found.filter(({ person }) => isSamePerson(sought, person));
    if (only && others.length === 0) return { outcome: 'match', found: only };
    return found.length > 0 ? { outcome: 'ambiguous', found } : { outcome: 'no-match' };
  }
}
