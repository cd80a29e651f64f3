import type { Chance } from './chance.ts';
import { type Letter, type Office, offices, type Post } from './happening.ts';
import type { Life } from './life.ts';
import { type LifeScene, postsOf } from './scene.ts';
import { wordOf, words } from './words.ts';
import { oins } from '../../support/cast.ts';
import type { Claims } from '../../support/house.ts';

/** One letter in one life, with the id that the product gave it. */
export interface Known {
  readonly number: number;
  readonly letter: Letter;
  readonly id: string;
}

/** What the model and the product do not agree about. */
export interface Disagreement {
  readonly number: number;
  readonly letter: string;
  readonly who: string;
  readonly way: string;
  readonly model: string;
  readonly product: string;
}

type Page = { items: { id: string }[]; next?: string };
type Count = { count: number; more: boolean };
const most = 99;
const rows = 100;

/** Everybody in every office looks, in every way there is, at one instant; what differs from the model is told. */
export class Probe {
  readonly found: Disagreement[] = [];
  /** How many answers were compared, by the way and by what the model said. */
  readonly compared = { yes: 0, no: 0, opened: 0, refused: 0, shielded: 0 };

  constructor(
    private readonly scene: LifeScene,
    private readonly lives: readonly Life[],
    private readonly known: readonly Known[],
    private readonly at: number,
    private readonly chance: Chance,
  ) {}

  async look(opened: number): Promise<void> {
    const lookers = offices.flatMap((office) => postsOf(office).map((post) => ({ office, post })));
    for (const { office, post } of lookers) {
      const may = this.known.filter(({ number, letter }) =>
        this.lives[number]!.mayRead(office, post, letter, this.at),
      );
      await this.lists(office, post, may);
      await this.counts(office, post, may);
      await this.opens(office, post, new Set(may), Math.ceil(opened / lookers.length));
      this.compared.yes += may.length;
      this.compared.no += this.known.length - may.length;
    }
  }

  private as(claims: Claims) {
    this.scene.house.clock.moveToInstant(new Date(this.at).toISOString());
    return this.scene.house.as(claims);
  }

  private async lists(office: Office, post: Post, may: readonly Known[]): Promise<void> {
    const claims = this.scene.claimsOf(office, post);
    const word = this.chance.one(words);
    const withWord = may.filter(({ letter }) => wordOf(letter.name) === word);
    const number = this.chance.between(0, this.lives.length - 1);
    const ofOne = may.filter((each) => each.number === number);
    const client = this.scene.wards[number]!.id;
    const list = (query: string) => (cursor?: string) =>
      this.as(claims).get(`/v1/messages?limit=${rows}${query}${cursor ? `&cursor=${cursor}` : ''}`);
    const search = (cursor?: string) =>
      this.as(claims).post('/v1/messages/_search', { text: word, limit: rows, ...(cursor && { cursor }) });
    this.same(office, post, 'listed', may, await pages(list('')));
    this.same(office, post, `found by “${word}”`, withWord, await pages(search));
    this.same(office, post, 'listed for one client', ofOne, await pages(list(`&client=${client}`)));
  }

  private same(
    office: Office,
    post: Post,
    way: string,
    may: readonly Known[],
    shown: ReadonlySet<string>,
  ): void {
    const expected = new Set(may.map(({ id }) => id));
    for (const each of this.known)
      if (expected.has(each.id) !== shown.has(each.id))
        this.tell(each, `${post} of ${office}`, way, expected.has(each.id), shown.has(each.id));
    if ([...shown].length > this.known.length) throw new Error(`${way}: more than there is`);
  }

  private async counts(office: Office, post: Post, may: readonly Known[]): Promise<void> {
    const claims = this.scene.claimsOf(office, post);
    const panel = await this.as(claims).get('/v1/messages/_counts');
    const bySender = await this.as(claims).get('/v1/messages/_counts/senders');
    const numbers = Array.from({ length: Math.min(100, this.lives.length) }, () =>
      this.chance.between(0, this.lives.length - 1),
    );
    const some = [...new Set(numbers)];
    const clients = some.map((number) => this.scene.wards[number]!.id);
    const byClient = await this.as(claims).post('/v1/messages/_counts/clients', { clients });
    const told = (found: number): Count => ({ count: Math.min(found, most), more: found > most });
    const number = (which: (known: Known) => boolean) => told(may.filter(which).length);
    const expected: Record<string, Count> = {
      all: told(may.length),
      financial: number(({ letter }) => letter.about === 'financial'),
      care: number(({ letter }) => letter.about === 'care'),
      other: number(({ letter }) => letter.about === 'other'),
    };
    const shown: Record<string, Count> = {};
    for (const name of Object.keys(expected))
      shown[name] = countIn((panel.body as Record<string, Count>)[name]);
    for (const sender of ['tax', 'svb', 'town'] as const) {
      expected[sender] = number(({ letter }) => letter.sender === sender);
      const items = (bySender.body as { items?: (Count & { oin: string })[] }).items;
      shown[sender] = countIn(items?.find(({ oin }) => oin === oins[sender]));
    }
    const items = (byClient.body as { items?: (Count & { client: string })[] }).items;
    for (const life of some) {
      expected[`life ${life}`] = number((known) => known.number === life);
      shown[`life ${life}`] = countIn(items?.find(({ client }) => client === this.scene.wards[life]!.id));
    }
    for (const [name, count] of Object.entries(expected))
      if (JSON.stringify(count) !== JSON.stringify(shown[name]))
        this.found.push({
          ...{ number: Number(/^life (\d+)/.exec(name)?.[1] ?? -1), letter: name },
          ...{ who: `${post} of ${office}`, way: 'counted' },
          ...{ model: JSON.stringify(count), product: JSON.stringify(shown[name]) },
        });
  }

  private async opens(office: Office, post: Post, may: ReadonlySet<Known>, times: number): Promise<void> {
    const open = [...may];
    const shielded = this.known.filter(
      (each) => !may.has(each) && this.lives[each.number]!.mayRead(office, post, each.letter, this.at, true),
    );
    for (let turn = 0; turn < times; turn++) {
      const from = [open, shielded, this.known][turn % 3]!;
      const each = this.chance.one(from.length > 0 ? from : this.known);
      if (!each) return;
      const { status } = await this.as(this.scene.claimsOf(office, post)).get(`/v1/messages/${each.id}`);
      const who = `${post} of ${office}`;
      this.compared[may.has(each) ? 'opened' : shielded.includes(each) ? 'shielded' : 'refused']++;
      if (may.has(each) !== (status === 200)) this.tell(each, who, 'opened', may.has(each), status === 200);
      else if (shielded.includes(each) && status !== 404)
        this.found.push({
          ...{ number: each.number, letter: each.letter.name, who, way: 'told of a shield' },
          ...{ model: '404', product: String(status) },
        });
    }
  }

  private tell({ number, letter }: Known, who: string, way: string, model: boolean, product: boolean): void {
    const say = (yes: boolean) => (yes ? 'yes' : 'no');
    const words = { number, letter: letter.name, who, way };
    this.found.push({ ...words, model: say(model), product: say(product) });
  }
}

const countIn = ({ count, more }: Count = { count: 0, more: false }): Count => ({ count, more });

/** All ids on all pages; nothing for who may not even ask. */
async function pages(
  ask: (cursor?: string) => PromiseLike<{ status: number; body: unknown }>,
): Promise<Set<string>> {
  const shown: string[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const { status, body } = await ask(cursor);
    if (status === 403 || status === 404) break; // he may not even ask, or not about this client
    if (status !== 200) throw new Error(`a list answered ${status}: ${JSON.stringify(body)}`);
    shown.push(...(body as Page).items.map(({ id }) => id));
    cursor = (body as Page).next;
  }
  if (new Set(shown).size !== shown.length) throw new Error('a list showed a message twice');
  return new Set(shown);
}
