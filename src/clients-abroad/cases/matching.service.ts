import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { ContactStore } from '../../clients/contact.store.ts';
import type { Sought } from '../../clients/identity-match.port.ts';
import { IdentityMatcher, type ReadAnswer, type Recognised } from '../../clients/identity-matcher.ts';
import { MeansStore } from '../../clients/means.store.ts';
import { type Lookup, PersonOfClient } from '../../clients/person-of-client.ts';
import { actorKey, job } from '../../domain/actor.ts';
import { afterAnswer, moveCase } from '../../domain/identity-case.ts';
import type { ClientId, IdentityCaseId } from '../../domain/ids.ts';
import { QueueWorker } from '../../platform/queue.worker.ts';
import { CaseEffects } from './case-effects.ts';
import { FoundPeople } from './found-people.ts';
import type { IdentityCase, KnownCandidate } from './identity-case.ts';
import { IdentityCaseStore } from './identity-case.store.ts';
import { ShownPerson } from './shown-person.ts';

const actor = job('match-identities');

/** What is to be asked about a case, outside of any work. */
interface ToAsk {
  readonly sought: Sought | undefined;
  readonly found: readonly (KnownCandidate & { readonly lookup: Lookup })[];
}

/**
 * Hears the source of identities about a case. When it does not answer, nothing is decided and the task is tried again:
 * a source that fails is never taken for one that knows nobody.
 */
@Injectable()
export class MatchingService implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cases: IdentityCaseStore,
    private readonly effects: CaseEffects,
    private readonly clients: ClientStore,
    private readonly contacts: ContactStore,
    private readonly means: MeansStore,
    private readonly shown: ShownPerson,
    private readonly found: FoundPeople,
    private readonly matcher: IdentityMatcher,
    private readonly persons: PersonOfClient,
    private readonly worker: QueueWorker,
  ) {}

  onModuleInit(): void {
    this.worker.handle('match-identity', ({ payload }) => this.match(payload.case as IdentityCaseId));
  }

  /** May be called again for the same case: what was settled stays as it is. */
  async match(id: IdentityCaseId): Promise<void> {
    const toAsk = await this.unit.run(actor, async (work): Promise<ToAsk | undefined> => {
      await this.desk.demand(work, { action: 'identity.match' });
      const asked = await this.cases.find(work, id);
      work.remark({ object: { kind: 'identity-case', id } });
      return asked?.state === 'checking' ? this.toAsk(work, asked) : undefined;
    });
    if (!toAsk) return;
    const read = toAsk.sought && (await this.matcher.ask(toAsk.sought));
    const described: KnownCandidate[] = [];
    for (const { lookup, ...candidate } of toAsk.found)
      described.push({ ...candidate, person: await this.persons.find(lookup) });
    await this.unit.run(actor, async (work) => {
      const asked = await this.cases.lock(work, id);
      await this.desk.demand(work, { action: 'identity.match' });
      work.remark({ object: { kind: 'identity-case', id } });
      if (asked?.state === 'checking') await this.settle(work, asked, described, read);
    });
  }

  /** Whom to look for, and those among our own clients who may be the one already. */
  private async toAsk(work: Work, asked: IdentityCase): Promise<ToAsk> {
    const { client, dossier, candidates, kind, means, again } = asked;
    const found: KnownCandidate[] = [...candidates];
    const { formerIdentifier, person } = dossier;
    if (kind === 'rebinding' && formerIdentifier !== undefined)
      for (const each of await this.means.everOf(work, this.means.indexOf('eidas', formerIdentifier)))
        found.push({ client: each, ground: 'former-identifier' });
    if (again && means)
      for (const each of await this.means.everOf(work, means.index))
        found.push({ client: each, ground: 'former-identifier' });
    if (kind !== 'link' && kind !== 'account' && person)
      for (const each of await this.contacts.alike(work, person))
        found.push({ client: each, ground: 'same-person' });
    const others = found.filter(
      (one, place) =>
        one.client !== client && found.findIndex((each) => each.client === one.client) === place,
    );
    const withLookups: ToAsk['found'][number][] = [];
    for (const one of others)
      withLookups.push({
        ...one,
        lookup: one.prospect
          ? await this.persons.lookUpProspect(work, one.prospect)
          : await this.persons.lookUp(work, one.client),
      });
    return {
      sought: person ?? (await this.knownOf(work, [client, ...others.map((one) => one.client)])),
      found: withLookups,
    };
  }

  /** Who shows no name is looked for by what is kept of the client whom he says to be. */
  private async knownOf(work: Work, clients: readonly (ClientId | undefined)[]): Promise<Sought | undefined> {
    for (const client of clients) {
      const contact = client && (await this.contacts.of(work, client));
      if (contact) return contact;
    }
    return undefined;
  }

  private async settle(
    work: Work,
    asked: IdentityCase,
    described: readonly KnownCandidate[],
    read: ReadAnswer | undefined,
  ): Promise<void> {
    const answer = await heard(work, read, described, asked.kind === 'onboarding');
    const named = answer.named.map((each) => ({ ...each, ground: 'source' as const }));
    const candidates = [...described, ...named].filter(({ client }) => client !== asked.client);
    await this.found.keep(work, asked, candidates);
    const { move: wished, client: found } = afterAnswer(
      asked.kind,
      {
        outcome: answer.outcome,
        named: answer.named.map(({ client }) => client),
        fits: await this.shown.fits(work, asked, answer),
        replaces: await this.shown.replaces(work, asked, answer),
        again: asked.again,
      },
      candidates,
    );
    // Who asks again while an official has it in hand, asks nothing new.
    const again = wished === 'pass' && asked.kind === 'link' && asked.client !== undefined;
    const move = again && (await this.cases.isWaiting(work, asked.client)) ? 'dismiss' : wished;
    const line = work.trail.at(-1)?.id; // what ends by it has lines of its own
    const state = moveCase(asked.state, move);
    const decision = state === 'waiting' ? undefined : { at: work.now, by: actorKey(actor) };
    const waitingSince = state === 'waiting' ? work.now : undefined;
    const settled = { ...asked, state, outcome: answer.outcome, waitingSince, decision };
    const client = await this.carryOut(work, settled, answer, found);
    // The same line whether or not an official has something to find out: it stands in his own record.
    work.remark({ client }, line);
  }

  /** An account opens also while an official finds out who it is: nobody is to see a difference from here. */
  private async carryOut(
    work: Work,
    asked: IdentityCase,
    { named }: Recognised,
    found: ClientId | undefined,
  ): Promise<ClientId | undefined> {
    const opens = found === undefined && asked.kind === 'account' && !asked.again;
    const client = opens ? await this.effects.open(work, asked) : (found ?? asked.client);
    await this.cases.put(work, { ...asked, client });
    if (opens) await this.effects.bind(work, { ...asked, client });
    if (found === undefined) return client;
    const stays = await this.effects.become(work, { ...asked, client });
    const [match] = named;
    if (match) await this.clients.confirm(work, stays, match.person);
    return stays;
  }
}

/**
 * What the source said. What the sign-in service itself names is as good as a match; a match with somebody who died is
 * for a person to look at (R30).
 */
async function heard(
  work: Work,
  read: ReadAnswer | undefined,
  described: readonly KnownCandidate[],
  unseen: boolean,
): Promise<Recognised> {
  const [bySignIn] = described.filter(({ ground }) => ground === 'source');
  if (bySignIn?.person)
    return sound({ outcome: 'match', named: [{ client: bySignIn.client, person: bySignIn.person }] });
  return read ? sound(await read(work, unseen)) : { outcome: 'no-match', named: [] };
}

const sound = (answer: Recognised): Recognised =>
  answer.named.some(({ person }) => person.diedOn !== undefined)
    ? { ...answer, outcome: 'ambiguous' }
    : answer;
