/** How somebody signs in; decides which identifiers a token carries. */
export type Means = 'digid' | 'eidas' | 'account' | 'eherkenning' | 'official' | 'machine';

/** Assurance levels as eIDAS names them: the only values of `acr`. */
export const assurance = {
  low: 'http://eidas.europa.eu/LoA/low',
  substantial: 'http://eidas.europa.eu/LoA/substantial',
  high: 'http://eidas.europa.eu/LoA/high',
} as const;

/** One of the values of `acr`. */
export type Acr = (typeof assurance)[keyof typeof assurance];

/** What a token says besides the standard claims: who somebody is, never what they may. */
export interface IdentityClaims {
  readonly means: Means;
  readonly bsn?: string;
  /** That a citizen signs in to represent others, and not for himself. */
  readonly capacity?: 'representative';
  readonly eidas_id?: string;
  /** What eIDAS says of a person besides an identifier (minimum data set). */
  readonly given_name?: string;
  readonly family_name?: string;
  readonly birthdate?: string;
  readonly kvk?: string;
  readonly oin?: string;
}

/** Somebody of the cast, or a machine. Everyone is made up: test numbers only. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly sub: string;
  readonly acr: Acr;
  readonly claims: IdentityClaims;
}

const { low, substantial } = assurance;

function citizen(key: string, name: string, bsn: string, acr: Acr = substantial): Persona {
  return { key, name, sub: `digid-${key}`, acr, claims: { means: 'digid', bsn } };
}

/** The same person, who signs in to represent others by himself. */
function representative(key: string, { name, sub, acr, claims }: Persona): Persona {
  return { key, name, sub, acr, claims: { ...claims, capacity: 'representative' } };
}

/** `bsn` only when the sign-in service itself links the foreign identity to a person in the Dutch registers. */
function foreigner(
  key: string,
  [given_name, family_name]: readonly [given: string, family: string],
  birthdate: string,
  eidas_id: string,
  bsn?: string,
): Persona {
  const claims: IdentityClaims = {
    ...{ means: 'eidas', eidas_id, given_name, family_name, birthdate },
    ...(bsn ? { bsn } : {}),
  };
  return { key, name: `${given_name} ${family_name}`, sub: `eidas-${key}`, acr: substantial, claims };
}

/** Somebody who made an account with a password, which proves nothing else of him. */
function accountHolder(key: string, name: string): Persona {
  return { key, name, sub: `account-${key}`, acr: low, claims: { means: 'account' } };
}

/** The subject is a pseudonym of this person within this office, as eHerkenning gives it. */
function employee(key: string, name: string, kvk: string, person = key, acr: Acr = substantial): Persona {
  return { key, name, sub: `eh-${kvk}-${person}`, acr, claims: { means: 'eherkenning', kvk } };
}

/** Somebody whose sign-in service gives the same pseudonym in every office, so that it is known to be one person. */
function inSeveralOffices(person: string, name: string, kvk: string, office: string): Persona {
  return { ...employee(`${person}-${office}`, name, kvk), sub: `eh-${person}` };
}

function official(key: string, name: string): Persona {
  return { key, name, sub: `official-${key}`, acr: substantial, claims: { means: 'official' } };
}

/** A machine is its own subject (RFC 9068 section 2.2). */
function machine(key: string, name: string, oin: string): Persona {
  return { key, name, sub: key, acr: substantial, claims: { means: 'machine', oin } };
}

const vermeer = '90001234';
const deHaven = '90005678';
const notRegistered = '90009999';

const ruben = citizen('ruben', 'Ruben Hendriks', '999990068');

/** The people who can sign in on the simulator's page. */
export const people: readonly Persona[] = [
  citizen('yasmina', 'Yasmina el Amrani', '999990019'),
  citizen('pieter', 'Pieter de Vries', '999990032'),
  citizen('willem', 'Willem Jansen', '999990044'),
  citizen('sanne', 'Sanne Bakker', '999990007'),
  citizen('henk', 'Henk Smit', '999990020', low),
  ruben,
  representative('ruben-represents', ruben),
  foreigner('fatima', ['Fatima', 'Özdemir'], '1962-12-09', 'DE/NL/fatima-oezdemir-1', '999993653'),
  foreigner('maria', ['Maria', 'Silva'], '1958-04-25', 'PT/NL/maria-silva-1'),
  foreigner('klaus', ['Klaus', 'Weber'], '1955-03-14', 'DE/NL/klaus-weber-1'), // the source finds him
  foreigner('elise', ['Élise', 'Dubois'], '1961-07-21', 'BE/NL/elise-dubois-1'), // it does not know her
  foreigner('carmen', ['M. Carmen', 'García Ruiz'], '1950-06-15', 'ES/NL/carmen-garcia-1'), // it knows two
  foreigner('hanna', ['Hanna', 'Novak'], '1972-10-03', 'AT/NL/hanna-novak-1'),
  foreigner('hanna-new', ['Hanna', 'Novak'], '1972-10-03', 'AT/NL/hanna-novak-2'), // after a new identity card
  foreigner('sturm', ['Egon', 'Störung'], '1966-06-06', 'DE/NL/egon-stoerung-1'), // at whom the source fails
  accountHolder('rosa', 'Rosa Pinas'),
  accountHolder('samuel', 'Samuel Pinas'),
  employee('joris', 'Joris van Dam', vermeer),
  employee('joris-low', 'Joris van Dam', vermeer, 'joris', low),
  employee('anna', 'Anna Vermeer', vermeer),
  employee('bob', 'Bob Willems', vermeer),
  employee('tim', 'Tim Post', vermeer),
  employee('gerda', 'Gerda Haan', deHaven),
  employee('karim', 'Karim Aziz', deHaven),
  inSeveralOffices('sara', 'Sara Kok', vermeer, 'vermeer'),
  inSeveralOffices('sara', 'Sara Kok', deHaven, 'haven'),
  employee('nadia', 'Nadia Groen', notRegistered),
  official('olga', 'Olga Prins'),
  official('otto', 'Otto Meijer'),
];

/** The machines, which are clients of the provider: senders, and a system that is no sender. */
export const machines: readonly Persona[] = [
  machine('belastingdienst', 'Belastingdienst', '00000099000000001000'),
  machine('svb', 'Sociale Verzekeringsbank', '00000099000000002000'),
  machine('gemeente', 'Gemeente Voorbeeldstad', '00000099000000003000'),
  machine('systeem', 'Een systeem dat geen afzender is', '00000099000000009000'),
];

/** Everyone, by the key that `npm run token` and the tests use. */
export const personas: ReadonlyMap<string, Persona> = new Map(
  [...people, ...machines].map((persona) => [persona.key, persona]),
);
