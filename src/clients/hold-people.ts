import type { Work } from '../audit/work.ts';
import type { ClientId, CourtOrderId, MandateId, OrganisationId } from '../domain/ids.ts';

/** The two sides between whom authority begins. */
interface Sides {
  readonly client: ClientId;
  readonly organisation: OrganisationId;
}

/**
 * Until the end of the work nobody dies, here, of the two sides of a mandate that begins (R30): a death and a gift come one
 * after the other, and two gifts of one client. To be taken before any row of client or mandate, and before the facts are
 * gathered on which the gift is decided. The lock of `open_feed`, of deliveries and of `join_clients`.
 */
export async function holdPeople(work: Work, { client, organisation }: Sides): Promise<void> {
  await work.query('SELECT hold_people($1, $2)', [client, organisation]);
}

/** The same of a mandate that lies there, as far as the acting party may see it. */
export async function holdPeopleOf(work: Work, mandate: MandateId): Promise<void> {
  await work.query('SELECT hold_people(client_id, organisation_id) FROM mandate WHERE id = $1', [mandate]);
}

/** The same of a court order. */
export async function holdPeopleOfOrder(work: Work, order: CourtOrderId): Promise<void> {
  await work.query('SELECT hold_people(client_id, organisation_id) FROM court_order WHERE id = $1', [order]);
}

/** The same of a guardian who is a person, with whoever gives him something: before it is told that he died. */
export async function holdGuardian(work: Work, office: OrganisationId): Promise<void> {
  await work.query('SELECT hold_people(NULL, $1)', [office]);
}
