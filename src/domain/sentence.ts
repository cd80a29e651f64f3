/** A sentence for people in both languages: Dutch at B1 level, and English. Neither can be left out. */
export interface Sentence {
  readonly en: string;
  readonly nl: string;
}
