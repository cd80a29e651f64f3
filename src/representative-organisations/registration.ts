import type { Newcomer } from '../domain/actor.ts';
import { type Fault, fault } from '../domain/errors.ts';
import { mayHaveBecon } from '../domain/office.ts';
import type { RegisterOrganisation } from './organisation.request.ts';

/** What a registration has against it, all at once: what it says must go with how the newcomer signed in. */
export function faultsOfRegistration(
  { kvk, kind, becon, name, administratorName }: RegisterOrganisation,
  { kvk: own, person }: Newcomer,
): readonly Fault[] {
  const alone = person !== undefined;
  const rules: readonly (readonly [wrong: boolean, field: string, code: string, en: string, nl: string])[] = [
    [
      kvk !== undefined && kvk !== own,
      'kvk',
      'not-yours',
      'This is not the KvK number for which you signed in.',
      'Dit is niet het KvK-nummer waarvoor u bent ingelogd.',
    ],
    [
      alone && kind !== 'individual',
      'kind',
      'only-individual',
      'You signed in as a person who represents others. Choose individual, or sign in for your office.',
      'U bent ingelogd als iemand die zelf anderen vertegenwoordigt. Kies individual, of log in voor uw kantoor.',
    ],
    [
      !alone && kind === 'individual',
      'kind',
      'not-individual',
      'You signed in for an office. Sign in as a representative to act by yourself.',
      'U bent ingelogd voor een kantoor. Log in als vertegenwoordiger om zelf op te treden.',
    ],
    [
      alone && name.trim() !== administratorName.trim(),
      'administratorName',
      'not-the-same',
      'Who represents others by himself has one name.',
      'Wie zelf anderen vertegenwoordigt, heeft één naam.',
    ],
    [
      becon !== undefined && !mayHaveBecon(kind),
      'becon',
      'only-accountancy',
      'Only an accountancy firm has a becon number.',
      'Alleen een administratie- of accountantskantoor heeft een beconnummer.',
    ],
  ];
  return rules.flatMap(([wrong, field, code, en, nl]) => (wrong ? fault(`#/${field}`, code, en, nl) : []));
}
