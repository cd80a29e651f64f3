import { type Fault, fault } from './errors.ts';

const letterOrDigit = /[\p{L}\p{N}]/u;

/** What is wrong with words to look for that hold none: a search looks for words, and `%` and `_` stand for nothing. */
export const faultOfSigns = (text: string, location: string): Fault | undefined =>
  letterOrDigit.test(text)
    ? undefined
    : fault(
        location,
        'words',
        'Write at least one letter or digit. Signs alone, such as % or _, are not looked for.',
        'Schrijf minstens één letter of cijfer. Naar alleen tekens, zoals % of _, wordt niet gezocht.',
      );
