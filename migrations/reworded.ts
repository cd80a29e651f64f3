/** A function as it is there, with other words in it; they must be there. */
export const reworded = (name: string, from: string, to: string): string => `
  DO $reworded$
  DECLARE body text := pg_get_functiondef('${name}'::regproc);
  BEGIN
    IF position($a$${from}$a$ IN body) = 0 THEN RAISE EXCEPTION '% says otherwise', '${name}'; END IF;
    EXECUTE replace(body, $a$${from}$a$, $a$${to}$a$);
  END $reworded$;`;
