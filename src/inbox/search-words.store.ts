import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import { fault, Problem } from '../domain/errors.ts';

/** What the words of a search are worth. The most common ones find nothing, so with those alone it is no question. */
@Injectable()
export class SearchWordsStore {
  /**
   * Nothing, when no words are given or when some are left without the most common ones.
   * @throws Problem `invalid-input` that names where the words stand.
   */
  async ensureSaying(work: Work, text: string | undefined, location = '#/text'): Promise<void> {
    if (text === undefined) return;
    const [row] = await work.named<{ says: boolean }>(
      'search-says',
      'SELECT numnode(wanted_words($1)) > 0 AS says',
      [text],
    );
    if (row?.says) return;
    const detail = 'Write at least one word to look for that is not as common as "de" or "het".';
    throw new Problem('invalid-input', { faults: [fault(location, 'words', detail)] });
  }
}
