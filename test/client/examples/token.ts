/** What a token endpoint answers. */
interface Granted {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** Keeps a token until half a minute before it is over, or until it is refused. */
export function kept(grant: () => Promise<Granted>): (refused?: string) => Promise<string> {
  let token = '';
  let until = 0;
  return async (refused) => {
    if (token === '' || token === refused || until <= Date.now()) {
      const granted = await grant();
      token = granted.access_token;
      until = Date.now() + (granted.expires_in - 30) * 1_000;
    }
    return token;
  };
}
