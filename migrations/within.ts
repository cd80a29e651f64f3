/** A function as it was, with one part of it replaced. */
export const within = (what: string, from: string, to: string): string => `
  DO $within$
  DECLARE was text := pg_get_functiondef('${what}'::regproc);
  BEGIN
    IF strpos(was, $from$${from}$from$) = 0 THEN RAISE EXCEPTION '${what} is another'; END IF;
    EXECUTE replace(was, $from$${from}$from$, $to$${to}$to$);
  END $within$;`;

/** What stands in a function, and what is to stand there instead. */
export type Change = readonly [before: string, after: string];

/** A function as it was, with each of these places of it changed. */
export const withinAll = (what: string, changes: readonly Change[]): string =>
  changes.map(([before, after]) => within(what, before, after)).join('');

/** The same changes undone. */
export const undone = (changes: readonly Change[]): readonly Change[] =>
  changes.map(([before, after]): Change => [after, before]).toReversed();
