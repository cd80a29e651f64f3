/**
 * Ids carry their kind: passing a `MandateId` where a `MessageId` belongs does not compile.
 * Every id is a UUIDv7 in canonical lower case, made by the application (`platform/ids.ts`).
 */
declare const kind: unique symbol;

/** A UUID that knows what it identifies. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** The pseudonym of a client: random, and the only thing that stands for a BSN outside `clients/`. */
export type ClientId = Id<'client'>;
/** A representative organisation. */
export type OrganisationId = Id<'organisation'>;
/** An employment: one person in one office. The same person in two offices is two employees. */
export type EmployeeId = Id<'employee'>;
/** A team inside one office. */
export type TeamId = Id<'team'>;
/** The assignment of one client to one team or one employee. */
export type AssignmentId = Id<'assignment'>;
/** That one employee stands in for another, for a while. */
export type CoverId = Id<'cover'>;
/** A mandate (machtiging). */
export type MandateId = Id<'mandate'>;
/** One scope line of a mandate. */
export type LineId = Id<'line'>;
/** A court order (beschikking). */
export type CourtOrderId = Id<'court order'>;
/** An official in the register of officials. */
export type OfficialId = Id<'official'>;
/** A request for urgent acts after the end of a mandate. */
export type UrgentActId = Id<'urgent act'>;
/** Something that the judiciary's register told. */
export type ReportId = Id<'report'>;
/** A copy of evidence. */
export type EvidenceId = Id<'evidence'>;
/** A letter to a client. */
export type LetterId = Id<'letter'>;
/** A message in a client's inbox. */
export type MessageId = Id<'message'>;
/** A run of work on many mandates at once. */
export type BulkRunId = Id<'bulk-run'>;
/** A template of scope lines of an office. */
export type ScopeTemplateId = Id<'scope-template'>;
/** A saved view of the list of messages. */
export type SavedViewId = Id<'saved view'>;
/** What a register of persons told of somebody. */
export type LifeEventId = Id<'life event'>;
/** Something that is kept from representatives. */
export type ShieldId = Id<'shield'>;
/** An attachment of a message. */
export type AttachmentId = Id<'attachment'>;

/** Something to be found out about who somebody is. */
export type IdentityCaseId = Id<'identity case'>;
/** What an official proposes in such a case; another proposal has another id. */
export type ProposalId = Id<'proposal'>;
/** A mandate that somebody gave on paper, as officials take it in. */
export type PaperMandateId = Id<'paper mandate'>;
/** Something that a sender is told. */
export type SenderEventId = Id<'sender event'>;
/** A means of sign-in that a client is known by. */
export type MeansId = Id<'means'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether this is a UUID as this service writes them: 36 characters, lower case, with hyphens. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}
