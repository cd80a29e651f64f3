import type { Pool } from 'pg';
import type { Actor } from '../../src/domain/actor.ts';
import type { ClientId, MandateId, MessageId } from '../../src/domain/ids.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { newId } from '../../src/platform/ids.ts';
import { ids } from '../domain/facts.ts';
import { basisOf } from '../support/world.orders.ts';
import { deathDay, officeOf, type SmallWorld } from '../domain/worlds.ts';

const over = ['declined', 'lapsed', 'withdrawn', 'revoked', 'renounced', 'expired', 'ended'];
const given = ['active', 'suspended', 'revoked', 'renounced'];

/** A small world as it stands in the database, under ids of its own. */
export interface Country {
  readonly now: Date;
  readonly messages: readonly { id: MessageId; client: ClientId }[];
  readonly mandates: readonly MandateId[];
  /** The same actor under the ids of this country. */
  settle(actor: Actor): Actor;
}

const stands = ({ period }: Authority): boolean => period.from < period.until;

type Columns = Record<string, unknown>;

/** Puts a small world into the database, past every policy. What its constraints forbid is left out. */
export async function populate(admin: Pool, world: SmallWorld): Promise<Country> {
  const known = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = known.get(name) ?? newId();
    known.set(name, id);
    return id;
  };
  const insert = (table: string, row: Columns) => {
    const [names, places] = [Object.keys(row), Object.keys(row).map((_, place) => `$${place + 1}`)];
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`;
    return admin.query(`${sql} ON CONFLICT DO NOTHING`, Object.values(row));
  };
  const long = new Date('2020-01-01T00:00:00Z');

  for (const client of [ids.yasmina, ids.pieter])
    await insert('client', {
      ...{ id: idOf(client), bsn_index: newId(), bsn_sealed: 'x', since: long },
      died_on: world.died.includes(client) ? deathDay : null,
    });
  for (const [name, standing] of Object.entries(world.offices)) {
    const kvk = String(10_000_000 + Math.trunc(Number(`0x${idOf(name).slice(-8)}`) / 50));
    await insert('organisation', {
      ...{ id: idOf(name), kvk, name, kind: 'other', standing, registered_by: 'x', registered_at: long },
    });
    for (const number of [1, 2])
      await insert('team', { id: idOf(`${name} ${number}`), organisation_id: idOf(name), name: `${number}` });
  }
  for (const { id, office, role, from, until, endedAt, teams } of world.workers) {
    await insert('employee', {
      ...{ id: idOf(id), organisation_id: idOf(office), subject: id, name: id, role, from_day: from },
      ...{ until_day: until && until > from ? until : null, ended_at: endedAt ?? null, invited_at: long },
    });
    for (const number of teams)
      await insert('team_member', {
        team_id: idOf(`${office} ${number}`),
        employee_id: idOf(id),
        since: long,
      });
  }
  const ofTheOffice = world.handling.filter(
    ({ office, by }) => typeof by === 'number' || officeOf(by) === office,
  );
  for (const { office, client, by } of ofTheOffice)
    await insert('assignment', {
      ...{ id: newId(), organisation_id: idOf(office), client_id: idOf(client), since: long },
      team_id: typeof by === 'number' ? idOf(`${office} ${by}`) : null,
      employee_id: typeof by === 'number' ? null : idOf(by),
    });

  for (const { absent, substitute, from, until, ended } of world.covers)
    if (from < until)
      await insert('cover', {
        ...{
          id: newId(),
          organisation_id: idOf(officeOf(absent)),
          since: long,
          from_day: from,
          until_day: until,
        },
        ...{ absent: idOf(absent), substitute: idOf(substitute), arranged_by: idOf(absent) },
        ended_at: ended ? long : null,
      });

  const ended: [table: string, id: string, change: Columns][] = [];
  // What urgent acts follow comes before them.
  const mandates = world.mandates
    .filter(stands)
    .filter(
      ({ predecessor }) =>
        !predecessor || world.mandates.some((one) => one.id === predecessor && stands(one)),
    )
    .toSorted(
      (one, other) => Number(one.predecessor !== undefined) - Number(other.predecessor !== undefined),
    );
  for (const {
    id,
    client,
    organisation,
    state,
    ground,
    period,
    endsOn,
    suspended,
    predecessor,
    answerBy,
    requestedBy,
    offeredAt,
    endedAt,
    lines,
  } of mandates) {
    const byLaw = ground !== 'voluntary';
    const settledLater = byLaw || given.includes(state);
    const pair = { client: idOf(client), organisation: idOf(organisation) };
    const follows = { predecessor: predecessor && idOf(predecessor), until: period.until };
    const order = await basisOf(admin, { ...pair, ...follows, ground });
    await insert('mandate', {
      ...{ id: idOf(id), client_id: pair.client, organisation_id: pair.organisation },
      state: settledLater ? 'active' : state,
      ...{ from_day: period.from, until_day: period.until, answer_by: answerBy, requested_at: long },
      ...{ ground, court_order_id: order, ends_on: endsOn ?? null },
      suspensions: (suspended ?? []).map(({ from, until }) => `[${from},${until})`),
      predecessor: predecessor ? idOf(predecessor) : null,
      ...{ requested_by: requestedBy ? idOf(requestedBy) : null, offered_at: offeredAt ?? null },
      activated_at: settledLater ? long : null,
      ended_at: over.includes(state) && !settledLater ? (endedAt ?? world.now) : null,
    });
    for (const line of lines) {
      const lineId = newId();
      if (line.endedAt) ended.push(['scope_line', lineId, { ended_at: line.endedAt }]);
      await insert('scope_line', {
        ...{
          id: lineId,
          mandate_id: idOf(id),
          client_id: idOf(client),
          organisation_id: idOf(organisation),
        },
        ...{ ground, ends_on: line.endsOn ?? null },
        ...{ sender: line.sender, category: line.category, actions: line.actions, claims: false },
        period: `[${period.from},${period.until})`,
      });
    }
    if (settledLater && state !== 'active')
      ended.push([
        'mandate',
        idOf(id),
        { state, ended_at: over.includes(state) ? (endedAt ?? world.now) : null },
      ]);
  }

  const messages = world.messages.map((message) => ({ ...message, id: idOf(message.id) as MessageId }));
  for (const { id, client, sender, category, assurance, deliveredAt } of messages) {
    const place = { client_id: idOf(client), message_id: id };
    await insert('message', {
      ...{ client_id: idOf(client), id, sender, category: category ?? null, assurance },
      ...{ subject: 'Een aanslag', body: 'x', delivered_at: deliveredAt },
      ...{ reply_by: '2027-02-01', reply_kind: 'payment' },
    });
    await insert('attachment', { ...place, id, name: 'x', media_type: 'text/plain', size: 1, sha256: 'x' });
    await insert('attachment_part', { ...place, attachment_id: id, place: 0, bytes: Buffer.from('x') });
  }

  for (const { client, organisation, message, sender, category, by, ended: isOver } of world.shields) {
    if (message && !world.messages.some((one) => one.id === message && one.client === client)) continue;
    const order = by === 'court' ? { case_number: 'C/13/1', ordered_on: '2027-01-01' } : {};
    await insert('shield', {
      ...{ id: newId(), client_id: idOf(client), organisation_id: organisation ? idOf(organisation) : null },
      ...{ message_id: message ? idOf(message) : null, sender: sender ?? null, category: category ?? null },
      ...{ shielded_by: by, ...order, made_at: long, made_by: 'x' },
      ...(isOver ? { ended_at: long, ended_by: 'x' } : {}),
    });
  }

  // What was given ends after the messages came: they stood in every list until then.
  for (const [table, id, change] of ended)
    await admin.query(
      `UPDATE ${table} SET ${Object.keys(change)
        .map((name, place) => `${name} = $${place + 2}`)
        .join(', ')} WHERE id = $1`,
      [id, ...Object.values(change)],
    );

  return {
    now: world.now,
    messages: messages.map(({ id, client }) => ({ id, client: idOf(client) as ClientId })),
    mandates: mandates.map(({ id }) => idOf(id) as MandateId),
    settle: (actor) => {
      const moved: Columns = { ...actor };
      for (const name of ['client', 'employee', 'organisation'])
        if (typeof moved[name] === 'string') moved[name] = idOf(moved[name]);
      return moved as unknown as Actor;
    },
  };
}
