import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Pool } from 'pg';
import { ClientStore } from '../../src/clients/client.store.ts';
import { addDays, addYears, type Day, dayOf } from '../../src/domain/day.ts';
import type { Bsn } from '../../src/domain/identifiers.ts';
import { newId } from '../../src/platform/ids.ts';
import { oins } from './cast.ts';

/** One scope line as a test writes it. */
export interface LineWish {
  sender?: string;
  category?: string;
  actions?: string[];
  endedAt?: Date;
}

/** What matters of a mandate in a test; the rest is usual: active since yesterday, for a year, tax, read. */
export interface MandateWish {
  client: string;
  organisation: string;
  state?: string;
  from?: string;
  until?: string;
  requestedBy?: string;
  endedAt?: Date;
  answerBy?: string;
  lines?: LineWish[];
}

const claiming = ['requested', 'offered', 'active', 'suspended'];
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
    const {
      state = 'active',
      from = addDays(today, -1),
      until = addYears(today, 1),
      endedAt = new Date(),
    } = wish;
    const at = new Date(Date.now() - 60_000);
    await this.insert('mandate', {
      ...{
        id,
        client_id: wish.client,
        organisation_id: wish.organisation,
        state,
        from_day: from,
        until_day: until,
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
        ...{ sender: line.sender ?? oins.tax, category: line.category ?? 'financial' },
        ...{
          actions: line.actions ?? ['read'],
          period: `[${from},${until})`,
          ended_at: line.endedAt ?? null,
        },
        claims: claiming.includes(state) && !line.endedAt,
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

  /** The day so many days from today. */
  day(days: number): Day {
    return addDays(dayOf(new Date()), days);
  }
}
