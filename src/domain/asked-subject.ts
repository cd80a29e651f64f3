import type { Actor, Employee } from './actor.ts';
import type { Assurance } from './assurance.ts';
import type { Day, Period } from './day.ts';
import type { Facts } from './decision.ts';
import type { Oin } from './identifiers.ts';
import type { ClientId, EmployeeId, OrganisationId } from './ids.ts';
import type { Role } from './organisation.ts';

/**
 * Of whom a system asks whether he may: an employee, an office (somebody in it), a citizen, a machine. Who exactly that
 * is, and whose message or inbox it is about, the database finds out by the names that the system knows.
 */
export type AskedSubject =
  | {
      readonly type: 'employee';
      /** The KvK number of his office, when it is said: there he has to work. */
      readonly kvk?: string | undefined;
    }
  | { readonly type: 'organisation' | 'citizen' }
  | { readonly type: 'system'; readonly oin: Oin };

/** What is known of whom is asked about. Whom nobody knows is absent. */
export interface KnownOfSubject {
  readonly employee?: EmployeeId | undefined;
  /** The office of the employee who is the subject, or the office that is. */
  readonly organisation?: OrganisationId | undefined;
  /** The same office, as it is called; one that is a person has no KvK number. */
  readonly office?: { readonly kvk: string | null } | undefined;
  /** The citizen who is the subject. */
  readonly citizen?: ClientId | undefined;
  /** Whether he died, or the person who represents others by himself (R30). */
  readonly died?: boolean | undefined;
  /** Who works today in the office that is the subject: each kind of employee once, who handles the client first (R33). */
  readonly hands?: readonly Hand[] | undefined;
}

/** One kind of employee in an office. */
export interface Hand {
  readonly role: Role;
  readonly handles: boolean;
  /** On which days from now on there is one, when it is known. */
  readonly days?: readonly Period[] | undefined;
}

/** Somebody as whom is decided, with what is known of him beside the facts of the question. */
export interface Acting {
  readonly actor: Actor;
  readonly own: Partial<Facts>;
}

const someone = '' as EmployeeId;
/** Whom it does not know an office is asked about as if it had all hands: there is nothing to open. */
const allHands: readonly Hand[] = [{ role: 'administrator', handles: true }];

/** An office acts through somebody in it; the one who can do most comes first. */
function inOffice(
  organisation: OrganisationId,
  assurance: Assurance,
  { hands = allHands }: KnownOfSubject,
): readonly Acting[] {
  const actor: Employee = {
    ...{ kind: 'employee', employee: someone, organisation, subject: organisation, assurance },
  };
  if (hands.length === 0) return [{ actor, own: {} }];
  return hands.map(({ role, handles }) => ({
    actor,
    own: {
      employment: { role, from: '0001-01-01' as Day },
      handling: { assigned: handles, covering: false, handled: true },
    },
  }));
}

/** As whom is decided: whoever asks for himself, or somebody in the office. Nobody, when nobody is known. */
export function actingAs(
  subject: AskedSubject,
  assurance: Assurance,
  known: KnownOfSubject,
): readonly Acting[] {
  const { employee, organisation, citizen } = known;
  switch (subject.type) {
    case 'system':
      return [{ actor: { kind: 'system', oin: subject.oin, assurance }, own: {} }];
    case 'citizen':
      return citizen
        ? [{ actor: { kind: 'citizen', client: citizen, means: 'digid', assurance }, own: {} }]
        : [];
    case 'employee':
      return employee && organisation && (subject.kvk === undefined || subject.kvk === known.office?.kvk)
        ? [{ actor: { kind: 'employee', employee, organisation, subject: employee, assurance }, own: {} }]
        : [];
    case 'organisation':
      return organisation ? inOffice(organisation, assurance, known) : [];
  }
}
