import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import { ClientStore } from '../../src/clients/client.store.ts';
import { addDays, addYears, type Day, dayOf, endless } from '../../src/domain/day.ts';
import type { Bsn } from '../../src/domain/identifiers.ts';
import { newId } from '../../src/platform/ids.ts';
import { oins } from './cast.ts';
import type { MandateWish, ShieldWish } from './wishes.ts';
import { basisOf } from './world.orders.ts';

const claiming = ['requested', 'offered', 'active', 'suspended'];
/** The categories that a line is about, unless said otherwise: by law, or as most are. */
const about: Readonly<Record<string, string>> = { curatele: 'all', provisional: 'all', mentorschap: 'care' };
const given = ['active', 'suspended', 'revoked', 'renounced', 'expired', 'ended'];

/** Sets the scene directly in the database, and says only what matters. Every method answers with an id. */
export class World {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly admin: Pool,
  ) {}

  private async insert(table: string, row: Record<string, unknown>): Promise<void> {
    const names = Object.keys(row);
    await this.admin.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
      Object.values(row),
    );
  }

  /** The pseudonym of a BSN. */
  client(bsn: string): Promise<string> {
    return this.app.get(ClientStore).identify(bsn as Bsn);
  }

  async organisation(kvk: string, more: Record<string, unknown> = {}): Promise<string> {
    const id = newId();
    await this.insert('organisation', {
      ...{ id, kvk, name: `Office ${kvk}`, kind: 'accountancy', standing: 'recognised' },
      ...{ registered_by: 'test:someone', registered_at: new Date(), ...more },
    });
    return id;
  }

  /** An employee who signs in as `employee(name, kvk)` of the cast. */
  async employee(organisation: string, name: string, role = 'handler', more: Record<string, unknown> = {}) {
    const id = newId();
    const { rows } = await this.admin.query<{ kvk: string }>('SELECT kvk FROM organisation WHERE id = $1', [
      organisation,
    ]);
    await this.insert('employee', {
      ...{ id, organisation_id: organisation, subject: `test:eh-${rows[0]?.kvk}-${name}`, name, role },
      ...{ from_day: '2020-01-01', invited_at: new Date(), ...more },
    });
    return id as string;
  }

  async team(organisation: string, name: string, members: string[] = []): Promise<string> {
    const id = newId();
    await this.insert('team', { id, organisation_id: organisation, name });
    for (const member of members)
      await this.insert('team_member', { team_id: id, employee_id: member, since: new Date() });
    return id;
  }

  async assign(
    organisation: string,
    client: string,
    to: { employee?: string; team?: string },
  ): Promise<string> {
    const id = newId();
    await this.insert('assignment', {
      ...{ id, organisation_id: organisation, client_id: client, since: new Date() },
      ...{ employee_id: to.employee ?? null, team_id: to.team ?? null },
    });
    return id;
  }

  async mandate(wish: MandateWish): Promise<string> {
    const id = newId();
    const today = dayOf(new Date());
    const { state = 'active', from = addDays(today, -1), endedAt = new Date(), ground = 'voluntary' } = wish;
    // Urgent acts last a year at most (R31), a court measure as long as it takes.
    const terms: Record<string, string> = {
      voluntary: addYears(today, 1),
      'urgent-acts': addYears(from as Day, 1),
    };
    const until = wish.until ?? terms[ground] ?? endless;
    const byCourt = ground !== 'voluntary';
    const { client, organisation, predecessor } = wish;
    const order = await basisOf(this.admin, { client, organisation, ground, predecessor, until });
    const at = new Date(Date.now() - 60_000);
    await this.insert('mandate', {
      ...{
        id,
        client_id: wish.client,
        organisation_id: wish.organisation,
        state,
        from_day: from,
        until_day: until,
        ...{ ground, court_order_id: order, ends_on: wish.endsOn ?? null },
        suspensions: wish.suspended ? [`[${wish.suspended.from},${wish.suspended.until})`] : [],
        ...{ predecessor: wish.predecessor ?? null, birth_key: wish.birthKey ?? null },
      },
      ...{
        answer_by: wish.answerBy ?? addDays(today, 60),
        requested_at: at,
        requested_by: wish.requestedBy ?? null,
      },
      ...{ offered_at: state === 'requested' ? null : at, activated_at: given.includes(state) ? at : null },
      ended_at: claiming.includes(state) ? null : endedAt,
    });
    for (const line of wish.lines ?? [{}])
      await this.insert('scope_line', {
        ...{ id: newId(), mandate_id: id, client_id: wish.client, organisation_id: wish.organisation },
        ...{ ground, sender: line.sender ?? (byCourt ? '*' : oins.tax), ends_on: line.endsOn ?? null },
        category: line.category ?? about[ground] ?? 'financial',
        ...{
          actions: line.actions ?? ['read'],
          period: `[${from},${until})`,
          ended_at: line.endedAt ?? null,
        },
        claims: !byCourt && claiming.includes(state) && !line.endedAt,
      });
    return id;
  }

  /** The usual senders, each with two message types: `assessment` (financial) and `support` (care). */
  async senders(...wanted: string[]): Promise<void> {
    for (const oin of wanted.length > 0 ? wanted : [oins.tax, oins.svb, oins.town]) {
      const names = { name_nl: `Afnemer ${oin.slice(-4)}`, name_en: `Sender ${oin.slice(-4)}` };
      await this.insert('sender', { oin, ...names, assurance: 'low', since: new Date() });
      for (const [code, category] of Object.entries({ assessment: 'financial', support: 'care' }))
        await this.insert('message_type', { sender: oin, code, ...names, category, assurance: 'low' });
    }
  }

  async message(client: string, more: Record<string, unknown> = {}): Promise<string> {
    const id = newId();
    await this.insert('message', {
      ...{
        client_id: client,
        id,
        sender: oins.tax,
        type: 'assessment',
        category: 'financial',
        assurance: 'low',
      },
      ...{ subject: 'Your assessment', body: 'You have to pay 12 euros.', delivered_at: new Date(), ...more },
    });
    return id;
  }

  /** Something that the client, or a judge, keeps from representatives. */
  async shield(wish: ShieldWish): Promise<string> {
    const id = newId();
    const { client, organisation = null, message = null, sender = null, category = null } = wish;
    const order = wish.by === 'court' ? { case_number: 'C/13/123456', ordered_on: '2026-01-01' } : {};
    await this.insert('shield', {
      ...{ id, client_id: client, organisation_id: organisation, message_id: message, sender, category },
      ...{ shielded_by: wish.by ?? 'client', ...order, made_at: new Date(), made_by: client },
    });
    return id;
  }

  /** The day so many days from today. */
  day(days: number): Day {
    return addDays(dayOf(new Date()), days);
  }
}
