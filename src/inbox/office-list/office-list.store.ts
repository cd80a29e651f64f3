import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { actorKey } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import type { ClientId, EmployeeId, MandateId } from '../../domain/ids.ts';
import type { Day } from '../../domain/day.ts';
import type { WorkState } from '../../domain/message-work.ts';
import type { ReplyKind } from '../../domain/reply.ts';
import type { SeenMessage } from '../message.store.ts';
import {
  fewClients,
  foremost,
  perClient,
  type Statement,
  walk,
  type Wanted,
} from './office-list.statements.ts';

/** A message in a list of an office: with what the office does with it, and the mandate by which it is seen. */
export interface OfficeMessage extends SeenMessage {
  readonly attachments: number;
  readonly replyBy: Day | null;
  readonly replyKind: ReplyKind | null;
  readonly readByOffice: boolean;
  readonly work: WorkState;
  readonly holder: EmployeeId | null;
  readonly holderName: string | null;
  readonly mandate: MandateId;
}

/** Clients are few when they are a handful, or when the office has several times as many. */
const handful = 64;
const several = 4;
/** Of so many people it is remembered which way was quicker. */
const remembered = 10_000;

/**
 * The list over all clients of the acting employee. The view keeps the scope (R34); here the way is chosen. A walk
 * along the feed is flat for who sees much of the office. Who sees little of a large one would walk past everybody
 * else's messages: for him it is looked client by client. That is found out after a limit, and tried at once the next
 * time. See docs/decisions/0030.
 */
@Injectable()
export class OfficeListStore {
  /** Who handled few clients of a large office the last time. A guess about the way: it shows nobody anything. */
  private readonly fewSeers = new Set<string>();

  /** Rows in the order of the list, also when they are fetched backwards. */
  async page(work: Work, permit: Permit<'inbox.list'>, wanted: Wanted): Promise<readonly OfficeMessage[]> {
    const rows = await this.fetch(work, permit, wanted);
    return wanted.after?.back ? rows.toReversed() : rows;
  }

  private async fetch(work: Work, permit: Permit<'inbox.list'>, wanted: Wanted): Promise<OfficeMessage[]> {
    if (wanted.ofOne) return run(work, wanted, walk(wanted));
    const newest = wanted.sort === 'newest';
    const guessed = this.fewSeers.has(actorKey(work.actor));
    if (newest && !guessed) {
      const near = await run(work, wanted, walk(wanted, 'near'));
      if (near.length === wanted.rows) return near;
    }
    const onwards = newest && !wanted.after?.back;
    const guess = onwards && guessed ? await sideBySide(work, wanted) : undefined;
    if (guess) return guess;
    const clients = await this.fewClientsOf(work, permit);
    this.remember(work, clients !== undefined);
    const found = onwards && !guessed && clients ? await sideBySide(work, wanted, clients) : undefined;
    return found ?? run(work, wanted, clients ? perClient(wanted, clients) : walk(wanted));
  }

  private remember({ actor }: Work, few: boolean): void {
    if (this.fewSeers.size >= remembered) this.fewSeers.clear();
    if (few) this.fewSeers.add(actorKey(actor));
    else this.fewSeers.delete(actorKey(actor));
  }

  /** The clients whom the acting employee handles, when they are few; nothing when they are many. */
  async fewClientsOf(
    work: Work,
    _permit: Permit<'inbox.list' | 'inbox.count'>,
  ): Promise<readonly ClientId[] | undefined> {
    const clients = await clientsOf(work);
    return clients && ifFew(work, clients);
  }
}

/** A page of few clients that is found soon, as most are; nothing when there is more to look at. */
async function sideBySide(
  work: Work,
  wanted: Wanted,
  clients?: readonly ClientId[],
): Promise<OfficeMessage[] | undefined> {
  const near = await run<{ complete: boolean }>(work, wanted, foremost(wanted, clients));
  const rows = near.filter(({ id }) => id !== null);
  return rows.length === wanted.rows || near[0]?.complete ? rows : undefined;
}

/** Of nearly everybody it is found sooner along the feed of the office. */
async function ifFew(work: Work, clients: readonly ClientId[]): Promise<readonly ClientId[] | undefined> {
  if (clients.length <= handful) return clients;
  const [row] = await work.named<{ more: boolean }>('office-has', 'SELECT acting_office_has($1) AS more', [
    clients.length * several,
  ]);
  return row?.more ? clients : undefined;
}

/** Who they are; nothing when they are many. */
async function clientsOf(work: Work): Promise<readonly ClientId[] | undefined> {
  const [row] = await work.named<{ clients: ClientId[] | null }>(
    'acting-clients',
    'SELECT acting_clients($1) AS clients',
    [fewClients],
  );
  return row?.clients ?? undefined;
}

/** A search is planned each time: how many messages have its words is known only with the words at hand. */
function run<More = unknown>(
  work: Work,
  { conditions, text }: Wanted,
  { sql, values }: Statement,
): Promise<(OfficeMessage & More)[]> {
  type Row = OfficeMessage & More & Record<string, unknown>;
  return text !== undefined
    ? work.query<Row>(sql, values)
    : work.assembled<Row>(conditions.sql.length, sql, values);
}
