import { Injectable } from '@nestjs/common';
import { type FactsJson, factsOf } from '../access/told-facts.ts';
import type { OfficeInTrail } from '../audit/trail-entry.ts';
import type { Work } from '../audit/work.ts';
import type { Assurance } from '../domain/assurance.ts';
import type { Permit } from '../domain/decision.ts';
import type { DecisionCaller, Telling } from '../domain/decision-caller.ts';
import type { KnownOfAsked } from '../domain/evaluation.ts';
import type { Oin } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, OrganisationId } from '../domain/ids.ts';
import type { Standing } from '../domain/organisation.ts';
import { Cipher } from '../platform/cipher.ts';
import type { ClientName, Names } from './named.ts';

interface WhoJson {
  employee: EmployeeId | null;
  organisation: OrganisationId | null;
  citizen: ClientId | null;
  client: ClientId | null;
  office: OfficeInTrail | null;
  standing: Standing | null;
  senderAsks: Assurance | null;
  died: boolean | null;
  hands: KnownOfAsked['hands'] | null;
}

/** As the database tells it: what does not apply is null. */
type KnownJson = { [fact in keyof FactsJson]: FactsJson[fact] | null } & { who: WhoJson };

interface Row {
  [column: string]: unknown;
  caller: {
    oin: Oin;
    name: string;
    senders: Oin[] | null;
    tells: Telling;
    searches: boolean;
    per_minute: number;
  };
  known: KnownJson[];
}

/** What is known of a question, and which office the record is to name. */
export interface Known extends KnownOfAsked {
  readonly office?: OfficeInTrail | undefined;
}

/** Of what nobody knows. */
export const nothingKnown: Known = { facts: { mandates: [] } };

/** Who asks, and what is known of each of his questions. */
export interface Gathered {
  readonly caller: DecisionCaller;
  /** As it is registered. */
  readonly system: string;
  readonly known: readonly Known[];
}

/** Looks up what other systems ask about: however many questions, one statement and one round trip. */
@Injectable()
export class EvaluationStore {
  constructor(private readonly cipher: Cipher) {}

  /** What is known of each, in their order; and who asks. What calls the same by the same names is looked up once. */
  async gather(
    work: Work,
    _permit: Permit<'decision.ask' | 'decision.search' | 'token.exchange'>,
    asked: readonly Names[],
  ): Promise<Gathered> {
    const different = new Map<string, number>();
    const places = asked.map((names) => {
      const key = JSON.stringify(this.forTheDatabase(names));
      const place = different.get(key) ?? different.size;
      different.set(key, place);
      return place;
    });
    const [row] = await work.named<Row>(
      'decision-facts',
      `SELECT to_jsonb(c) AS caller, decision_facts_of($1::jsonb) AS known
         FROM decision_caller c WHERE c.oin = acting_id() AND c.ended_at IS NULL`,
      [`[${[...different.keys()].join()}]`],
    );
    if (!row) throw new Error('who was allowed to ask is registered');
    const { oin, name: system, senders, tells, searches, per_minute: perMinute } = row.caller;
    const known = row.known.map(knownOf);
    return {
      caller: { oin, senders: senders ?? undefined, tells, searches, perMinute },
      system,
      known: places.map((place) => known[place] ?? nothingKnown),
    };
  }

  /** Of whom or what a search may find the next so many, in the order of their ids. Each is still to be decided about. */
  async candidates(
    work: Work,
    _permit: Permit<'decision.search'>,
    asked: Names,
    {
      wanted,
      behind,
      many,
    }: { readonly wanted: string; readonly behind?: string | undefined; readonly many: number },
  ): Promise<readonly string[]> {
    const rows = await work.named<{ id: string }>(
      'decision-candidates',
      'SELECT id FROM decision_candidates($1, $2, $3, $4) AS id',
      [JSON.stringify(this.forTheDatabase(asked)), wanted, behind ?? null, many],
    );
    return rows.map(({ id }) => id);
  }

  /** A BSN is found by its keyed index; it does not go to the database (R2). */
  private forTheDatabase({ person, citizen, client, ...names }: Names): object {
    const name = (one: ClientName | undefined) =>
      one && ('bsn' in one ? { index: this.cipher.index(one.bsn) } : one);
    return { ...names, person: name(person), citizen: name(citizen), client: name(client) };
  }
}

function knownOf({ who, ...told }: KnownJson): Known {
  const facts: FactsJson = Object.fromEntries(Object.entries(told).filter(([, fact]) => fact !== null));
  return {
    facts: { ...factsOf(facts), standing: who.standing ?? undefined },
    employee: who.employee ?? undefined,
    organisation: who.organisation ?? undefined,
    citizen: who.citizen ?? undefined,
    client: who.client ?? undefined,
    senderAsks: who.senderAsks ?? undefined,
    died: who.died ?? undefined,
    hands: who.hands ?? undefined,
    office: who.office ?? undefined,
  };
}
