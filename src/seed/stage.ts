import { obtainToken } from '../sign-in/simulator/obtain-token.ts';

type Body = Readonly<Record<string, unknown>>;

/** Lets the cast play its parts through the public API, each signed in as himself. */
export class Stage {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly api: string,
    private readonly issuer: string,
  ) {}

  /** One of the cast reads. */
  get<Answer>(who: string, path: string): Promise<Answer> {
    return this.ask(who, 'GET', path);
  }

  /** One of the cast changes something; a repeat with the same key and body has no further effect. */
  post<Answer>(who: string, path: string, body: Body, key: string): Promise<Answer> {
    return this.ask(who, 'POST', path, { body, key });
  }

  /** One of the cast puts something in its place. */
  put(who: string, path: string, body?: Body): Promise<void> {
    return this.ask(who, 'PUT', path, body ? { body } : {});
  }

  private token(who: string): Promise<string> {
    const token = this.tokens.get(who) ?? obtainToken(this.issuer, who);
    this.tokens.set(who, token);
    return token;
  }

  /** One request. Throws for every answer that is not a good one. */
  protected async ask<Answer>(
    who: string,
    method: string,
    path: string,
    { body, key }: { body?: Body; key?: string } = {},
  ): Promise<Answer> {
    const answer = await fetch(this.api + path, {
      method,
      headers: {
        Authorization: `Bearer ${await this.token(who)}`,
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${who} could not ${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}
