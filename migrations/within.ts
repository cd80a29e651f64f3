/** A function as it was, with one part of it replaced. */
export const within = (what: string, from: string, to: string): string => `
  DO $within$
  DECLARE was text := pg_get_functiondef('${what}'::regproc);
  BEGIN
    IF strpos(was, $from$${from}$from$) = 0 THEN RAISE EXCEPTION '${what} is another'; END IF;
    EXECUTE replace(was, $from$${from}$from$, $to$${to}$to$);
  END $within$;`;
