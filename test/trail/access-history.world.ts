import pg from 'pg';
import { gather } from '../../src/access/facts.store.ts';
import { Work } from '../../src/audit/work.ts';
import { decide } from '../../src/domain/access.ts';
import { type Actor, actorKey } from '../../src/domain/actor.ts';
import { dayOf } from '../../src/domain/day.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import { AccessDenied } from '../../src/domain/errors.ts';
import type { MessageId } from '../../src/domain/ids.ts';
import { bsns, employee, kvks, oins, people } from '../support/cast.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Deed, doDeed, employees, type Name, officeOf } from './access-history.deeds.ts';

/* A world in which things change over time, each by its own route, and what `decide()` said at instants on the way. */

const names = Object.keys(employees) as Name[];

/** What `decide()` said of one employee and one message, and of his office if he had handled the client. */
export interface Said {
  readonly at: Date;
  readonly employee: string;
  readonly organisation: string;
  readonly message: { readonly sender: string; readonly category: string | null };
  readonly could: boolean;
  readonly officeCould: boolean;
}

const messages = [
  { sender: oins.tax, category: 'financial' },
  { sender: oins.tax, category: 'care' },
  { sender: oins.town, category: 'financial' },
  { sender: oins.tax, category: null },
] as const;

/** The world, and what was said in it. */
export class ChangingWorld {
  readonly said: Said[] = [];
  private readonly ids: Record<string, string> = {};
  private readonly letters: { id: MessageId; sender: string; category: string | null }[] = [];

  private constructor(
    readonly house: House,
    private readonly application: pg.Client,
  ) {}

  /** Opens it shortly before the clocks go forward. */
  static async open(): Promise<ChangingWorld> {
    const house = await openHouse({ LIFE_EVENT_SOURCES: oins.system });
    house.clock.moveTo('2027-03-20');
    const application = new pg.Client({
      connectionString: house.database.url,
      options: '-c role=volmacht_app',
    });
    await application.connect();
    const world = new ChangingWorld(house, application);
    await world.settle();
    return world;
  }

  async close(): Promise<void> {
    await this.application.end();
    await this.house.close();
  }

  private async settle(): Promise<void> {
    const { world, database, clock } = this.house;
    await world.senders();
    const since = clock.now();
    this.ids.client = await world.client(bsns.yasmina);
    for (const office of ['vermeer', 'haven'] as const)
      this.ids[office] = await world.organisation(kvks[office], { registered_at: since });
    for (const name of names)
      this.ids[name] = await world.employee(this.id(officeOf(name)), name, employees[name], {
        invited_at: since,
      });
    this.ids.team = await world.team(this.id('vermeer'), 'Income tax', []);
    for (const { sender, category } of messages) {
      const wish = { sender, category, type: null, delivered_at: since };
      this.letters.push({
        id: (await world.message(this.id('client'), wish)) as MessageId,
        sender,
        category,
      });
    }
    // What was set up by hand was so from the beginning of this world.
    for (const table of ['standing_was', 'employment_was'])
      await database.admin.query(`UPDATE ${table} SET since = $1`, [since]);
    for (const what of ['grant', 'assign', 'join'] as const)
      for (const pick of [1, 2])
        await doDeed(this, { what, pick, other: what === 'grant' ? 1 : 4, hours: 0 });
  }

  /** The id of somebody or something of this world. */
  id(name: string): string {
    return this.ids[name] ?? 'nothing';
  }

  /** An employee at the keyboard. */
  as(name: Name) {
    return this.house.as(employee(name, kvks[officeOf(name)]));
  }

  /** Does it, and asks what can be read afterwards. What is not possible does not happen. */
  async live(life: readonly Deed[]): Promise<void> {
    for (const deed of life) {
      const now = this.house.clock.now();
      this.house.clock.moveToInstant(new Date(now.getTime() + deed.hours * 3_600_000).toISOString());
      await doDeed(this, deed);
      await this.ask();
    }
  }

  /** A death, or that it was wrong, as a register tells it and an official settles it. */
  async tell(kind: 'death' | 'death-corrected'): Promise<void> {
    const { house } = this;
    const effectiveOn = dayOf(house.clock.now());
    await house
      .as(people.system)
      .post('/v1/life-events', { eventId: kind, bsn: bsns.yasmina, kind, effectiveOn });
    const { items } = (await house.as(people.olga).get('/v1/life-events')).body as {
      items: { id: string }[];
    };
    const wish = { decision: 'carry-out', reason: 'So it is.' };
    for (const { id } of items) await house.as(people.olga).post(`/v1/life-events/${id}/resolution`, wish);
  }

  /** Puts down what `decide()` says now, of everyone and every message. */
  async ask(): Promise<void> {
    const at = this.house.clock.now();
    for (const name of names) {
      const actor: Actor = {
        ...{
          kind: 'employee',
          employee: this.id(name) as never,
          organisation: this.id(officeOf(name)) as never,
        },
        ...{ subject: 'x', assurance: 'high' },
      };
      for (const { id, sender, category } of this.letters) {
        const question = { action: 'inbox.read', message: id } as const;
        const facts = await this.factsFor(actor, question, at);
        const whoever: Facts = {
          ...facts,
          employment: { role: 'administrator', from: '2020-01-01' as never },
          handling: { assigned: true, handled: true, covering: false },
        };
        const says = (known: Facts) => !(decide(actor, question, known, at) instanceof AccessDenied);
        this.said.push({
          ...{
            at,
            employee: this.id(name),
            organisation: this.id(officeOf(name)),
            message: { sender, category },
          },
          ...{ could: says(facts), officeCould: says(whoever) },
        });
      }
    }
  }

  private async factsFor(actor: Actor, question: Question, at: Date): Promise<Facts> {
    await this.application.query('BEGIN');
    await this.application.query(
      `SELECT set_config('app.actor', $1, true), set_config('app.now', $2, true), set_config('app.assurance', 'high', true)`,
      [actorKey(actor), at.toISOString()],
    );
    const work = new Work(undefined as never, this.application as never, actor, at);
    const { facts } = await gather(work, actor, question);
    await this.application.query('ROLLBACK');
    return facts;
  }
}
