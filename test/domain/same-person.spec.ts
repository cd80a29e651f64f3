import type { Day } from '../../src/domain/day.ts';
import { bearerOf, hasFamilyName, isCalled, isSamePerson } from '../../src/domain/same-person.ts';

describe('Names as two registers may both write them are of one person', () => {
  it.each([
    ['Klaus', 'Weber', 'Klaus Weber', true],
    ['KLAUS', 'weber', 'Klaus Weber', true],
    ['Klaus', 'Weber', 'Klaus Peter Weber', true],
    ['Klaus Peter', 'Weber', 'Klaus Weber', true],
    ['Fatima', 'Ozdemir', 'Fatima Özdemir', true],
    ['Pieter', 'Vries', 'Pieter de Vries', true],
    ['Pieter', 'de  Vries', 'Pieter Vries', true],
    ['Yasmina', 'Elamrani', 'Yasmina el Amrani', false],
    ['Yasmina', 'El-Amrani', 'Yasmina el Amrani', true],
    ['Carmen', 'GarcíaRuiz', 'Carmen García Ruiz', true],
    ['Hans', 'Weber', 'Klaus Weber', false],
    ['Klaus Hans', 'Weber', 'Klaus Peter Weber', false],
    ['Klaus', 'Eber', 'Klaus Weber', false],
    ['Kla', 'Weber', 'Klaus Weber', false],
    ['K.', 'Weber', 'Klaus Weber', false],
    ['', 'Weber', 'Klaus Weber', false],
    ['Klaus', '', 'Klaus Weber', false],
    ['Klaus', '-', 'Klaus Weber', false],
    ['Klaus', 's', 'Klaus s', false],
    ['Klaus', 'van', 'Klaus van', true], // a name that is a particle is a name
    ['Thi Mai', 'Le', 'Thi Mai Le', true],
    ['Thi Mai', 'LE', 'Thi Mai Do', false],
    ['Thi Mai', 'Le', 'Thi Mai', false],
    ['Anna', 'Ten', 'Anna van Ten', true],
    ['Anna', 'van der', 'Anna van der', true],
    ['Anna', 'van der', 'Anna der', false],
    ['Di', 'Wang', 'Di Wang', true],
    ['Di', 'Wang', 'Do Wang', false],
    ['Di', 'van den Berg', 'Di Berg', true],
    ['Klaus Weber', 'Weber', 'Weber', false],
  ])('%s / %s and %s: %s', (givenNames, familyName, line, expected) => {
    expect(isCalled({ givenNames, familyName }, line)).toBe(expected);
  });

  it('The date of birth must be the same as well', () => {
    const shown = { givenNames: 'Klaus', familyName: 'Weber', birthDate: '1955-03-14' as Day };
    const held = { name: 'Klaus Weber', birthDate: '1955-03-14' as Day };
    expect(isSamePerson(shown, held)).toBe(true);
    expect(isSamePerson(shown, { ...held, birthDate: '1955-03-15' as Day })).toBe(false);
  });

  it.each([
    ['de Vries', 'Pieter de Vries', true],
    ['s', 'Pieter de Vries', false],
    ['-', 'Pieter de Vries', false],
    ['ries', 'Pieter de Vries', false],
    ['Weber', 'Weber', false],
    ['Le', 'Thi Mai Le', true],
    ['Le', 'Thi Mai', false],
  ])('“%s” is the family name of %s: %s', (family, line, expected) => {
    expect(hasFamilyName(family, line)).toBe(expected);
  });

  it('A letter is for somebody also when his family name, or his given name, is a particle', () => {
    const birthDate = '1970-02-02' as Day;
    expect(bearerOf({ givenNames: 'Thi Mai', familyName: 'Le', birthDate })).toBe('1970-02-02 le thi');
    expect(bearerOf({ givenNames: 'Di', familyName: 'van den Berg', birthDate })).toBe('1970-02-02 berg di');
  });
});
