import { languageOf } from '../../src/platform/language.ts';

it.each([
  [undefined, 'nl'],
  ['', 'nl'],
  ['*', 'nl'],
  ['fr, de', 'nl'],
  ['en', 'en'],
  ['EN-gb, nl;q=0.9', 'en'],
  ['nl;q=0.3, en-GB', 'en'],
  ['de, en;q=0.5, nl;q=0.8', 'nl'],
  ['en;q=0, fr', 'nl'],
  ['english', 'nl'],
  ['en;q=x', 'en'],
  ['nl-BE', 'nl'],
])('who prefers %j reads %s', (header, language) => expect(languageOf(header)).toBe(language));
