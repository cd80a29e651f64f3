import { hashOfCode } from '../../src/mandates/activation.service.ts';
import { invitationContext } from '../../src/representative-organisations/employments.service.ts';
import type { MandateId, OrganisationId } from '../../src/domain/ids.ts';
import { hashCode, newCode, newId } from '../../src/platform/ids.ts';
import { accountHolder, citizen, employee, machine, manyBsns, official, oins } from '../support/cast.ts';
import type { Claims, House } from '../support/house.ts';
import { setLifeEvent } from './route-actors.lives.ts';
import { setCover } from './route-actors.office.ts';
import { setCases } from './route-actors.identity.ts';
import { setRuns } from './route-actors.bulk.ts';
import { type OrderState, setOrder } from './route-actors.orders.ts';
import { setStatement } from './route-actors.signing.ts';

/** What the walk needs to know of an actor: who signs in, and what he is to the office whose client it is about. */
interface Part {
  signsIn(scene: Scene): Claims | 'nobody';
  /** His place in the office, when he has one there. */
  readonly place?: { readonly role: string; readonly assigned: boolean; readonly left?: true };
  /** The standing of his office, when it is not the usual one. */
  readonly standing?: 'registered' | 'suspended';
}

const inOffice = (role: string, assigned: boolean, more: Partial<Part> = {}): Part => ({
  signsIn: ({ kvk }) => employee('me', kvk),
  place: { role, assigned },
  ...more,
});
const eidas = (more: Claims): Claims => ({
  ...{ sub: `eidas-${newId()}`, means: 'eidas', eidas_id: `DE/NL/${newId()}` },
  ...{ given_name: 'Ada', family_name: 'Abroad', birthdate: '1970-01-01' },
  acr: 'http://eidas.europa.eu/LoA/substantial',
  ...more,
});

/** Every kind of actor, as the columns of the table. */
export const parts: Readonly<Record<string, Part>> = {
  nobody: { signsIn: () => 'nobody' },
  'the client': { signsIn: ({ bsn }) => citizen(bsn) },
  'the client, low': { signsIn: ({ bsn }) => citizen(bsn, 'low') },
  'the client, from abroad': { signsIn: ({ bsn }) => eidas({ bsn }) },
  'eIDAS, not linked': { signsIn: () => eidas({}) },
  'account, not linked': { signsIn: () => accountHolder(newId()) },
  'another citizen': { signsIn: ({ otherBsn }) => citizen(otherBsn) },
  'handler, assigned': inOffice('handler', true),
  'handler, low': inOffice('handler', true, { signsIn: ({ kvk }) => employee('me', kvk, 'low') }),
  'reader, assigned': inOffice('reader', true),
  'handler, not assigned': inOffice('handler', false),
  'administrator, not assigned': inOffice('administrator', false),
  'who left': inOffice('administrator', true, {
    place: { role: 'administrator', assigned: true, left: true },
  }),
  'office not recognised': inOffice('administrator', true, { standing: 'registered' }),
  'office suspended': inOffice('administrator', true, { standing: 'suspended' }),
  'another office': { signsIn: ({ otherKvk }) => employee('me', otherKvk) },
  newcomer: { signsIn: ({ newcomerKvk }) => employee('newcomer', newcomerKvk) },
  'the sender': { signsIn: () => machine(oins.tax) },
  'another sender': { signsIn: () => machine(oins.svb) },
  official: { signsIn: () => official('olga') },
  'official, suspended': { signsIn: () => official('susan') },
  system: { signsIn: () => machine(oins.system) },
};

/** Every actor comes from this machine: there are more of them than one address may be in a day. */
export const openToMany = {
  ...{ OPEN_REQUESTS_PER_ADDRESS: '1000', OPEN_REQUESTS_PER_HOUR: '1000' },
  ...{ LIFE_EVENT_SOURCES: oins.system, COURT_REGISTER_OIN: oins.system },
};

/** How the scene must differ for one route, so that the request is a valid one. */
export interface Wanted {
  /** Active, unless said. */
  readonly mandate?: 'offered' | 'suspended' | 'ended' | 'bewind';
  /** How far a court order about the client is. There is none, unless said. */
  readonly order?: OrderState;
  /** How far the work on the message is: a colleague has it, or handled it. Nothing, unless said. */
  readonly work?: 'taken' | 'handled';
  /** Recognised, unless said or the actor's office stands otherwise. */
  readonly standing?: 'registered';
  /** The newcomer's number is of no office; else he signs in for the office whose client it is about. */
  readonly newOffice?: true;
}

const bsns = manyBsns(9000).values();
let kvk = 20_000_000;
const fresh = () => ({ bsn: bsns.next().value ?? '', kvk: String(kvk++) });

/**
 * An office of its own with one client: a mandate, a message with an attachment, Anna who runs it, Cees who handles
 * the client in a team, somebody invited, and the actor in his place.
 */
export async function setScene(house: House, part: Part, wanted: Wanted) {
  const { world, database } = house;
  const { admin } = database;
  const own = fresh();
  const [other, stranger, newcomerKvk] = [fresh(), fresh(), String(kvk++)];
  const standing = part.standing ?? wanted.standing ?? 'recognised';
  const [client, organisation] = [
    await world.client(own.bsn),
    await world.organisation(own.kvk, { standing }),
  ];
  const colleague = await world.employee(organisation, 'cees');
  const anna = await world.employee(organisation, 'anna', 'administrator');
  const team = await world.team(organisation, 'Income tax', [colleague]);
  const assignment = await world.assign(organisation, client, { team });
  const otherOrganisation = await world.organisation(other.kvk);
  await world.employee(otherOrganisation, 'me', 'administrator');
  let starter = colleague;
  if (part.place) {
    const { role, assigned, left } = part.place;
    const me = (starter = await world.employee(
      organisation,
      'me',
      role,
      left ? { ended_at: new Date(0) } : {},
    ));
    if (assigned) await world.assign(organisation, client, { employee: me });
  }

  const byCourt = wanted.mandate === 'bewind';
  const state = byCourt ? 'active' : (wanted.mandate ?? 'active');
  const lines = [{ actions: ['read', 'archive', 'download'] }];
  const ground = byCourt ? { ground: 'bewind' } : { requestedBy: part.place?.assigned ? starter : colleague };
  const mandate = await world.mandate({ client, organisation, state, lines, ...ground });
  const kept = await admin.query<{ id: string }>('SELECT id FROM scope_line WHERE mandate_id = $1', [
    mandate,
  ]);
  await setStatement(admin, mandate);
  const [code, invitation] = [newCode(), newCode()];
  await admin.query(`UPDATE mandate SET code_hash = $2, code_until = current_date + 30 WHERE id = $1`, [
    mandate,
    hashOfCode(code, mandate as MandateId, organisation as OrganisationId),
  ]);
  const invitedHash = hashCode(invitation, invitationContext(organisation as OrganisationId));
  await world.employee(organisation, 'invited', 'handler', {
    ...{ subject: null, invitation_hash: invitedHash, invitation_until: new Date(Date.now() + 3_600_000) },
    invited_by: anna,
  });
  if (state === 'ended')
    await admin.query(`UPDATE mandate SET end_reason = 'curatele' WHERE id = $1`, [mandate]);
  const order = wanted.order
    ? await setOrder(house, { client, organisation, by: colleague, mandate }, wanted.order)
    : {};
  const message = await world.message(client);
  if (wanted.work)
    await admin.query(
      `INSERT INTO message_work (organisation_id, client_id, message_id, state, holder, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [organisation, client, message, wanted.work, wanted.work === 'taken' ? colleague : null, colleague],
    );
  const runs = await setRuns(admin, organisation, starter);
  const identity = await setCases(house, client);
  const cover = await setCover(admin, organisation, { absent: colleague, substitute: anna });
  const view = newId();
  await admin.query(
    `INSERT INTO saved_view VALUES ($1, $2, $3, 1, 'Of us all', true, '{"unread": true}', now(), now())`,
    [view, organisation, colleague],
  );
  const event = await setLifeEvent(admin, client);
  // Of what nobody sends here, so that it stands in nobody's way.
  const hidden = { client, sender: oins.svb, category: 'other' };
  const shield = await world.shield(hidden);
  const ordered = await world.shield({ ...hidden, by: 'court' });
  const attachment = newId();
  await admin.query(
    `WITH header AS (INSERT INTO attachment VALUES ($1, $2, $3, 'note.txt', 'text/plain', 2, 'x'))
     INSERT INTO attachment_part VALUES ($1, $2, $3, 0, 'ok')`,
    [client, message, attachment],
  );
  await admin.query(
    `INSERT INTO trail (id, at, action, outcome, actor_kind, actor_id, assurance, organisation_id, client_id,
                        mandate_id, details)
     VALUES ($1, now(), 'mandate.consent', 'permitted', 'citizen', $5, 'substantial', $2, $3, $4, '{"to": "active"}')`,
    [newId(), organisation, client, mandate, client],
  );
  return {
    ...{ bsn: own.bsn, kvk: own.kvk, otherBsn: other.bsn, otherKvk: other.kvk, unknownBsn: stranger.bsn },
    newcomerKvk: wanted.newOffice ? newcomerKvk : own.kvk,
    ...{ runOver: runs.over, ordered, ...identity },
    ...{ anna, client, colleague, code, invitation, day: (days: number) => world.day(days) },
    /** What stands in the paths. */
    path: {
      ...{ organisation, mandate, message, attachment, view, cover, shield },
      ...{ team, assignment, employee: colleague },
      ...order,
      ...{ line: kept.rows[0]?.id ?? '', oin: oins.tax as string, run: runs.checked as string, event },
      ...identity.path,
    },
  };
}

/** A scene, once set. */
export type Scene = Awaited<ReturnType<typeof setScene>>;
