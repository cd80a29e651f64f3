import { sqlMigration } from './as-owner.ts';

/**
 * A message without words yet has no place in the index of words: its delivery neither writes there nor waits for others
 * that do. A search looks into it itself (`feed_wordless`) until its words are filled, behind the delivery.
 */
export const WordsBehindTheDelivery = sqlMigration(
  'WordsBehindTheDelivery',
  1795910400047,
  `
  DROP INDEX feed_words;
  CREATE INDEX feed_words ON feed USING gin (organisation_id, words) WHERE words IS NOT NULL;
  `,
  `
  DROP INDEX feed_words;
  CREATE INDEX feed_words ON feed USING gin (organisation_id, words);
  `,
);
