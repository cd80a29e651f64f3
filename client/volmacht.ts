import { VolmachtSilent } from './volmacht.errors.js';
import { type Along, send, type VolmachtOptions } from './volmacht.sending.js';
import type {
  ActionSearchBody,
  DecisionJson,
  DecisionsJson,
  EvaluationBody,
  EvaluationsBody,
  FoundJson,
  Raw,
  ResourceSearchBody,
  Routes,
  SearchJson,
  SubjectSearchBody,
} from './volmacht.types.js';

/** A question: may this subject do this with that? */
export type Question = EvaluationBody;
/** The answer to one. */
export type Decision = DecisionJson;
/** A route, such as `GET /v1/mandates/{mandate}`. */
export type Route = keyof Routes;

/** What can be searched for, and with which question. */
export interface Searches {
  readonly subject: SubjectSearchBody;
  readonly resource: ResourceSearchBody;
  readonly action: ActionSearchBody;
}

/** What a route takes; nothing need be given where it takes nothing. */
type Asked<Name extends Route> =
  Record<never, never> extends Routes[Name]['asks']
    ? [asked?: Routes[Name]['asks'], along?: Along]
    : [asked: Routes[Name]['asks'], along?: Along];

type Fields = Readonly<Record<string, unknown>>;
interface Parts {
  readonly path?: Fields;
  readonly query?: Fields;
  readonly headers?: Fields;
  readonly body?: object;
}

/**
 * Volmacht, for a program in TypeScript. It remembers nothing: each question is asked anew.
 * @see docs/client.md of Volmacht
 */
export class Volmacht {
  private readonly options: VolmachtOptions;

  constructor(options: VolmachtOptions) {
    this.options = options;
  }

  /**
   * May she? Of `decision` only `true` is a yes.
   * @throws VolmachtProblem, VolmachtSilent: then nobody knows, and nothing may be opened.
   */
  async evaluate(question: Question, along?: Along): Promise<Decision> {
    return decided(await this.call('POST /access/v1/evaluation', { body: question }, along));
  }

  /** Many questions in one request, answered in their order; fewer when the semantics that you chose stops early. */
  async evaluateMany(
    batch: EvaluationsBody & Required<Pick<EvaluationsBody, 'evaluations'>>,
    along?: Along,
  ): Promise<readonly Decision[]> {
    const answer = await this.call('POST /access/v1/evaluations', { body: batch }, along);
    const { evaluations } = answer as Partial<DecisionsJson>;
    const asked = batch.evaluations.length;
    const whole = (batch.options?.evaluations_semantic ?? 'execute_all') === 'execute_all';
    if (!Array.isArray(evaluations) || evaluations.length > asked || (whole && evaluations.length < asked))
      throw new VolmachtSilent('malformed');
    return (evaluations as Decision[]).map(decided);
  }

  /** A page of who may, of what with, or of what may be done. */
  async search<What extends keyof Searches>(
    what: What,
    question: Searches[What],
    along?: Along,
  ): Promise<SearchJson> {
    const route = `POST /access/v1/search/${what}` as 'POST /access/v1/search/resource';
    const page = await this.call(route, { body: question as ResourceSearchBody }, along);
    if (!Array.isArray(page.results) || typeof page.page?.next_token !== 'string')
      throw new VolmachtSilent('malformed');
    return page;
  }

  /** All that is found, page by page as you go on; with a limit of 0 nothing, for no page would be the last. */
  async *searchAll<What extends keyof Searches>(
    what: What,
    question: Searches[What],
    along?: Along,
  ): AsyncGenerator<FoundJson, void> {
    let token = question.page?.token ?? '';
    do {
      const page = token === '' ? question.page : { ...question.page, token };
      const found = await this.search(what, page ? { ...question, page } : question, along);
      for (const each of found.results) yield each; // `yield*` would not compile before TypeScript 5.6
      token = found.page.next_token;
    } while (token !== '' && question.page?.limit !== 0);
  }

  /**
   * Any other route. JSON comes back read; of another kind of answer you get the response, to read yourself.
   * A `POST` is sent again only with an `Idempotency-Key`: keep the key when you ask once more yourself.
   */
  async call<Name extends Route>(
    route: Name,
    ...[asked, along]: Asked<Name>
  ): Promise<Routes[Name]['answer']> {
    const [method = '', template = ''] = route.split(' ');
    const { path = {}, query = {}, headers: given = {}, body }: Parts = asked ?? {};
    const headers = new Headers({ Accept: 'application/json, application/problem+json, */*;q=0.5' });
    for (const [name, value] of Object.entries(given))
      if (value !== undefined) headers.set(name, text(value));
    const raw = body !== undefined && isRaw(body) ? body : undefined;
    if (body !== undefined) headers.set('Content-Type', raw?.media ?? 'application/json');
    const isQuestion = template.startsWith('/access/v1/');
    const sent = {
      method,
      path: `${filled(template, path)}${asQuery(query)}`,
      headers,
      body: raw?.content ?? (body === undefined ? undefined : JSON.stringify(body)),
      repeatable: method !== 'POST' || headers.has('Idempotency-Key') || isQuestion,
      answers: isQuestion ? (200 as const) : undefined,
    };
    return send(this.options, sent, along ?? {}, read) as Promise<Routes[Name]['answer']>;
  }
}

/** A decision is one only when it says yes or no. */
function decided(answer: Partial<Decision> | null): Decision {
  if (typeof answer?.decision !== 'boolean') throw new VolmachtSilent('malformed');
  return answer as Decision;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const json = /^application\/(\S+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '');
  return json ? response.json() : response;
}

const isRaw = (body: object): body is Raw<string> => 'media' in body && 'content' in body;

const text = (value: unknown): string => String(value);

function filled(template: string, path: Fields): string {
  return template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = path[name];
    const given = value === undefined ? '' : text(value);
    // Dots would lead to another route, also when they are encoded.
    if (/^\.{0,2}$/.test(given)) throw new TypeError(`${template} needs ${name}`);
    return encodeURIComponent(given);
  });
}

function asQuery(query: Fields): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) search.append(name, text(each));
  return search.size > 0 ? `?${search.toString()}` : '';
}
