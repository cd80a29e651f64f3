import { sqlMigration } from './as-owner.ts';

/** What the stemmer leaves apart, by the ends of words: what is found, and what stands there instead. In this order. */
const ends: readonly (readonly [found: string, instead: string])[] = [
  [`(\\w)[''’‘´]s\\M`, '\\1'], // foto's
  ['(\\w{3}en)s\\M', '\\1'], // gegevens
  ['(\\w{2}[bcdfghjklmnpqrstvwxz]e)s(?:sen)?\\M', '\\1'], // boetes, adressen
  ['(\\wie)(?:s|zen)\\M', '\\1'], // premies, adviezen
  ['([bcdfghklmnprt])[sz]en\\M', '\\1s'], // grenzen
  ['v(en?)\\M', 'f\\1'], // brieven
  ['z(en?)\\M', 's\\1'], // huizen
  ['([bfglmnprs])\\1(en?)\\M', '\\1\\2'], // gezinnen
  ['([aeou])\\1([fgklmnp])t\\M', '\\1\\1\\2'], // betaalt
  ['kinderen\\M', 'kind'],
  ['\\mdata\\M', 'datum'],
];
const oneForm = ends.reduce(
  (text, [found, instead]) => `regexp_replace(${text}, '${found}', '${instead}', 'g')`,
  'lower(given)',
);

const wordsBy = (form: (text: string) => string): string => `
  CREATE OR REPLACE FUNCTION words_of(subject text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('volmacht'::regconfig, plain_words(${form("subject || ' ' || left(body, 100000)")}, ''));
  CREATE OR REPLACE FUNCTION wanted_words(given text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN websearch_to_tsquery('volmacht'::regconfig, regexp_replace(
      plain_words(${form(`translate(given, '“”„«»', '"""""')`)}, '"-'), '(?<=[^ "])-', ' ', 'g'));
  -- Filled behind, by the job that fills the words of new messages. Until then a search looks into the message itself.
  UPDATE feed SET words = NULL WHERE words IS NOT NULL;`;

/**
 * A search finds a word by its other forms: the stemmer of the server has no plural of "brief", "huis" or "boete". What
 * is looked for and what is looked in are brought to one form before they are stemmed.
 */
export const WordsInOneForm = sqlMigration(
  'WordsInOneForm',
  1795910400082,
  `
  CREATE FUNCTION one_form(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ${oneForm};
  ${wordsBy((text) => `one_form(${text})`)}
  `,
  `
  ${wordsBy((text) => text)}
  DROP FUNCTION one_form;
  `,
);
