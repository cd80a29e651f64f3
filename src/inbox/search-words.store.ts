import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import { fault, Problem } from '../domain/errors.ts';
import { faultOfSigns } from '../domain/search-words.ts';

/** What the words of a search are worth. The most common ones find nothing, so with those alone it is no question. */
@Injectable()
export class SearchWordsStore {
  /**
   * Nothing, when no words are given or when some are left without signs and the most common ones.
   * @throws Problem `invalid-input` that names where the words stand.
   */
  async ensureSaying(work: Work, text: string | undefined, location = '#/text'): Promise<void> {
    if (text === undefined) return;
    const signs = faultOfSigns(text, location);
    if (signs) throw new Problem('invalid-input', { faults: [signs] });
    const [row] = await work.named<{ says: boolean }>(
      'search-says',
      'SELECT numnode(wanted_words($1)) > 0 AS says',
      [text],
    );
    if (row?.says) return;
    const en = 'Write at least one word to look for that is not as common as "de" or "het".';
    const nl = 'Schrijf minstens één woord om te zoeken dat niet zo gewoon is als "de" of "het".';
    throw new Problem('invalid-input', { faults: [fault(location, 'words', en, nl)] });
  }
}
