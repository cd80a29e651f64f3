import { IdentityMatchSimulator } from '../../src/clients/identity-match.simulator.ts';
import type { Day } from '../../src/domain/day.ts';

const source = new IdentityMatchSimulator();

describe('The source that ships takes nobody for another', () => {
  it.each([
    ['Klaus', 'Weber', '1955-03-14', 'match'],
    ['klaus peter', 'WEBER', '1955-03-14', 'match'],
    ['Pieter', 'Vries', '1957-11-02', 'match'],
    ['Hans', 'Weber', '1955-03-14', 'ambiguous'],
    ['Q', 's', '1957-11-02', 'no-match'],
    ['X', '-', '1957-11-02', 'no-match'],
    ['Pieter', 'ries', '1957-11-02', 'no-match'],
    ['Klaus', 'Weber', '1955-03-15', 'no-match'],
    ['M. Carmen', 'García Ruiz', '1950-06-15', 'ambiguous'],
    ['Carmen', 'Garcia Ruiz', '1950-06-15', 'match'],
  ])('%s %s of %s: %s', async (givenNames, familyName, birthDate, outcome) => {
    expect(await source.match({ givenNames, familyName, birthDate: birthDate as Day })).toMatchObject({
      outcome,
    });
  });
});
