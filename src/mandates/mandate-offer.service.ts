import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { ClientStore } from '../clients/client.store.ts';
import { type Lookup, PersonOfClient } from '../clients/person-of-client.ts';
import type { Person } from '../clients/person-register.port.ts';
import { job } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import type { ClientId, LetterId, MandateId } from '../domain/ids.ts';
import { isTaken } from '../domain/guardianship.ts';
import { heardOf } from '../domain/mandate-request.ts';
import { codeEndsOn } from '../domain/answer-terms.ts';
import { openLines, settle, stateAt } from '../domain/mandate.ts';
import { Cipher } from '../platform/cipher.ts';
import { CONFIG, type Config } from '../platform/config.ts';
import { newCode } from '../platform/ids.ts';
import type { Line } from '../platform/queue.line.ts';
import { QueueStore, type Task } from '../platform/queue.store.ts';
import { QueueWorker } from '../platform/queue.worker.ts';
import { hashOfCode } from './activation.service.ts';
import { birthKeyOf } from './birth-key.ts';
import { BulkMandatesStore } from './bulk/bulk-mandates.store.ts';
import { LetterStore } from './letter.store.ts';
import { type KeptMandate, MandateStore } from './mandate.store.ts';

const actor = job('offer-mandates');

/**
 * Offers a mandate that an office asked for, when the register knows the person and the date of birth is his. If
 * not, it stays requested and lapses by the clock: the office cannot tell the difference (R3).
 */
@Injectable()
export class MandateOfferService implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly cipher: Cipher,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly persons: PersonOfClient,
    private readonly clients: ClientStore,
    private readonly mandates: MandateStore,
    private readonly renewals: BulkMandatesStore,
    private readonly letters: LetterStore,
    private readonly queue: QueueStore,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('offer-mandate', (task) => this.offer(mandatesIn(task), task));
    this.worker.handle('name-client', ({ payload: { client, mandate } }) =>
      client === undefined ? this.nameClient(mandate as MandateId) : this.namePerson(client as ClientId),
    );
  }

  /**
   * Offers mandates of one request, or of several of one run, and to each client with one letter (R15). May be called
   * again for the same mandates: what was offered or ended stays as it is. The letter stands in the same line as the
   * offer did.
   */
  private async offer(ids: readonly MandateId[], line: Line): Promise<void> {
    const people = await this.look(ids);
    await this.unit.run(actor, async (work) => {
      const letters = new Map<ClientId, LetterId>();
      const left = await this.renewals.lockLeft(work, ids);
      // Locked in a fixed order.
      for (const id of ids.toSorted()) await this.offerOne(work, id, { people, left, letters });
      for (const letter of letters.values()) await this.queue.enqueue(work, 'print-letter', { letter }, line);
    });
  }

  private async offerOne(work: Work, id: MandateId, { people, left, letters }: Offering): Promise<void> {
    const found = await this.mandates.find(work, id);
    // The two are locked before the request, as by who asks: of an offer and a gift one comes first (R14).
    const claims = found ? await this.mandates.claimsBetween(work, found.organisation, found.client) : [];
    const mandate = await this.mandates.lock(work, id);
    await this.desk.demand(work, { action: 'mandate.offer' });
    work.remark({ mandate: id });
    if (!mandate) return;
    const { client } = mandate;
    if (!people.has(client)) throw new Problem('unavailable'); // he became another meanwhile: look again
    const person = people.get(client);
    // Asked or not needed any more: either way what the office claimed goes.
    const forgotten = { ...mandate, claimedBirthDate: undefined };
    const asked = stateAt(mandate, work.now) === 'requested';
    if (asked && left.has(id)) return this.giveUp(work, forgotten);
    // R26, R27: who is under guardianship is not asked for what that covers; the office cannot tell (R3).
    const guardianship = await this.mandates.guardianshipOf(work, client);
    const refused =
      !asked ||
      !isThePerson(mandate, person) ||
      isTaken(openLines(mandate, work.now), guardianship, work.now) ||
      // R14: what he was offered or gave meanwhile is not asked again; there is no second letter.
      heardOf(mandate, claims, work.now) !== undefined;
    const known = refused ? undefined : await this.clients.confirm(work, client, person);
    if (!known || known.died) return this.mandates.put(work, forgotten); // R30: the register may be behind
    const code = newCode();
    await this.mandates.put(work, {
      ...settle(forgotten, 'offer', 'job', work.now),
      codeUntil: codeEndsOn(work.now, known.abroad, this.config.answerTerms),
      codeHash: hashOfCode(code, id, mandate.organisation),
    });
    await this.mandates.claim(work, mandate);
    // A client without BSN may have an account and no address: then he is offered it online alone.
    if (person?.address.length) {
      const first = letters.get(client);
      const letter = await this.letters.add(work, mandate, code, first);
      letters.set(client, first ?? letter);
    }
    work.remark({ client, details: { from: 'requested', to: 'offered' } });
  }

  /** Nobody is asked to go on with what one of the two has left. */
  private async giveUp(work: Work, renewal: KeptMandate): Promise<void> {
    const lapsed = settle(renewal, 'lapse', 'job', work.now);
    await this.mandates.put(work, lapsed);
    work.remark({ details: { from: renewal.state, to: lapsed.state } });
  }

  /**
   * A client who gave a mandate himself is known by his BSN alone; the office needs his name, and whoever asks for the
   * same with his BSN and date of birth is pointed at it (R14).
   */
  async nameClient(id: MandateId): Promise<void> {
    const people = await this.look([id]);
    await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      const mandate = await this.mandates.find(work, id);
      work.remark({ mandate: id, client: mandate?.client });
      const person = mandate && people.get(mandate.client);
      if (!mandate || !person) return;
      await this.clients.confirm(work, mandate.client, person);
      const bsn = await this.clients.bsnOf(work, mandate.client);
      if (bsn) await this.mandates.name(work, id, birthKeyOf(this.cipher, bsn, person.birthDate));
    });
  }

  /** The same for who represents others by himself: an official compares the name that he gave. */
  private async namePerson(client: ClientId): Promise<void> {
    const lookup = await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      return this.persons.lookUp(work, client);
    });
    const person = await this.persons.find(lookup);
    await this.unit.run(actor, async (work) => {
      await this.desk.demand(work, { action: 'person.look-up' });
      if (person) await this.clients.confirm(work, client, person);
    });
  }

  /** Asks the register about the clients of mandates, outside any transaction: it may be slow. */
  private async look(ids: readonly MandateId[]): Promise<People> {
    const lookups = new Map<ClientId, Lookup>();
    await this.unit.run(actor, async (work) => {
      for (const id of ids) {
        await this.desk.demand(work, { action: 'person.look-up' });
        work.remark({ mandate: id });
        const client = (await this.mandates.find(work, id))?.client;
        if (client && !lookups.has(client)) lookups.set(client, await this.persons.lookUp(work, client));
      }
    });
    const people = new Map<ClientId, Person | undefined>();
    for (const [client, lookup] of lookups) people.set(client, await this.persons.find(lookup));
    return people;
  }
}

/** What the register knows of each client. */
type People = ReadonlyMap<ClientId, Person | undefined>;

/** What the offers of one task have in common. */
interface Offering {
  readonly people: People;
  /** Requests to renew what one of the two left meanwhile. */
  readonly left: ReadonlySet<MandateId>;
  /** The letter to each client that was made so far. */
  readonly letters: Map<ClientId, LetterId>;
}

/** The mandates that a task is to offer. */
const mandatesIn = ({ payload: { mandate, more } }: Task): MandateId[] =>
  [mandate, ...(more?.split(' ') ?? [])] as MandateId[];

/** R3: BSN and date of birth must belong together; a renewal names nobody anew. R30: nobody asks the dead. */
const isThePerson = (mandate: KeptMandate, person: Person | undefined): person is Person =>
  person !== undefined &&
  person.diedOn === undefined &&
  (mandate.predecessor !== undefined || mandate.claimedBirthDate === person.birthDate);
