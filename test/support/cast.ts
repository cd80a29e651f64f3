import type { Claims } from './house.ts';

const level = (name: string) => `http://eidas.europa.eu/LoA/${name}`;

/** A citizen who signs in with DigiD. */
export const citizen = (bsn: string, assurance = 'substantial'): Claims => ({
  sub: `digid-${bsn}`,
  means: 'digid',
  bsn,
  acr: level(assurance),
});

/** A person who signs in with DigiD to represent others by himself. */
export const representative = (bsn: string, assurance = 'substantial'): Claims => ({
  ...citizen(bsn, assurance),
  capacity: 'representative',
});

/** Someone who signs in with eHerkenning for an office. */
export const employee = (name: string, kvk: string, assurance = 'substantial'): Claims => ({
  sub: `eh-${kvk}-${name}`,
  means: 'eherkenning',
  kvk,
  acr: level(assurance),
});

/** Somebody who signs in with a European means that names no BSN. */
export const european = (
  identifier: string,
  [given, family]: readonly [string, string],
  birthDate: string,
  assurance = 'substantial',
): Claims => ({
  ...{ sub: `eidas-${identifier}`, means: 'eidas', eidas_id: identifier },
  ...{ given_name: given, family_name: family, birthdate: birthDate, acr: level(assurance) },
});

/** Somebody with an account that proves nothing. */
export const accountHolder = (name: string): Claims => ({
  ...{ sub: `account-${name}`, means: 'account', acr: level('low') },
});

/** A civil servant. */
export const official = (name: string): Claims => ({
  sub: `official-${name}`,
  means: 'official',
  acr: level('substantial'),
});

/** A machine with an OIN. */
export const machine = (oin: string): Claims => ({
  sub: `machine-${oin}`,
  means: 'machine',
  oin,
  acr: level('substantial'),
});

/** Test BSNs. */
export const bsns = {
  yasmina: '999990019',
  pieter: '999990032',
  willem: '999990044',
  sanne: '999990007',
  henk: '999990020',
  fatima: '999993653',
  ruben: '999990068',
} as const;

/** Dates of birth in the simulated register of persons. */
export const birthDates = {
  yasmina: '1984-05-17',
  pieter: '1957-11-02',
  willem: '1941-02-28',
  sanne: '1996-08-30',
  henk: '1970-01-01',
  fatima: '1962-12-09',
  ruben: '1988-03-21',
} as const;

/** KvK numbers of the offices. */
export const kvks = { vermeer: '90001234', haven: '90005678', new: '90009999' } as const;

/** OINs of the senders; `system` is a machine that is no sender. */
export const oins = {
  tax: '00000099000000001000',
  svb: '00000099000000002000',
  town: '00000099000000003000',
  system: '00000099000000009000',
} as const;

/** Everyone, signed in as they usually do. */
export const people = {
  yasmina: citizen(bsns.yasmina),
  pieter: citizen(bsns.pieter),
  willem: citizen(bsns.willem),
  henk: citizen(bsns.henk, 'low'),
  ruben: citizen(bsns.ruben),
  rubenRepresents: representative(bsns.ruben),
  klaus: european('DE/NL/klaus-weber-1', ['Klaus', 'Weber'], '1955-03-14'),
  elise: european('BE/NL/elise-dubois-1', ['Élise', 'Dubois'], '1961-07-21'),
  carmen: european('ES/NL/carmen-garcia-1', ['M. Carmen', 'García Ruiz'], '1950-06-15'),
  joris: employee('joris', kvks.vermeer),
  anna: employee('anna', kvks.vermeer),
  bob: employee('bob', kvks.vermeer),
  gerda: employee('gerda', kvks.haven),
  nadia: employee('nadia', kvks.new),
  olga: official('olga'),
  otto: official('otto'),
  oscar: official('oscar'),
  tax: machine(oins.tax),
  svb: machine(oins.svb),
  town: machine(oins.town),
  system: machine(oins.system),
} as const;

const weights = [9, 8, 7, 6, 5, 4, 3, 2];

/** So many valid test BSNs, all in the range 9999. */
export function manyBsns(count: number): string[] {
  const found: string[] = [];
  for (let stem = 99_990_100; found.length < count && stem < 100_000_000; stem++) {
    const digits = [...String(stem)].map(Number);
    const last = weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11;
    if (last < 10) found.push(`${stem}${last}`);
  }
  return found;
}
