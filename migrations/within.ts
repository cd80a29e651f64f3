/** What stands in a function, and what is to stand there instead. */
export type Change = readonly [before: string, after: string];

/** A function as it was, with each of these places of it changed, one after the other, and made anew once. */
export const withinAll = (what: string, changes: readonly Change[]): string => `
  DO $within$
  DECLARE body text := pg_get_functiondef('${what}'::regproc);
  BEGIN${changes
    .map(
      ([before, after]) => `
    IF strpos(body, $from$${before}$from$) = 0 THEN RAISE EXCEPTION '${what} is another'; END IF;
    body := replace(body, $from$${before}$from$, $to$${after}$to$);`,
    )
    .join('')}
    EXECUTE body;
  END $within$;`;

/** A function as it was, with one part of it replaced. */
export const within = (what: string, before: string, after: string): string =>
  withinAll(what, [[before, after]]);

/** The same changes undone. */
export const undone = (changes: readonly Change[]): readonly Change[] =>
  changes.map(([before, after]): Change => [after, before]).toReversed();
