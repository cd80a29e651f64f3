import type { Asked } from '../domain/evaluation.ts';
import type { Bsn, KvkNumber, Oin } from '../domain/identifiers.ts';
import type { ClientId, EmployeeId, MandateId, MessageId, OrganisationId } from '../domain/ids.ts';

/** A client by the name that a system knows: the pseudonym of this service, or a BSN. */
export type ClientName = { readonly id: ClientId } | { readonly bsn: Bsn };

/**
 * By which names a question calls whom it is about. An employee is known elsewhere by his sign-in: a subject at an issuer
 * (`issuer:subject`) for a KvK number.
 */
export interface Names {
  readonly employee?: EmployeeId;
  readonly organisation?: OrganisationId;
  readonly subject?: string;
  readonly kvk?: KvkNumber;
  /** Who represents others by himself. */
  readonly person?: ClientName;
  readonly citizen?: ClientName;
  readonly client?: ClientName;
  readonly mandate?: MandateId;
  readonly message?: MessageId;
  readonly sender?: Oin;
}

/** Whether somebody is called by his BSN. */
export const namesBsn = ({ person, citizen, client }: Names): boolean =>
  [person, citizen, client].some((one) => one !== undefined && 'bsn' in one);

/** A question as it was read: for the rules, for the database, and as it stood on the wire for the record. */
export interface Named {
  readonly asked: Asked;
  readonly names: Names;
  /** What it was about, for the record: never a BSN. */
  readonly about: {
    readonly subject: string;
    readonly kind: string;
    readonly id: string;
    readonly purpose?: string | undefined;
  };
}
