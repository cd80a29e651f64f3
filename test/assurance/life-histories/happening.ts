import type { DayNumber } from './calendar.ts';

/** Senders by a short name. */
export const senders = ['tax', 'svb', 'town'] as const;
export type Sender = (typeof senders)[number];

/** What a message is about; `untyped` when its sender did not say so in a way that is known (R36). */
export const kinds = ['financial', 'care', 'other', 'untyped'] as const;
export type Kind = (typeof kinds)[number];
export type Category = Exclude<Kind, 'untyped'>;

/** Two bookkeepers, two guardians' offices, and a person who is a guardian by himself. */
export const offices = ['books', 'ledger', 'haven', 'shelter', 'ruben'] as const;
export type Office = (typeof offices)[number];
/** In each office; the person is his own chief. */
export const posts = ['handler', 'reader', 'chief'] as const;
export type Post = (typeof posts)[number];

export type Measure = 'curatele' | 'provisional' | 'bewind' | 'mentorschap';
export const officials = ['olga', 'otto', 'odin'] as const;
export type Official = (typeof officials)[number];

/** A line of a voluntary mandate; one that does not read gives only the download. */
export interface GrantedLine {
  readonly sender: Sender;
  readonly about: Category | 'all';
  readonly reads: boolean;
}

/** A court order as it is handed in. */
export interface Order {
  readonly order: string;
  readonly office: Office;
  readonly ground: Measure;
  readonly givenOn: DayNumber;
  readonly sentOn?: DayNumber;
  readonly startsOn?: DayNumber;
  readonly until?: DayNumber;
  readonly partial?: boolean;
  readonly divided?: boolean;
  readonly senders?: readonly Sender[];
  readonly categories?: readonly (Category | 'all')[];
  /** Beside this other order, or in the place of it. */
  readonly beside?: string;
  readonly replaces?: string;
}

/** What may not be seen: one message, or what comes from a sender, is about something, or both. */
export interface Shield {
  readonly shield: string;
  /** Who forbade it: the client, towards voluntary representatives; or a judge, by this order, towards a guardian too. */
  readonly byOrder?: string;
  readonly office?: Office;
  readonly message?: string;
  readonly sender?: Sender;
  readonly about?: Category;
}

/** What happens to one client. Mandates, orders, messages and shields have a name that is unique in the history. */
export type Happening =
  | { readonly kind: 'delivered'; readonly message: string; readonly sender: Sender; readonly about: Kind }
  | {
      readonly kind: 'granted';
      readonly mandate: string;
      readonly office: Office;
      readonly from: DayNumber;
      readonly until: DayNumber;
      readonly lines: readonly GrantedLine[];
    }
  | { readonly kind: 'revoked' | 'renounced' | 'put on hold' | 'resumed'; readonly mandate: string }
  | { readonly kind: 'shortened'; readonly mandate: string; readonly until: DayNumber }
  /** All lines of a sender end, or keep the download only. */
  | { readonly kind: 'sender ended' | 'reading ended'; readonly mandate: string; readonly sender: Sender }
  | ({ readonly kind: 'handed in' } & Order)
  | { readonly kind: 'approved' | 'rejected'; readonly order: string; readonly official: Official }
  | { readonly kind: 'suspended by the judge'; readonly order: string; readonly on: DayNumber }
  | { readonly kind: 'suspension confirmed'; readonly order: string }
  | {
      readonly kind: 'lifted';
      readonly order: string;
      readonly finalOn: DayNumber;
      readonly earlier?: DayNumber;
    }
  | { readonly kind: 'dismissed'; readonly order: string; readonly on: DayNumber }
  | ({ readonly kind: 'shielded' } & Shield)
  | { readonly kind: 'shield ended'; readonly shield: string }
  | { readonly kind: 'died'; readonly on: DayNumber }
  | { readonly kind: 'emigrated'; readonly on: DayNumber }
  /** What still had to be done after a mandate or order ended (R31). */
  | { readonly kind: 'urgent act'; readonly act: string; readonly of: string; readonly until: DayNumber }
  | { readonly kind: 'assigned' | 'unassigned'; readonly office: Office; readonly post: Post };

/** What happens to an office, and so to all its clients. */
export type OfficeHappening =
  | { readonly kind: 'office suspended' | 'office recognised again'; readonly office: Office }
  | { readonly kind: 'left'; readonly office: Office; readonly post: Post }
  /** Only a person dies. */
  | { readonly kind: 'guardian died'; readonly office: 'ruben'; readonly on: DayNumber };

/** A message as it lies in the inbox. */
export interface Letter {
  readonly name: string;
  readonly sender: Sender;
  readonly about: Kind;
  readonly deliveredAt: number;
}

/** Something at its instant (milliseconds). */
export interface Dated<What> {
  readonly at: number;
  readonly what: What;
}

/** The life of one client: which employees begin with him, and what happens. */
export interface History {
  readonly number: number;
  readonly assigned: Readonly<Record<Office, readonly Post[]>>;
  readonly happenings: readonly Dated<Happening>[];
}
