import { Injectable } from '@nestjs/common';
import { Problem } from '../domain/errors.ts';
import type { Bsn } from '../domain/identifiers.ts';
import { foldedName, fullName } from '../domain/identity.ts';
import { IdentityMatch, type MatchAnswer, type Resembling, type Sought } from './identity-match.port.ts';
import { simulatedPersons } from './person-register.simulator.ts';

/** Who is called so makes the simulator fail, so that one can see what that does. */
const failing = 'storung';

/**
 * A SIMULATOR of the source of identities: it looks among the invented people of the register simulator by family name
 * and date of birth, and has no link to any register. Of several it takes the one with the same name, if there is one.
 */
@Injectable()
export class IdentityMatchSimulator extends IdentityMatch {
  async match(sought: Sought): Promise<MatchAnswer> {
    const family = foldedName(sought.familyName);
    if (family === failing) throw new Problem('unavailable', { retryAfterSeconds: 5 });
    const found: Resembling[] = Object.entries(simulatedPersons)
      .filter(
        ([, { name, birthDate }]) => birthDate === sought.birthDate && foldedName(name).endsWith(family),
      )
      .map(([bsn, person]) => ({ bsn: bsn as Bsn, person }));
    const exact = found.filter(({ person }) => foldedName(person.name) === foldedName(fullName(sought)));
    const [only, another] = exact.length === 1 ? exact : found;
    if (!only) return { outcome: 'no-match' };
    return another ? { outcome: 'ambiguous', found } : { outcome: 'match', found: only };
  }
}
