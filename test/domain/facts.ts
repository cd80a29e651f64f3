import type { Actor } from '../../src/domain/actor.ts';
import type { Day } from '../../src/domain/day.ts';
import type { Facts, MessageFacts } from '../../src/domain/decision.ts';
import type { Guardianship, Measure } from '../../src/domain/guardianship.ts';
import type { EidasId, Oin } from '../../src/domain/identifiers.ts';
import type { MeansIndex } from '../../src/domain/identity.ts';
import type {
  ClientId,
  EmployeeId,
  LineId,
  MandateId,
  MessageId,
  OrganisationId,
} from '../../src/domain/ids.ts';
import type { Authority, Mandate } from '../../src/domain/mandate.ts';
import type { Employment, Role } from '../../src/domain/organisation.ts';
import type { ScopeLine } from '../../src/domain/scope.ts';

/** Ids that can be read. The rules compare them and never look inside. */
export const ids = {
  yasmina: 'yasmina' as ClientId,
  pieter: 'pieter' as ClientId,
  vermeer: 'vermeer' as OrganisationId,
  haven: 'haven' as OrganisationId,
  joris: 'joris' as EmployeeId,
  anna: 'anna' as EmployeeId,
  mandate: 'mandate' as MandateId,
  line: 'line' as LineId,
  message: 'message' as MessageId,
  tax: '00000099000000001000' as Oin,
  town: '00000099000000003000' as Oin,
};

/** A day, written as it is. */
export const day = (text: string): Day => text as Day;
/** Noon in Amsterdam on a winter day of the usual mandate. */
export const now = new Date('2027-01-15T11:00:00Z');

const subject = 'test:someone';
/** Everyone who asks, signed in as they usually do. */
export const as = {
  yasmina: { kind: 'citizen', client: ids.yasmina, means: 'digid', assurance: 'substantial' },
  elise: {
    kind: 'unlinked',
    presented: { kind: 'eidas', index: 'index' as MeansIndex, identifier: 'BE/NL/elise' as EidasId },
    assurance: 'substantial',
  },
  pieter: { kind: 'citizen', client: ids.pieter, means: 'digid', assurance: 'substantial' },
  joris: {
    kind: 'employee',
    employee: ids.joris,
    organisation: ids.vermeer,
    subject,
    assurance: 'substantial',
  },
  anna: {
    kind: 'employee',
    employee: ids.anna,
    organisation: ids.vermeer,
    subject,
    assurance: 'substantial',
  },
  newcomer: { kind: 'newcomer', subject, kvk: '90009999' as never, assurance: 'substantial' },
  alone: { kind: 'newcomer', subject: 'person:pieter', person: 'pieter' as never, assurance: 'substantial' },
  olga: { kind: 'official', subject: 'test:olga', assurance: 'substantial' },
  tax: { kind: 'sender', oin: ids.tax, assurance: 'low' },
  machine: { kind: 'system', oin: ids.town, assurance: 'low' },
  job: { kind: 'job', name: 'offer-mandates', assurance: 'high' },
} as const satisfies Record<string, Actor>;

/** The same one, signed in at another level. */
export const at = (actor: Actor, assurance: Actor['assurance']): Actor => ({ ...actor, assurance });

/** A scope line: financial messages of the tax office, to read. */
export const line = (more: Partial<ScopeLine> = {}): ScopeLine => ({
  ...{ id: ids.line, sender: ids.tax, category: 'financial', actions: ['read'] },
  ...more,
});

/** A mandate: active in 2027, from Yasmina to Vermeer, asked for by Joris. */
export const mandate = (more: Partial<Mandate> = {}): Mandate => ({
  ...{ id: ids.mandate, client: ids.yasmina, organisation: ids.vermeer, state: 'active' },
  ground: 'voluntary',
  period: { from: day('2027-01-01'), until: day('2028-01-01') },
  lines: [line()],
  answerBy: day('2027-02-01'),
  requestedBy: ids.joris,
  offeredAt: new Date('2026-12-10T09:00:00Z'),
  requestedAt: new Date('2026-12-09T09:00:00Z'),
  wrongCodes: 0,
  ...more,
});

/** What these court measures take from a client. */
export const guardianship = (...measures: (Authority & Partial<Measure>)[]): Guardianship => ({
  measures: measures.map((measure) => ({ partial: false, divided: false, ...measure })),
  curateleReported: false,
});

/** A message of the tax office about money, of before now. */
export const message = (more: Partial<MessageFacts> = {}): MessageFacts => ({
  ...{ id: ids.message, client: ids.yasmina, sender: ids.tax, category: 'financial', assurance: 'low' },
  deliveredAt: new Date('2027-01-10T08:00:00Z'),
  ...more,
});

/** An employment since 2020. */
export const employment = (role: Role = 'handler', more: Partial<Employment> = {}): Employment => ({
  ...{ role, from: day('2020-01-01') },
  ...more,
});

/** The facts when all is well: a recognised office, an employee who handles the client, a mandate that covers. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  employment: employment(),
  standing: 'recognised',
  handling: { assigned: true, handled: true, covering: false },
  message: message(),
  mandates: [mandate()],
  ...more,
});

/** Facts with one mandate between office and client. */
export const given = (more: Partial<Authority>): Facts => facts({ mandates: [mandate(more)] });
