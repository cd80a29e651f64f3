import type { Day } from './day.ts';
import type { NaturalPerson } from './identity.ts';

/** Small words in names that one register writes and another leaves out. */
const particles = new Set(
  (
    'van de den der des het t s te ten ter op in aan von vom zu zum zur la le les el al los las ' +
    'da das do dos di du del della y e of af av ibn bin'
  ).split(' '),
);

/** All words of a name, without case, accents and signs. */
const allWords = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\P{L}+/u)
    .filter((word) => word !== '');
const telling = (name: string): readonly string[] => allWords(name).filter((word) => !particles.has(word));

/** The words of a name as two registers may both write them: without particles, unless it has no other words (Le, Ten). */
const words = (name: string): readonly string[] =>
  telling(name).length > 0 ? telling(name) : allWords(name);

/** The words of a whole name, beside one with these parts: a particle that is a whole name of his counts there too. */
const beside = (line: string, ...parts: readonly string[]): readonly string[] =>
  parts.every((part) => telling(part).length > 0) ? telling(line) : allWords(line);

/** A name of no letter, or of one, is nobody's. */
const says = (name: string): boolean => [...name].length > 1;

/** One list of given names begins the other: registers leave out the later ones. */
const agree = (one: readonly string[], other: readonly string[]): boolean =>
  says(one[0] ?? '') &&
  says(other[0] ?? '') &&
  one.slice(0, other.length).every((word, place) => word === other[place]);

/**
 * Whether a name as one line is that of who has these names: its last words are the family name, and the words before
 * them the given names, or as many of them as there are.
 */
export function isCalled({ givenNames, familyName }: NameShown, line: string): boolean {
  const [family, given] = [words(familyName).join(''), words(givenNames)];
  const held = beside(line, givenNames, familyName);
  return (
    says(family) &&
    held.some((_, split) => held.slice(split).join('') === family && agree(given, held.slice(0, split)))
  );
}

/** Names as a means of sign-in shows them. */
type NameShown = Pick<NaturalPerson, 'givenNames' | 'familyName'>;

/** Whether the last words of a name as one line are this family name. */
export function hasFamilyName(familyName: string, line: string): boolean {
  const [family, held] = [words(familyName).join(''), beside(line, familyName)];
  return says(family) && held.some((_, split) => split > 0 && held.slice(split).join('') === family);
}

/**
 * Whether who a means of sign-in shows is the person whom a register holds (decision 77): the date of birth is the same,
 * and so are the names as both may write them. What a source answers is not taken for more than that.
 */
export const isSamePerson = (
  shown: NaturalPerson,
  held: { readonly name: string; readonly birthDate: Day },
): boolean => shown.birthDate === held.birthDate && isCalled(shown, held.name);

/**
 * Who a letter is for, as one line: date of birth, family name and first given name. A European means that brings its
 * code must show the same; the code itself proves the rest (R10). Nothing for a name that is nobody's.
 */
export function bearerOf({ givenNames, familyName, birthDate }: NaturalPerson): string | undefined {
  const [family, first = ''] = [words(familyName).join(''), words(givenNames)[0]];
  return says(family) && says(first) ? `${birthDate} ${family} ${first}` : undefined;
}
