/**
 * What the API of Volmacht takes and gives. Made from its OpenAPI description (`npm run client`); not written by hand.
 */

/** A body that is not JSON, and its kind. */
export interface Raw<Media extends string> {
  readonly media: Media;
  readonly content: string | Blob;
}

export interface AcceptEmployment {
  /** The code that an administrator of the office gave you. */
  code: string;
}

export interface AccessHistoryJson {
  /** The day in the Netherlands. */
  day: string;
  /** Who could read what, by which mandate. */
  could: readonly CouldReadJson[];
  /** There are more mandates: give this as `after` to see what they gave. */
  couldNext?: string;
  /** What was done on that day, newest first. */
  items: readonly TrailEntryJson[];
  /** The cursor of the next page of what was done. */
  next?: string;
}

export interface AccessSearch {
  /** How many at most. */
  limit?: number;
  /** Where to go on: `next` of a page of this list, in this order. */
  cursor?: string;
  /** The day in the Netherlands: today at the latest. */
  day: string;
  /** What mandates after this one gave: `couldNext` of the page before. */
  after?: string;
  /** Burgerservicenummer: nine digits. Either this, or the pseudonym. */
  bsn?: string;
  /** The pseudonym of a client, who may have no citizen service number. */
  client?: string;
}

export interface AccountJson {
  /** Without an account, signing in changes nothing: it opens when you ask for it (R37). */
  state: 'none' | 'being-checked' | 'open';
  /** Of an open account: whether it is linked to a citizen service number. */
  citizenServiceNumber?: 'linked' | 'being-checked';
  /** What became of your last request to add this means to an account. */
  rebinding?: 'being-checked' | 'refused';
  /** The means that the account is known by, newest first. */
  means: readonly OwnMeansJson[];
  /** The same in words. */
  explanation: SaidJson;
}

export interface AcknowledgeSenderEvents {
  /** The events that need not be told again. */
  events: readonly string[];
}

export interface AcknowledgedJson {
  /** Events that are told no more from now on. */
  acknowledged: number;
  /** What is no event of yours, of those that you named. */
  unknown: readonly string[];
}

export interface ActingOfficeJson {
  id: string;
  name: string;
  /** KvK number; an individual has none. */
  kvk?: string;
}

export interface ActionSchema {
  /** With a message or inbox: `read`, `acknowledge`, `reply`, `archive`, `download`, `forward`. With a mandate: `see`, `consent`, `decline`, `narrow`, `revoke`, `withdraw`, `renounce`, `confirm`. */
  name: string;
  properties?: Record<string, unknown>;
}

export interface ActionSearchBody {
  subject: SubjectSchema;
  resource: ResourceSchema;
  context?: ContextSchema;
  page?: PageSchema;
}

export interface ActivateMandate {
  /** The code from the client’s letter; spaces, hyphens and case do not matter. */
  code: string;
}

export interface ActorInTrailJson {
  kind: 'citizen' | 'unlinked' | 'employee' | 'newcomer' | 'official' | 'sender' | 'system' | 'job';
  /** Pseudonym, keyed index of a means, employee id, subject, OIN or the name of a job. */
  id: string;
}

export interface AnnounceMeans {
  /** Always true: nothing opens without this word (R37). */
  confirmed: true;
}

export interface AnswerOrder {
  /** Why, in words for the office. */
  reason: string;
}

export interface ApprovalJson {
  official: string;
  at: string;
  reason: string;
  /** R32: whose mandate the guardian takes over, as chosen. */
  replaces?: string;
}

export interface ApproveOrder {
  /** What was looked at. It is kept. */
  reason: string;
  /** R32: the mandate of the guardian who is succeeded, when there is more than one. Both officials name the same; another one than a colleague named begins anew. */
  replaces?: string;
}

export interface ArrangeCover {
  /** The employee who is away. He keeps his own access. */
  absent: string;
  /** The colleague who handles his clients meanwhile. */
  substitute: string;
  /** The first day, today at the earliest and within a year. */
  from: string;
  /** The first day on which it no longer holds; a year after the first at most. */
  until: string;
}

export interface ArrangedCoverJson {
  /** Its id. */
  id: string;
  /** Who is away. */
  absent: ColleagueJson;
  /** Who handles the clients meanwhile. */
  substitute: ColleagueJson;
  /** The first day. */
  from: string;
  /** The first day without. */
  until: string;
  /** As it is now. Only a running cover gives anything; a lapsed one is of somebody who left. */
  state: 'planned' | 'running' | 'over' | 'ended' | 'lapsed';
  /** When arranged. */
  since: string;
  /** When it was ended before its time. */
  endedAt?: string;
  /** What it would give, if it ran today. */
  gives: CoverPreviewJson;
}

export interface AskUrgentActs {
  /** What cannot wait, and for whom waiting would be harmful. */
  reason: string;
  /** The first day on which it is no longer needed; a year after the end at most (R31). */
  until: string;
}

export interface AskingPerson {
  /** As in the passport. */
  givenNames: string;
  /** As in the passport. */
  familyName: string;
  /** Date of birth. */
  birthDate: string;
}

export interface AssignClient {
  /** A client of the office. */
  client: string;
  /** The employee; leave it out when you name a team. */
  employee?: string;
  /** The team; leave it out when you name an employee. */
  team?: string;
}

export interface AssignmentJson {
  /** The assignment. */
  id: string;
  /** The client. */
  client: string;
  /** The employee. */
  employee?: string;
  /** Or the team. */
  team?: string;
  /** Since when. */
  since: string;
}

export interface AttachmentJson {
  /** The attachment. */
  id: string;
  /** A file name without path. */
  name: string;
  /** What it is; the content agrees. */
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/plain' | 'text/csv' | 'application/xml';
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, in hex. */
  sha256: string;
}

export interface AttachmentRequest {
  /** The file name. Paths and invisible characters are taken out. */
  name: string;
  /** What it is. The content is looked into and must agree. */
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg' | 'text/plain' | 'text/csv' | 'application/xml';
  /** The content in base64 with padding; at most 10 MiB decoded. */
  content: string;
}

export interface AuthorityJson {
  /** The mandate: what is done by it stands in its history. */
  mandate: string;
  /** The first day (R22). */
  from: string;
  /** The first day without it, by the term of the order. */
  until?: string;
  /** The first day without it, by what came later. */
  endsOn?: string;
  endReason?:
    | 'death'
    | 'curatele'
    | 'bewind'
    | 'bankruptcy'
    | 'organisation-excluded'
    | 'unused'
    | 'renewed'
    | 'term'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned';
  /** The first day of the suspension that runs, comes next, or was the last (R28). */
  suspendedFrom?: string;
  /** The first day after it. Absent: it does not lapse. */
  suspendedUntil?: string;
}

export interface AuthorizationServerJson {
  issuer: string;
  token_endpoint: string;
  jwks_uri: string;
  grant_types_supported: readonly string[];
  /** Nobody signs in here, so none. */
  response_types_supported: readonly string[];
  /** A system signs in by its machine token, as everywhere here. */
  token_endpoint_auth_methods_supported: readonly string[];
  acr_values_supported: readonly string[];
  service_documentation: string;
}

export interface BeingCheckedJson {
  state: 'being-checked';
}

export interface BulkProgressJson {
  state: 'reading' | 'interrupted' | 'checked' | 'running' | 'done' | 'stopped' | 'cancelled';
  /** Rows that were confirmed. */
  ready: number;
  /** Rows that were carried out. */
  done: number;
  /** Rows that turned out impossible. */
  refused: number;
  /** Rows that still wait. */
  left: number;
  /** Absent until it was seen to move. */
  timeLeft?: TimeLeftJson;
  /** Absent while it goes on. */
  waiting?: WaitingJson;
  stopped?: StoppedJson;
}

export interface BulkRowJson {
  /** Its place among the rows, from 1. */
  number: number;
  /** The line of the file on which it starts; in JSON its place in the list. */
  line: number;
  state: 'faulty' | 'ready' | 'done' | 'refused' | 'cancelled';
  /** Your own, from the file or else of the mandate. */
  reference?: string;
  /** The name of the client, once he gave the mandate and if you may see it. */
  client?: string;
  /** The mandate that the row names; of a request what it became, or what stands in its way (R14). */
  mandate?: string;
  /** The request that a renewal became, or what stands in its way (R14). */
  successor?: string;
  /** When it was carried out or turned out impossible: what it says is of then. */
  settledAt?: string;
  faults: readonly RowFaultJson[];
  problem?: RowProblemJson;
  /** What was done then, or will be once it is confirmed; absent when something is wrong. */
  explanation?: SentenceJson;
}

export interface BulkRowsJson {
  items: readonly BulkRowJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface BulkRunJson {
  id: string;
  kind: 'request' | 'renewal' | 'renunciation';
  source: 'csv' | 'json';
  state: 'reading' | 'interrupted' | 'checked' | 'running' | 'done' | 'stopped' | 'cancelled';
  /** The employee who sent the file. */
  startedBy: string;
  /** Rows in the file. */
  total: number;
  /** Rows with a fault; nothing is done with them. */
  faulty: number;
  /** Rows that passed the check. */
  ready: number;
  /** Rows that were carried out. */
  done: number;
  /** Rows that turned out impossible when they were carried out. */
  refused: number;
  /** Lines that nobody judged: a row swallowed them, for a quotation mark that is not closed. */
  unjudged: number;
  /** Until it is confirmed or cancelled. */
  sending?: SendingJson;
  createdAt: string;
  checkedAt?: string;
  confirmedAt?: string;
  /** The employee who confirmed it. */
  confirmedBy?: string;
  finishedAt?: string;
  /** Why it stopped or was cancelled. */
  stopReason?: string;
  /** Absent while it goes on. */
  waiting?: WaitingJson;
  /** The outcome in sentences. */
  summary: SummaryJson;
}

export interface BulkRunsJson {
  items: readonly BulkRunJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface ByJson {
  /** On which side of the mandate. */
  party: 'client' | 'organisation' | 'official' | 'service';
  /** Which employee: only for his own office, and for officials. */
  employee?: string;
}

export interface CandidateJson {
  /** His pseudonym: name it in the decision. */
  client: string;
  /** Why he may be the one. */
  ground: 'proved' | 'source' | 'stated' | 'former-identifier' | 'same-person' | 'void-proof';
  name?: string;
  birthDate?: string;
  address: readonly string[];
  /** He died: then nothing can be granted (R30). */
  diedOn?: string;
  /** Whether he has a citizen service number. */
  hasCitizenServiceNumber: boolean;
  /** What of him is not as of who asks, as far as both are known. Look at it before you decide. */
  differs: readonly ('name' | 'birth-date' | 'country' | 'address')[];
  means: readonly KnownMeansJson[];
}

export interface CaseDecisionJson {
  at: string;
  /** The official, or the job that heard the source. */
  by: string;
  reason?: string;
}

export interface ChangeOrder {
  /** What was decided. `suspended` lapses after 14 days (R28), unless the parties were heard or it is confirmed. */
  kind:
    | 'suspended'
    | 'suspension-confirmed'
    | 'suspension-ended'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned'
    | 'guardian-died'
    | 'guardian-bankrupt'
    | 'term-set';
  /** The first day without the measure; when it is lifted the day on which that is final (R29); the first day of a suspension; the new end of a term. */
  on: string;
  /** R29: the order that lifts says that it ends on this earlier day. */
  earlierOn?: string;
  /** The parties were heard, so that a suspension does not lapse (R28). */
  heard?: boolean;
  /** On what it rests. It is kept. */
  reason: string;
}

export interface ChangeRole {
  /** The new role. */
  role: 'reader' | 'handler' | 'administrator';
}

export interface ChecksJson {
  /** What the register of persons says of BSN and date of birth. */
  person: 'unasked' | 'matches' | 'does-not-match' | 'does-not-answer';
  /** What the judiciary’s register says of the order. */
  register: 'unasked' | 'confirms' | 'does-not-know' | 'contradicts' | 'does-not-answer';
  registerAskedAt?: string;
  /** In what that register tells otherwise. */
  differs: readonly string[];
  /** The end of the BSN. */
  bsn?: string;
  /** The date of birth that was told. */
  birthDate?: string;
  /** Who approved what lies there now (R21). */
  approvals: readonly ApprovalJson[];
}

export interface ClientCountJson {
  /** How many; 99 when there are more. */
  count: number;
  /** Whether there are more than that. */
  more: boolean;
  /** The client. */
  client: string;
}

export interface ClientCountsJson {
  items: readonly ClientCountJson[];
}

export interface ClientWithMessagesJson {
  /** How many; 99 when there are more. */
  count: number;
  /** Whether there are more than that. */
  more: boolean;
  client: MessageClientJson;
  /** When the newest of them was delivered. */
  newestAt: string;
}

export interface ClientsWithMessagesJson {
  items: readonly ClientWithMessagesJson[];
  /** The cursor of the next page; absent only when there are no more. */
  next?: string;
  /** The cursor of the page before. */
  prev?: string;
}

export interface ColleagueJson {
  /** The employee. */
  id: string;
  /** As the office calls him. */
  name: string;
}

export interface ConfirmCase {
  /** The proposal that you looked at. */
  proposal: string;
  /** Whose inbox it opens. */
  client: string;
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface ConfirmMandates {
  /** The mandates. Each is answered by itself, in this order. */
  mandates: readonly string[];
}

export interface ConfirmedByJson {
  employee: string;
  name?: string;
}

export interface ConfirmedJson {
  at: string;
  by: ConfirmedByJson;
}

export interface ConsequenceJson {
  kind: 'ends' | 'narrows' | 'stays' | 'beside';
  mandate: string;
  organisation: GuardianJson;
  /** From which day on. */
  on?: string;
  reason?:
    | 'death'
    | 'curatele'
    | 'bewind'
    | 'bankruptcy'
    | 'organisation-excluded'
    | 'unused'
    | 'renewed'
    | 'term'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned';
  words: WordsJson;
}

export interface ConsequencesJson {
  /** The first day of the guardian’s authority (R22). */
  from: string;
  /** The day from which the measure works on other mandates (R26, R27). */
  worksFrom: string;
  lines: readonly GivenLineJson[];
  consequences: readonly ConsequenceJson[];
  obstacles: readonly ObstacleJson[];
  /** Whether this is all. Of an order that was verified nothing lies ahead. An office sees what concerns its own mandates, and no others. */
  complete: boolean;
  words: WordsJson;
}

export interface ContextSchema {
  /** The level with which the subject signed in. Absent: low. */
  assurance?: 'low' | 'substantial' | 'high';
  /** The same, as tokens have it. */
  acr?: string;
  /** When it is to happen. Of a later moment a yes is one now and, by what is known today, one then. Absent, or past: now. */
  time?: string;
  /** For what you ask. It is kept on the record. */
  purpose?: string;
  /** Of which trace this question is a part (W3C Trace Context). Absent, or malformed: of that of the request. */
  traceparent?: string;
}

export interface CouldReadEmployeeJson {
  id: string;
  name: string;
}

export interface CouldReadJson {
  mandate: string;
  ground: 'voluntary' | 'curatele' | 'bewind' | 'mentorschap' | 'provisional' | 'urgent-acts';
  organisation: OfficeInTrailJson;
  /** When on that day, in order; of today up to now. */
  stretches: readonly StretchJson[];
}

export interface CountJson {
  /** How many; 99 when there are more. */
  count: number;
  /** Whether there are more than that. */
  more: boolean;
}

export interface CountedClients {
  /** Of this client only. */
  client?: string;
  /** From this sender only. */
  sender?: string;
  /** About this only. */
  category?: 'financial' | 'care' | 'other';
  /** Only what you did not read yet, or only what you did (R35). */
  unread?: boolean;
  /** For an office: only what nobody of it read yet, or only what somebody did. */
  unreadByOffice?: boolean;
  /** Only what you archived, or only what you did not. */
  archived?: boolean;
  /** Only with attachments, or only without. */
  attached?: boolean;
  /** Delivered on this Dutch day or later. */
  from?: string;
  /** Delivered before this Dutch day. */
  until?: string;
  /** Only what is not handled and asks for a reply within so many days, or did already. */
  replyWithin?: number;
  /** Only what is not handled and whose day to reply has passed, or only what is not. */
  overdue?: boolean;
  /** Only what asks for a reply of this kind. */
  replyKind?: 'objection' | 'payment' | 'information';
  /** For an office: in whose hands the message is. */
  holder?: 'me' | 'my-team' | 'nobody';
  /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
  handler?: 'me' | 'my-team' | 'nobody';
  /** For an office: how far the work on it is. */
  work?: 'open' | 'taken' | 'handled';
  /** The clients. */
  clients: readonly string[];
}

export interface CountsJson {
  /** All of them. */
  all?: CountJson;
  /** That you did not read. */
  unread?: CountJson;
  /** That nobody of the office read. */
  unreadByOffice?: CountJson;
  /** Not handled, and the day to reply has passed. */
  overdue?: CountJson;
  /** Not handled, and a reply is asked within seven days, or was. */
  replyWithinWeek?: CountJson;
  /** In your hands. */
  heldByMe?: CountJson;
  /** Not handled, and in nobody’s hands. */
  heldByNobody?: CountJson;
  /** With attachments. */
  attached?: CountJson;
  /** About money. */
  financial?: CountJson;
  /** About care. */
  care?: CountJson;
  /** About something else. */
  other?: CountJson;
}

export interface CourtOrderJson {
  id: string;
  /** As it is now. */
  state:
    | 'registered'
    | 'in-verification'
    | 'supplement-requested'
    | 'rejected'
    | 'withdrawn'
    | 'verified'
    | 'active'
    | 'suspended'
    | 'ended';
  ground: 'curatele' | 'bewind' | 'mentorschap' | 'provisional';
  position: 'sole' | 'additional' | 'successor';
  client: WardJson;
  organisation: GuardianJson;
  court: string;
  caseNumber: string;
  ecli?: string;
  givenOn: string;
  sentOn?: string;
  startsOn?: string;
  until?: string;
  partial: boolean;
  divided: boolean;
  senders?: readonly string[];
  categories?: readonly ('financial' | 'care' | 'other' | 'all')[];
  /** For the office: its own name for it. */
  reference?: string;
  registeredAt: string;
  /** Since when it waits for officials. */
  waitsSince?: string;
  /** What an official last said to the office. */
  answer?: string;
  verifiedAt?: string;
  verifiedBy?: 'officials' | 'register';
  /** Once it was verified. */
  authority?: AuthorityJson;
  /** How it stands, in a sentence. */
  words: WordsJson;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
}

export interface CourtOrdersJson {
  items: readonly CourtOrderJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface CoverGapJson {
  /** What it is about. */
  what: 'messages' | 'mandates' | 'files' | 'office' | 'last-days' | 'substitute-away' | 'absent-stands-in';
  /** The same in words. */
  sentence: CoverGapWordsJson;
  /** The other cover, when it is one of the same days. */
  cover?: string;
}

export interface CoverGapWordsJson {
  nl: string;
  en: string;
}

export interface CoverJson {
  /** Its id. */
  id: string;
  /** Who is away. */
  absent: ColleagueJson;
  /** Who handles the clients meanwhile. */
  substitute: ColleagueJson;
  /** The first day. */
  from: string;
  /** The first day without. */
  until: string;
  /** As it is now. Only a running cover gives anything; a lapsed one is of somebody who left. */
  state: 'planned' | 'running' | 'over' | 'ended' | 'lapsed';
  /** When arranged. */
  since: string;
  /** When it was ended before its time. */
  endedAt?: string;
}

export interface CoverPreviewJson {
  /** The clients whom the absent colleague handles. */
  clients: number;
  /** Those of them whom the substitute handles already. */
  alreadyHandled: number;
  /** What the absent colleague can do and the substitute cannot, as their roles are now; and whether the substitute leaves before the end, is away himself on some of these days, or the absent one stands in for somebody then (at most 20). Empty when nothing is left undone. */
  cannot: readonly CoverGapJson[];
}

export interface CoversJson {
  /** The covers. */
  items: readonly CoverJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface DeadlineJson {
  /** Which field of this answer: a JSON pointer. */
  of: string;
  /** The instant from which it is too late: midnight in the Netherlands, for a Dutch day. */
  at: string;
  /** The time zone that the client chose. */
  timeZone: string;
  /** The last minute for it as Dutch clocks tell it, in the language that the client chose. */
  dutch: string;
  /** The same minute as the clocks there tell it. */
  own: string;
}

export interface DecideCase {
  /** The decision. */
  decision: 'grant' | 'refuse';
  /** To grant: who it is, one of the candidates; another official then confirms it. Left out only for somebody new, who asked on paper and stated no citizen service number. */
  client?: string;
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface DecidePaperMandate {
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface DecideUrgentActs {
  /** Why, in words for the office. */
  reason: string;
}

export interface DecisionCallerJson {
  /** Its OIN. */
  oin: string;
  name: string;
  purpose: string;
  /** About whose messages it may ask. Absent: of every sender. */
  senders?: readonly string[];
  /** How much it hears of a refusal. */
  tells: 'nothing' | 'as-subject' | 'true-reason';
  /** Whether it may also search. */
  searches: boolean;
  /** Decisions that it may ask for in a minute. */
  perMinute: number;
  /** When this was written down. */
  changedAt: string;
  /** Since when it may ask no more. */
  endedAt?: string;
}

export interface DecisionCallersJson {
  /** By OIN. */
  items: readonly DecisionCallerJson[];
}

export interface DecisionContextJson {
  /** Why not, as far as the asking system may hear it. */
  reason?:
    | 'wrong-kind-of-actor'
    | 'assurance-too-low'
    | 'means-not-linked'
    | 'means-replaced'
    | 'means-ended'
    | 'account-too-low'
    | 'employment-ended'
    | 'organisation-not-recognised'
    | 'organisation-suspended'
    | 'office-may-not-act'
    | 'not-in-force'
    | 'role-too-small'
    | 'works-alone'
    | 'own-request'
    | 'same-official'
    | 'official-suspended'
    | 'does-not-exist'
    | 'not-a-party'
    | 'no-mandate'
    | 'not-assigned'
    | 'outside-the-mandate'
    | 'action-not-granted'
    | 'not-yet-consented'
    | 'not-yet-started'
    | 'mandate-suspended'
    | 'mandate-revoked'
    | 'mandate-renounced'
    | 'mandate-declined'
    | 'mandate-expired'
    | 'mandate-ended'
    | 'scope-line-ended'
    | 'mandate-ended-by-law'
    | 'scope-line-ended-by-law'
    | 'measure-not-started'
    | 'measure-suspended'
    | 'measure-ended'
    | 'urgent-acts-over'
    | 'urgent-acts-only-read'
    | 'delivered-after-the-end'
    | 'under-guardianship'
    | 'shielded'
    | 'client-died'
    | 'representative-may-not-act'
    | 'represents-himself'
    | 'client-under-guardianship'
    | 'client-not-abroad'
    | 'entered-by-suspended'
    | 'entered-for-another'
    | 'caller-not-registered'
    | 'caller-may-not-search'
    | 'caller-may-not-ask'
    | 'not-decided-here'
    | 'not-in-this-state'
    | 'not-of-this-ground'
    | 'nobody-in-office'
    | 'not-by-then'
    | 'person-died';
  /** The same for people. */
  reason_user?: SentencesJson;
  /** What would make it a yes. */
  remedy?: 'step-up' | 'request-mandate' | 'request-renewal' | 'ask-administrator' | 'wait';
  /** With which level to sign in, when that is what is missing. */
  acr_values?: readonly string[];
  /** From the client down to who acts. */
  via?: readonly LinkJson[];
  mandate?: MandateOfDecisionJson;
  error?: ErrorOfQuestionJson;
}

export interface DecisionJson {
  /** Whether the subject may. */
  decision: boolean;
  context?: DecisionContextJson;
}

export interface DecisionsJson {
  evaluations: readonly DecisionJson[];
}

export interface DeedJson {
  action: string;
  times: number;
  last: string;
  words: WordsJson;
}

export interface DefineMessageType {
  /** The name in Dutch. */
  nameNl: string;
  /** The name in English. */
  nameEn: string;
  /** The least assurance with which someone may see the messages (R6). */
  assurance: 'low' | 'substantial' | 'high';
  /** What these messages are about. */
  category: 'financial' | 'care' | 'other';
}

export interface DeliverMessage {
  /** For whom it is. The BSN is in no answer, URL or log. */
  recipient: Recipient;
  /** One of the message types that the sender defined. A message without a known type is kept without a category; a representative sees it only with a sender-wide scope (R36). */
  type?: string;
  /** What it is about. */
  subject: string;
  /** Plain text, at most 512 KiB in UTF-8. */
  body: string;
  /** Until when a reply is asked, and of what kind. */
  reply?: ReplyRequest;
  /** At most 10, and 15 MiB together. */
  attachments?: readonly AttachmentRequest[];
}

export interface DeliveredJson {
  /** The message. */
  id: string;
  /** From when it is in the inbox. */
  deliveredAt: string;
  /** Whether the type is one that the sender defined. */
  typeKnown: boolean;
  /** Absent without a known type. */
  category?: 'financial' | 'care' | 'other';
  /** What to know about this delivery, when there is something. */
  notice?: string;
}

export interface DepartureJson {
  /** Who left. */
  employee: string;
  /** The instant from which he has no access. */
  endedAt: string;
  /** The invitations that he made and nobody had accepted yet: they ended with him. Invite them anew. */
  invitationsEnded: readonly string[];
  /** The covers that lapse with him, planned or running: he was to stand in for a colleague, or a colleague for him. Administrators and that colleague find them among their notices. */
  coversLapsed: readonly CoverJson[];
  /** The clients whom nobody handles any more, up to a hundred; the list of clients has all of them. Absent while the office is not recognised, since it then sees nothing of clients. */
  clientsWithoutHandler?: readonly string[];
}

export interface DisclosureJson {
  claim:
    | 'client_name'
    | 'client_birth_date'
    | 'client_bsn'
    | 'organisation_name'
    | 'organisation_kvk'
    | 'scope'
    | 'first_day'
    | 'last_day'
    | 'ground'
    | 'mandate_id';
  /** Whether `statement` shows it. */
  shown: boolean;
  /** What to put in the statement, or to leave out, to show it or not (RFC 9901). */
  disclosure: string;
}

export interface DiscoveryJson {
  policy_decision_point: string;
  access_evaluation_endpoint: string;
  access_evaluations_endpoint: string;
  search_subject_endpoint: string;
  search_resource_endpoint: string;
  search_action_endpoint: string;
}

export interface DissolutionJson {
  /** The team. */
  team: string;
  /** Since when. */
  endedAt: string;
  /** Its clients whom nobody handles any more, up to a hundred; the list of clients has all of them. Absent while the office is not recognised, since it then sees nothing of clients. */
  clientsWithoutHandler?: readonly string[];
}

export interface DueCountJson {
  /** Who has them; absent: nobody has. */
  holder?: ColleagueJson;
  /** The day to reply has passed. */
  overdue: number;
  /** The day to reply is today, in the Netherlands. */
  today: number;
  /** After today, within seven days. */
  thisWeek: number;
  /** Later. */
  later: number;
}

export interface DueCountsJson {
  /** What nobody has first, then by name. */
  items: readonly DueCountJson[];
  /** Of which columns there may be more: of each the most urgent 250 count. */
  more: readonly ('overdue' | 'today' | 'thisWeek' | 'later')[];
}

export interface EmployeeJson {
  /** The employment. */
  id: string;
  /** Name. */
  name: string;
  /** What he may do in the office. */
  role: 'reader' | 'handler' | 'administrator';
  /** What the employment is now. */
  state: 'invited' | 'invitation-expired' | 'expected' | 'working' | 'left';
  /** First working day. */
  from: string;
  /** The first day without access. */
  until?: string;
  /** When access ended at once. */
  endedAt?: string;
  /** Up to when an invitation that is not accepted yet can be. */
  invitedUntil?: string;
}

export interface EmployeeLoadJson {
  /** The employee. */
  employee: string;
  /** Name. */
  name: string;
  /** What he may do in the office. */
  role: 'reader' | 'handler' | 'administrator';
  /** The clients whom he handles, himself or through a team. */
  clients: number;
  /** Those of them who are assigned to himself. */
  own: number;
  /** Besides these: the clients whom he handles today only because he stands in for a colleague. */
  byCover: number;
}

export interface EmployeesJson {
  /** The employees; who left too. */
  items: readonly EmployeeJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface EmploymentJson {
  /** The employment. */
  employee: string;
  /** The office. */
  organisation: string;
  /** The name of the office. */
  organisationName: string;
  /** What he may do there. */
  role: 'reader' | 'handler' | 'administrator';
  /** First working day. */
  from: string;
  /** The first day without access. */
  until?: string;
}

export interface EndMandates {
  /** The mandates. Each is answered by itself, in this order. */
  mandates: readonly string[];
  /** Why; the client reads it in the history of the mandate. It may be left out (R16). */
  reason?: string;
}

export interface EndMeans {
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface EndedMeansJson {
  id: string;
  /** From then on it opens nothing. */
  endedAt: string;
}

export interface EnterOfficial {
  /** Issuer and subject, as the trail names an official. */
  official: string;
}

export interface EnterOnboarding {
  /** As in the passport. */
  givenNames: string;
  /** As in the passport. */
  familyName: string;
  /** Date of birth. */
  birthDate: string;
  /** The citizen service number, for who has one. */
  bsn?: string;
  /** Where the letter with the code goes. */
  address: ForeignAddressRequest;
  /** The language of the letter. */
  language: 'nl' | 'en';
  /** Where he lives, as the IANA name of its time zone. */
  timeZone: string;
  /** Copies of evidence: PDF, JPEG or PNG; 2 MiB each, 5 MiB together. The content is looked into. */
  evidence: readonly EvidenceRequest[];
  /** What came in, and when. */
  note?: string;
}

export interface EnterPaperMandate {
  /** The citizen service number of the client. For who has none: `client`. */
  bsn?: string;
  /** The pseudonym of a client without a citizen service number. */
  client?: string;
  /** The date of birth on the paper. It must be that of the client (R3). */
  birthDate: string;
  /** The KvK number of an office that represents him. */
  kvk?: string;
  /** Who represents him, for a person by himself: he has no KvK number. */
  organisation?: string;
  /** At least one sender, with what is allowed (R7). */
  lines: readonly PaperLine[];
  /** The first day. Today or later (R8). */
  from: string;
  /** The first day on which it no longer holds; five years after the start at most (R8). */
  until: string;
  /** What came in, and when. It is kept in the trail. */
  note: string;
  /** Copies: PDF, JPEG or PNG; 2 MiB each, 5 MiB together. The content is looked into. */
  evidence: readonly PaperEvidence[];
}

export interface EntityTypeSchema {
  type: string;
  properties?: Record<string, unknown>;
}

export interface ErrorOfQuestionJson {
  status: number;
  message: string;
}

export interface EvaluationBody {
  subject: SubjectSchema;
  action: ActionSchema;
  resource: ResourceSchema;
  context?: ContextSchema;
}

export interface EvaluationsBody {
  subject?: SubjectSchema;
  action?: ActionSchema;
  resource?: ResourceSchema;
  context?: ContextSchema;
  evaluations?: readonly PartialEvaluationBody[];
  options?: OptionsSchema;
}

export interface EvidenceJson {
  id: string;
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, in hex. */
  sha256: string;
}

export interface EvidenceRequest {
  /** What it is. The content is looked into and must agree. */
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** The copy in base64 with padding; at most 2 MiB decoded. */
  content: string;
}

export interface ExchangeForm {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange';
  /** The access token with which the employee signed in, for this service. */
  subject_token: string;
  subject_token_type:
    'urn:ietf:params:oauth:token-type:access_token' | 'urn:ietf:params:oauth:token-type:jwt';
  /** The client for whom he acts: by pseudonym, or `bsn:` and a BSN. */
  represents: string;
  /** Your own system, which is the only one that a token is given for. */
  audience?: string;
  requested_token_type?:
    'urn:ietf:params:oauth:token-type:access_token' | 'urn:ietf:params:oauth:token-type:jwt';
}

export interface ExchangedJson {
  /** A JWT (RFC 9068) that says who acts for whom; no sign-in for this service. */
  access_token: string;
  issued_token_type: 'urn:ietf:params:oauth:token-type:access_token';
  token_type: 'Bearer';
  /** Seconds. */
  expires_in: number;
}

export interface ExportFoundMessages {
  /** Of this client only. */
  client?: string;
  /** From this sender only. */
  sender?: string;
  /** About this only. */
  category?: 'financial' | 'care' | 'other';
  /** Only what you did not read yet, or only what you did (R35). */
  unread?: boolean;
  /** For an office: only what nobody of it read yet, or only what somebody did. */
  unreadByOffice?: boolean;
  /** Only what you archived, or only what you did not. */
  archived?: boolean;
  /** Only with attachments, or only without. */
  attached?: boolean;
  /** Delivered on this Dutch day or later. */
  from?: string;
  /** Delivered before this Dutch day. */
  until?: string;
  /** Only what is not handled and asks for a reply within so many days, or did already. */
  replyWithin?: number;
  /** Only what is not handled and whose day to reply has passed, or only what is not. */
  overdue?: boolean;
  /** Only what asks for a reply of this kind. */
  replyKind?: 'objection' | 'payment' | 'information';
  /** For an office: in whose hands the message is. */
  holder?: 'me' | 'my-team' | 'nobody';
  /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
  handler?: 'me' | 'my-team' | 'nobody';
  /** For an office: how far the work on it is. */
  work?: 'open' | 'taken' | 'handled';
  /** Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for. */
  sort?: 'newest' | 'reply-by';
  /** Words of subject or body, in Dutch: accents and usual forms of a word (brief, brieven; betalen, betaalt) do not matter; irregular ones (stad, steden), participles and parts of a compound do. Quotes hold words together, `or` and a minus are understood. */
  text: string;
}

export interface ForeignAddressRequest {
  /** ISO 3166-1, two letters; not NL. */
  country: string;
  /** Street and number, or a post box. */
  street: string;
  /** c/o, building, district. */
  extra?: string;
  /** Where there is one, as it is written there. */
  postcode?: string;
  /** Town or city. */
  place: string;
  /** State or province, where it belongs to the address. */
  region?: string;
}

export interface FoundJson {
  /** Of an entity. */
  type?: string;
  /** Of an entity. */
  id?: string;
  /** Of an action. */
  name?: string;
}

export interface GiveMessage {
  /** The colleague who has it in hand now: what a colleague has is changed only by who names him. */
  heldBy?: string;
  /** Who is to have it: he works here now, and may work on this message himself. */
  employee: string;
}

export interface GivenLineJson {
  /** Absent: every sender. */
  sender?: string;
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface GivenMeanwhileJson {
  mandate: string;
  /** Who may act by it. */
  office: string;
  state: string;
  /** When it began. */
  at: string;
}

export interface GrantMandate {
  /** At least one sender, with what the office may do (R7). */
  lines: readonly WishedLine[];
  /** The first day. Today or later (R8). */
  from: string;
  /** The first day on which it no longer holds; five years after the start at most (R8). */
  until: string;
  /** The recognised organisation that the client chooses. */
  organisation: string;
}

export interface GuardianJson {
  id: string;
  name: string;
  kvk?: string;
}

export interface HandleMessage {
  /** The colleague who has it in hand now: what a colleague has is changed only by who names him. */
  heldBy?: string;
  /** For your own office: the client and other offices never see it. */
  note?: string;
}

export interface HandlerJson {
  /** The assignment. */
  id: string;
  /** The employee. */
  employee?: string;
  /** Or the team. */
  team?: string;
  /** Name of the employee or the team. */
  name: string;
}

export interface HandlerWish {
  /** The employee; leave it out when you name a team. */
  employee?: string;
  /** The team; leave it out when you name an employee. */
  team?: string;
}

export interface HandlersJson {
  /** The office. */
  organisation: HandlingOfficeJson;
  /** How many people of the office can use this mandate now, colleagues who stand in today among them. None when the mandate is not in force. The administrators, when the client is assigned to nobody. */
  people: number;
  /** The same in words. */
  sentence: SentenceJson;
  /** When colleagues stand in, now or later. */
  standingIn: readonly StandingInJson[];
}

export interface HandlingOfficeJson {
  /** Its id. */
  id: string;
  /** Trade name. */
  name: string;
  /** KvK number; an individual has none. */
  kvk?: string;
}

export interface HealthJson {
  status: 'ok';
}

export interface IdentityCaseJson {
  id: string;
  kind: 'account' | 'link' | 'rebinding' | 'onboarding';
  state: 'checking' | 'waiting' | 'granted' | 'refused';
  /** How it came in. */
  origin: 'sign-in' | 'paper' | 'form' | 'service';
  /** When it came in. */
  since: string;
  /** Since when an official has to decide. */
  waitingSince?: string;
  /** What the source answered. */
  outcome?: 'match' | 'no-match' | 'ambiguous';
  /** Asked with a means that was ended here. */
  again?: boolean;
  /** Gone six weeks after the end. */
  person?: SaidPersonJson;
  /** The country of the European means. */
  country?: string;
  /** Whose it is; once granted, who it turned out to be. */
  client?: string;
  /** Waits for another official. */
  proposal?: ProposalJson;
  /** What it opened was undone. */
  undone?: CaseDecisionJson;
  decision?: CaseDecisionJson;
  code?: LetterCodeJson;
}

export interface IdentityCasesJson {
  items: readonly IdentityCaseJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface InvitationJson {
  /** The employment. */
  id: string;
  /** Name. */
  name: string;
  /** What he may do in the office. */
  role: 'reader' | 'handler' | 'administrator';
  /** What the employment is now. */
  state: 'invited' | 'invitation-expired' | 'expected' | 'working' | 'left';
  /** First working day. */
  from: string;
  /** The first day without access. */
  until?: string;
  /** When access ended at once. */
  endedAt?: string;
  /** Up to when an invitation that is not accepted yet can be. */
  invitedUntil?: string;
  /** The code that the invited one needs once, signed in for this office. */
  invitationCode: string;
}

export interface InviteEmployee {
  /** Name, as colleagues know it. */
  name: string;
  /** What the employee may do; each role may do what the smaller ones may. */
  role: 'reader' | 'handler' | 'administrator';
  /** First working day; today, unless you say. */
  from?: string;
  /** The day from which the employee has no access any more. */
  until?: string;
}

export interface IssuerJson {
  issuer: string;
  jwks_uri: string;
}

export interface KnownLifeJson {
  diedOn?: string;
  name?: string;
  /** Since when, by a life event. */
  nameSince?: string;
  abroad: boolean;
  country?: string;
  address?: readonly string[];
  /** Since when, by a life event. */
  residenceSince?: string;
  ofAgeOn?: string;
}

export interface KnownMeansJson {
  kind: 'eidas' | 'account';
  /** Of a European means: which country gave it. */
  country?: string;
  since: string;
  /** From when on it no longer works: another took its place. */
  replacedAt?: string;
  /** From when on it no longer works: it was ended, or what added it was undone. */
  endedAt?: string;
  id: string;
}

export interface LeftRowJson {
  /** The place in the list, from 1. */
  row: number;
  /** Why, for machines. */
  code: 'not-an-id' | 'twice' | 'unknown' | 'not-theirs' | 'nothing-to-end' | 'already-there';
  /** Why, for people, in Dutch. */
  nl: string;
  /** The same in English. */
  en: string;
}

export interface LetterCodeJson {
  state: 'waiting' | 'redeemed' | 'void' | 'locked' | 'lapsed';
  /** The first day on which it no longer works (R11). */
  until: string;
  /** The reference in the letter. */
  reference: string;
  /** Letters so far; two at most. */
  letters: number;
}

export interface LifeClientJson {
  id: string;
  name?: string;
}

export interface LifeEventJson {
  id: string;
  /** Which register told it. */
  source: string;
  kind:
    | 'death'
    | 'death-corrected'
    | 'emigration'
    | 'return'
    | 'address-change'
    | 'name-change'
    | 'coming-of-age'
    | 'curatele';
  /** Since when it holds. */
  effectiveOn: string;
  receivedAt: string;
  /** `known` told before; `overtaken` by a later one that is known; `waiting` for an official. */
  outcome: 'new' | 'applied' | 'known' | 'overtaken' | 'waiting' | 'closed';
  /** Why an official has to look. */
  question?: LifeQuestionJson;
  client: LifeClientJson;
  told: ToldLifeJson;
  known: KnownLifeJson;
  settled?: SettledLifeJson;
}

export interface LifeEventsJson {
  items: readonly LifeEventJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface LifeQuestionJson {
  code:
    | 'death-corrected'
    | 'another-day'
    | 'another-content'
    | 'after-death'
    | 'before-known-events'
    | 'in-the-future'
    | 'told-otherwise'
    | 'order-needed';
  nl: string;
  en: string;
}

export interface LiftShield {
  /** The case number of the order. */
  caseNumber: string;
  /** The day of the decision that it ends. */
  decidedOn: string;
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface LineSenderJson {
  /** Absent when it is every sender. */
  oin?: string;
  nameNl: string;
  nameEn: string;
}

export interface LinkAccount {
  /** Always true: nothing opens without this word (R37). */
  confirmed: true;
}

export interface LinkJson {
  type: 'organisation' | 'employee' | 'mandate';
  id: string;
}

export interface LostLineJson {
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface MakeShield {
  /** One message. */
  message?: string;
  /** Everything of one sender, or what is of the category besides. */
  sender?: string;
  /** Everything of one category. */
  category?: 'financial' | 'care' | 'other';
  /** From whom. Absent: from everyone whom you authorised yourself. */
  organisation?: string;
}

export interface MakeStatement {
  /** What it shows; without this: client_name, organisation_name, organisation_kvk, scope, last_day. A date of birth or a BSN is for the client himself to ask. */
  disclose?: readonly (
    | 'client_name'
    | 'client_birth_date'
    | 'client_bsn'
    | 'organisation_name'
    | 'organisation_kvk'
    | 'scope'
    | 'first_day'
    | 'last_day'
    | 'ground'
    | 'mandate_id'
  )[];
  /** Only what the mandate says of this sender. */
  sender?: string;
}

export interface MandateChangeJson {
  id: string;
  at: string;
  /** The day in the Netherlands. */
  day: string;
  by: ByJson;
  move:
    | 'request'
    | 'grant'
    | 'offer'
    | 'consent'
    | 'activate'
    | 'decline'
    | 'withdraw'
    | 'narrow'
    | 'suspend'
    | 'resume'
    | 'revoke'
    | 'renounce'
    | 'renew'
    | 'confirm'
    | 'end'
    | 'begin';
  from?:
    | 'requested'
    | 'offered'
    | 'active'
    | 'suspended'
    | 'declined'
    | 'lapsed'
    | 'withdrawn'
    | 'revoked'
    | 'renounced'
    | 'expired'
    | 'ended';
  to?:
    | 'requested'
    | 'offered'
    | 'active'
    | 'suspended'
    | 'declined'
    | 'lapsed'
    | 'withdrawn'
    | 'revoked'
    | 'renounced'
    | 'expired'
    | 'ended';
  /** What else is known of the change. */
  details: Record<string, unknown>;
}

export interface MandateClientJson {
  /** To the office only after consent. */
  id?: string;
  /** Only after consent. */
  name?: string;
}

export interface MandateHistoryJson {
  items: readonly MandateChangeJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface MandateJson {
  id: string;
  /** As it is now. To the office an offered mandate looks requested until the client answers. */
  state:
    | 'requested'
    | 'offered'
    | 'active'
    | 'suspended'
    | 'declined'
    | 'lapsed'
    | 'withdrawn'
    | 'revoked'
    | 'renounced'
    | 'expired'
    | 'ended';
  client: MandateClientJson;
  organisation: MandateOrganisationJson;
  lines: readonly ScopeLineJson[];
  /** On what it rests. */
  ground: 'voluntary' | 'curatele' | 'bewind' | 'mentorschap' | 'provisional' | 'urgent-acts';
  period: PeriodJson;
  /** By law it gives nothing from this day on. */
  endsOn?: string;
  /** On these days the judge suspended it (R28): those that run, else those to come, else the last that were. */
  suspended?: PeriodJson;
  /** Who started it. */
  initiative: 'client' | 'organisation';
  /** True when the client gave it on paper; officials entered it. */
  onPaper?: boolean;
  requestedAt: string;
  /** For the client: after this day an open offer lapses. */
  answerBy?: string;
  activatedAt?: string;
  endedAt?: string;
  endReason?:
    | 'death'
    | 'curatele'
    | 'bewind'
    | 'bankruptcy'
    | 'organisation-excluded'
    | 'unused'
    | 'renewed'
    | 'term'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned';
  /** The mandate that this one renews. */
  predecessor?: string;
  /** For the office: its own name for it. */
  reference?: string;
  /** The reminders before the end whose day has come (R18). */
  remindersDue: readonly (90 | 30 | 7)[];
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
  /** In the answer to an end: the open request to renew it, which ended with it. */
  endedRenewal?: string;
}

export interface MandateOfDecisionJson {
  id: string;
  /** The first day on which it gives nothing any more. Absent: it has no term. It can end before. */
  until?: string;
}

export interface MandateOrganisationJson {
  id: string;
  name: string;
  /** KvK number; an individual has none. */
  kvk?: string;
}

export interface MandateReviewJson {
  mandate: string;
  client: MandateClientJson;
  /** The office’s own name for it. */
  reference?: string;
  /** The lines that were not ended. */
  lines: readonly ScopeLineJson[];
  period: PeriodJson;
  /** When the office last read, marked, archived, downloaded, took or handled a message under it. */
  lastUsedAt?: string;
  /** How often it did so in the last twelve months. */
  uses: UsesJson;
  confirmed?: ConfirmedJson;
  /** From this day on a review is due. */
  dueSince: string;
  /** Whether that day has come. */
  due: boolean;
  /** The reminders before the end whose day has come (R18). */
  remindersDue: readonly (90 | 30 | 7)[];
}

export interface MandateReviewsJson {
  items: readonly MandateReviewJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface MandatesJson {
  items: readonly MandateJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface MeJson {
  kind: 'citizen' | 'unlinked' | 'employee' | 'newcomer' | 'official' | 'sender' | 'system';
  /** The assurance of this sign-in. */
  assurance: 'low' | 'substantial' | 'high';
  /** The pseudonym of a citizen. */
  client?: string;
  /** The employment of an employee. */
  employee?: string;
  /** The office of an employee. */
  organisation?: string;
  /** The OIN of a sender or system. */
  oin?: string;
  /** The KvK number of a newcomer. */
  kvk?: string;
  /** The offices where this person works now, as far as the sign-in service gives him the same subject in each. A sign-in is for one office and shows nothing of another: to switch, sign in anew for its KvK number. */
  offices?: readonly OwnOfficeJson[];
}

export interface MeansListJson {
  /** Newest first, also those that no longer work. */
  items: readonly KnownMeansJson[];
  /** What to do when you do not know one of them. */
  explanation: SaidJson;
}

export interface MessageClientJson {
  /** The pseudonym of the client. */
  id: string;
  /** For representatives, when the register of persons gave it. */
  name?: string;
}

export interface MessageItemJson {
  /** The message. */
  id: string;
  client: MessageClientJson;
  sender: MessageSenderJson;
  /** Absent without a known type (R36). */
  category?: 'financial' | 'care' | 'other';
  /** As the sender calls it. */
  type?: string;
  /** What it is about. */
  subject: string;
  /** From when it is in the inbox. */
  deliveredAt: string;
  /** Whether you read it. The client and each representative have their own (R35). */
  read: boolean;
  /** Whether you archived it. */
  archived: boolean;
  /** Absent when no reply is asked. */
  reply?: ReplyJson;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
  /** How many attachments it has. */
  attachments: number;
  /** For employees. */
  office?: OfficeWorkJson;
}

export interface MessageSenderJson {
  /** Its OIN. */
  oin: string;
  /** In Dutch. */
  nameNl: string;
  /** In English. */
  nameEn: string;
}

export interface MessageTypeJson {
  /** As the sender calls it. */
  code: string;
  /** What these messages are about. */
  category: 'financial' | 'care' | 'other';
  /** In Dutch. */
  nameNl: string;
  /** In English. */
  nameEn: string;
  /** The least assurance to see them. */
  assurance: 'low' | 'substantial' | 'high';
}

export interface MessageWorkJson {
  /** For an employee: of his own office. */
  work?: WorkStateJson;
  /** Of the own office; for the client of every office, without the names of its employees (R35). */
  items: readonly WorkActJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface MessagesJson {
  items: readonly MessageItemJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
  /** For employees: the cursor of the page before, when there is one. */
  prev?: string;
}

export interface MoveMessage {
  /** The colleague who has it in hand now: what a colleague has is changed only by who names him. */
  heldBy?: string;
}

export interface NameTeam {
  /** Name, once per office. */
  name: string;
}

export interface NamedGuardianJson {
  /** Absent when nobody represents here so. */
  organisation?: string;
}

export interface NarrowMandate {
  /** An earlier end. */
  until?: string;
  /** What remains of these lines. */
  lines?: readonly NarrowedLine[];
}

export interface NarrowedLine {
  /** The scope line. */
  id: string;
  /** The actions that remain. */
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface NoticeJson {
  id: string;
  kind:
    | 'ending-90'
    | 'ending-30'
    | 'ending-7'
    | 'unused-warning'
    | 'unused-ended'
    | 'review-due'
    | 'client-died'
    | 'representative-died'
    | 'moved-abroad'
    | 'came-back'
    | 'moved'
    | 'name-changed'
    | 'came-of-age'
    | 'curatele-reported'
    | 'guardianship-began'
    | 'guardianship-suspended'
    | 'guardianship-resumed'
    | 'guardianship-ended'
    | 'guardianship-shared'
    | 'guardianship-shut'
    | 'ended-by-guardianship'
    | 'narrowed-by-guardianship'
    | 'urgent-acts-allowed'
    | 'urgent-acts-refused'
    | 'given-on-paper'
    | 'means-added'
    | 'revoked'
    | 'renounced'
    | 'renewal-declined'
    | 'renewal-withdrawn'
    | 'cover-lapsed';
  /** Absent when it is about no mandate. */
  mandate?: string;
  /** Absent when it is about the people of the office. */
  client?: MandateClientJson;
  /** The cover that lapsed. */
  cover?: string;
  organisation?: MandateOrganisationJson;
  /** The day on which it became due. */
  dueOn: string;
  /** The day it speaks of, such as the first day without the mandate. */
  about: string;
  madeAt: string;
  /** When it was sent. Absent: not sent yet. */
  sentAt?: string;
  words: NoticeWordsJson;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
}

export interface NoticeWordsJson {
  nl: string;
  en: string;
}

export interface NoticesJson {
  items: readonly NoticeJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface OAuthErrorJson {
  error: string;
  error_description?: string;
  /** Why not, as far as the asking system may hear it. */
  reason?:
    | 'wrong-kind-of-actor'
    | 'assurance-too-low'
    | 'means-not-linked'
    | 'means-replaced'
    | 'means-ended'
    | 'account-too-low'
    | 'employment-ended'
    | 'organisation-not-recognised'
    | 'organisation-suspended'
    | 'office-may-not-act'
    | 'not-in-force'
    | 'role-too-small'
    | 'works-alone'
    | 'own-request'
    | 'same-official'
    | 'official-suspended'
    | 'does-not-exist'
    | 'not-a-party'
    | 'no-mandate'
    | 'not-assigned'
    | 'outside-the-mandate'
    | 'action-not-granted'
    | 'not-yet-consented'
    | 'not-yet-started'
    | 'mandate-suspended'
    | 'mandate-revoked'
    | 'mandate-renounced'
    | 'mandate-declined'
    | 'mandate-expired'
    | 'mandate-ended'
    | 'scope-line-ended'
    | 'mandate-ended-by-law'
    | 'scope-line-ended-by-law'
    | 'measure-not-started'
    | 'measure-suspended'
    | 'measure-ended'
    | 'urgent-acts-over'
    | 'urgent-acts-only-read'
    | 'delivered-after-the-end'
    | 'under-guardianship'
    | 'shielded'
    | 'client-died'
    | 'representative-may-not-act'
    | 'represents-himself'
    | 'client-under-guardianship'
    | 'client-not-abroad'
    | 'entered-by-suspended'
    | 'entered-for-another'
    | 'caller-not-registered'
    | 'caller-may-not-search'
    | 'caller-may-not-ask'
    | 'not-decided-here'
    | 'not-in-this-state'
    | 'not-of-this-ground'
    | 'nobody-in-office'
    | 'not-by-then'
    | 'person-died';
  /** What would make it a yes. */
  remedy?: 'step-up' | 'request-mandate' | 'request-renewal' | 'ask-administrator' | 'wait';
  /** With which level to sign in. */
  acr_values?: readonly string[];
  /** Our own code of what is wrong. */
  code?: string;
  /** The trace id of this request. */
  instance?: string;
}

export interface ObjectInTrailJson {
  kind: string;
  id: string;
}

export interface ObstacleJson {
  kind:
    | 'ward-died'
    | 'guards-himself'
    | 'under-curatele'
    | 'has-a-guardian'
    | 'nobody-to-succeed'
    | 'more-to-succeed'
    | 'appointed-later'
    | 'guardian-out'
    | 'measure-lifted'
    | 'own-measure-runs';
  mandate?: string;
  words: WordsJson;
}

export interface OfficeClientJson {
  /** The pseudonym of the client. */
  client: string;
  /** Name, once the register told it. */
  name?: string;
  /** The office's own reference, of what he gave. */
  reference?: string;
  /** Whether someone who works here now handles this client. If not, only administrators see him. */
  handled: boolean;
  /** To whom the client is assigned. */
  assignments: readonly HandlerJson[];
}

export interface OfficeClientsJson {
  /** The clients. */
  items: readonly OfficeClientJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface OfficeInTrailJson {
  id: string;
  name: string;
  /** KvK number; an individual has none. */
  kvk?: string;
}

export interface OfficeWorkJson {
  /** Whether anybody of the office read it. */
  read: boolean;
  /** How far the work on it is. */
  state: 'open' | 'taken' | 'handled';
  /** The employee who has it in hand, while he works here. */
  holder?: string;
  /** What he is called. */
  holderName?: string;
}

export interface OfficialJson {
  id: string;
  /** As the trail names him. */
  official: string;
  standing: 'active' | 'suspended';
  reason?: string;
  since: string;
  changedAt?: string;
  changedBy?: string;
}

export interface OfficialsJson {
  items: readonly OfficialJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface OpenAccount {
  /** Always true: nothing opens without this word (R37). */
  confirmed: true;
  /** In which language you are written to. */
  language: 'nl' | 'en';
  /** Where you live, as the IANA name of its time zone. */
  timeZone: string;
}

export interface OpenedCaseJson {
  id: string;
  kind: 'account' | 'link' | 'rebinding' | 'onboarding';
  state: 'checking' | 'waiting' | 'granted' | 'refused';
  /** How it came in. */
  origin: 'sign-in' | 'paper' | 'form' | 'service';
  /** When it came in. */
  since: string;
  /** Since when an official has to decide. */
  waitingSince?: string;
  /** What the source answered. */
  outcome?: 'match' | 'no-match' | 'ambiguous';
  /** Asked with a means that was ended here. */
  again?: boolean;
  /** Gone six weeks after the end. */
  person?: SaidPersonJson;
  /** The country of the European means. */
  country?: string;
  /** Whose it is; once granted, who it turned out to be. */
  client?: string;
  /** Waits for another official. */
  proposal?: ProposalJson;
  /** What it opened was undone. */
  undone?: CaseDecisionJson;
  decision?: CaseDecisionJson;
  code?: LetterCodeJson;
  /** The address as it was written, line by line. */
  address: readonly string[];
  /** What was added in words. */
  note?: string;
  /** Those who may be the one. */
  candidates: readonly CandidateJson[];
  /** Copies; gone six weeks after the end. */
  evidence: readonly EvidenceJson[];
  /** Mandates that the client gave, also on paper, while the means was there that this case bound. Undoing ends none: ask the client, and enter the end. */
  givenMeanwhile: readonly GivenMeanwhileJson[];
  /** Means that were added meanwhile. */
  meansMeanwhile: readonly KnownMeansJson[];
}

export interface OpenedMessageJson {
  /** The message. */
  id: string;
  client: MessageClientJson;
  sender: MessageSenderJson;
  /** Absent without a known type (R36). */
  category?: 'financial' | 'care' | 'other';
  /** As the sender calls it. */
  type?: string;
  /** What it is about. */
  subject: string;
  /** From when it is in the inbox. */
  deliveredAt: string;
  /** Whether you read it. The client and each representative have their own (R35). */
  read: boolean;
  /** Whether you archived it. */
  archived: boolean;
  /** Absent when no reply is asked. */
  reply?: ReplyJson;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
  /** Plain text. */
  body: string;
  attachments: readonly AttachmentJson[];
  /** For employees. */
  office?: OfficeWorkJson;
}

export interface OpenedOrderJson {
  id: string;
  /** As it is now. */
  state:
    | 'registered'
    | 'in-verification'
    | 'supplement-requested'
    | 'rejected'
    | 'withdrawn'
    | 'verified'
    | 'active'
    | 'suspended'
    | 'ended';
  ground: 'curatele' | 'bewind' | 'mentorschap' | 'provisional';
  position: 'sole' | 'additional' | 'successor';
  client: WardJson;
  organisation: GuardianJson;
  court: string;
  caseNumber: string;
  ecli?: string;
  givenOn: string;
  sentOn?: string;
  startsOn?: string;
  until?: string;
  partial: boolean;
  divided: boolean;
  senders?: readonly string[];
  categories?: readonly ('financial' | 'care' | 'other' | 'all')[];
  /** For the office: its own name for it. */
  reference?: string;
  registeredAt: string;
  /** Since when it waits for officials. */
  waitsSince?: string;
  /** What an official last said to the office. */
  answer?: string;
  verifiedAt?: string;
  verifiedBy?: 'officials' | 'register';
  /** Once it was verified. */
  authority?: AuthorityJson;
  /** How it stands, in a sentence. */
  words: WordsJson;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
  /** What the court decided later, oldest first. */
  changes: readonly OrderChangeJson[];
  /** For the ward: what his guardian did. */
  deeds?: readonly DeedJson[];
  /** For the office and officials. */
  evidence?: readonly EvidenceJson[];
  /** For officials. */
  checks?: ChecksJson;
}

export interface OpenedPaperMandateJson {
  id: string;
  state: 'waiting' | 'confirmed' | 'rejected';
  client: PaperClientJson;
  organisation: PaperRepresentativeJson;
  lines: readonly PaperLineJson[];
  from: string;
  /** The first day on which it no longer holds. */
  until: string;
  /** What came in, and when. */
  note: string;
  /** The client finds it in his letter, and names it when he writes. */
  reference: string;
  /** What the register of persons says of who signed. */
  person: 'unasked' | 'matches' | 'does-not-match' | 'no-address';
  /** The official who entered it. */
  enteredBy: string;
  /** Since when it waits, while it waits. */
  enteredAt: string;
  decision?: CaseDecisionJson;
  /** The mandate that began with it. */
  mandate?: string;
  /** When the letter about it was handed to the printer. */
  letterPrintedAt?: string;
  /** As on the paper; gone once it is decided. */
  birthDate?: string;
  /** The end of the BSN, for who has one. */
  bsn?: string;
  evidence: readonly PaperEvidenceJson[];
}

export interface OptionsSchema {
  /** When it stops. */
  evaluations_semantic?: 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit';
}

export interface OrderChangeJson {
  kind:
    | 'suspended'
    | 'suspension-confirmed'
    | 'suspension-ended'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned'
    | 'guardian-died'
    | 'guardian-bankrupt'
    | 'term-set';
  on: string;
  at: string;
  /** By whom this service knows it. */
  toldBy: 'official' | 'register' | 'clock';
}

export interface OrderShield {
  /** One message. */
  message?: string;
  /** Everything of one sender, or what is of the category besides. */
  sender?: string;
  /** Everything of one category. */
  category?: 'financial' | 'care' | 'other';
  /** The case number of the order. */
  caseNumber: string;
  /** The day of the order. */
  orderedOn: string;
  /** From every representative, and not from the one of this mandate alone. */
  fromEveryone?: boolean;
}

export interface OrganisationJson {
  /** Its id. */
  id: string;
  /** KvK number; an individual has none. */
  kvk?: string;
  /** Trade name. */
  name: string;
  /** What it does for a living; `individual` is a person who represents others by himself. */
  kind: 'accountancy' | 'guardianship' | 'other' | 'individual';
  /** For officials: what the register of persons calls an individual. Absent until it answered. */
  nameInRegister?: string;
  /** Becon number, six digits. */
  becon?: string;
  /** Only a recognised organisation may act for clients. */
  standing: 'registered' | 'recognised' | 'suspended';
  /** Why it is suspended; only its own employees and officials see a suspended organisation. */
  standingReason?: string;
  /** Since when. */
  registeredAt: string;
}

export interface OrganisationsJson {
  /** The organisations. */
  items: readonly OrganisationJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface OwnAccessHistoryJson {
  /** The day in the Netherlands. */
  day: string;
  /** Who could read what, by which mandate. */
  could: readonly CouldReadJson[];
  /** There are more mandates: give this as `after` to see what they gave. */
  couldNext?: string;
  /** What was done on that day, newest first. */
  items: readonly OwnTrailEntryJson[];
  /** The cursor of the next page of what was done. */
  next?: string;
}

export interface OwnMeansJson {
  kind: 'eidas' | 'account';
  /** Of a European means: which country gave it. */
  country?: string;
  since: string;
  /** From when on it no longer works: another took its place. */
  replacedAt?: string;
  /** From when on it no longer works: it was ended, or what added it was undone. */
  endedAt?: string;
}

export interface OwnOfficeJson {
  /** The office. */
  organisation: string;
  /** Trade name. */
  name: string;
  /** KvK number. To work there, sign in for this number. Who represents others by himself has none. */
  kvk?: string;
  /** First working day. */
  since: string;
  /** Whether this sign-in is for this office. */
  current: boolean;
}

export interface OwnTrailEntryJson {
  id: string;
  at: string;
  action:
    | 'self.see'
    | 'answer.repeat'
    | 'account.see'
    | 'account.open'
    | 'account.redeem'
    | 'account.link'
    | 'means.announce'
    | 'means.rebind'
    | 'means.see'
    | 'means.end'
    | 'preferences.see'
    | 'preferences.change'
    | 'identity-case.list'
    | 'identity-case.see'
    | 'identity-case.enter'
    | 'identity-case.decide'
    | 'identity-case.confirm'
    | 'identity-case.undo'
    | 'means.end-of-client'
    | 'identity-case.write'
    | 'identity-case.take-in'
    | 'identity.match'
    | 'organisation.register'
    | 'organisation.search'
    | 'organisation.see'
    | 'organisation.recognise'
    | 'organisation.suspend'
    | 'employment.accept'
    | 'office.see'
    | 'office.manage'
    | 'office.workload'
    | 'cover.arrange'
    | 'cover.arrange-own'
    | 'clients.see'
    | 'clients.assign'
    | 'mandate.request'
    | 'mandate.grant'
    | 'mandate.list'
    | 'mandate.export'
    | 'mandate.see'
    | 'mandate.history'
    | 'mandate.state'
    | 'mandate.handlers'
    | 'mandate.preview'
    | 'mandate.consent'
    | 'mandate.decline'
    | 'mandate.narrow'
    | 'mandate.revoke'
    | 'mandate.activate'
    | 'mandate.withdraw'
    | 'mandate.renounce'
    | 'mandate.renew'
    | 'mandate.suspend'
    | 'mandate.resume'
    | 'mandate.review'
    | 'mandate.answer-review'
    | 'mandate.confirm'
    | 'notice.list'
    | 'mandate.watch'
    | 'mandate.end'
    | 'mandate.offer'
    | 'person.look-up'
    | 'letter.print'
    | 'house.tidy'
    | 'order.register'
    | 'order.list'
    | 'order.see'
    | 'order.see-evidence'
    | 'order.foresee'
    | 'order.supplement'
    | 'order.withdraw'
    | 'order.approve'
    | 'order.reject'
    | 'order.ask-supplement'
    | 'order.ask-register'
    | 'order.change'
    | 'order.check'
    | 'order.follow'
    | 'register.report'
    | 'register.list-reports'
    | 'register.settle-report'
    | 'mandate.begin'
    | 'urgent-acts.ask'
    | 'urgent-acts.list'
    | 'urgent-acts.decide'
    | 'official.list'
    | 'official.enter'
    | 'official.suspend'
    | 'official.reinstate'
    | 'paper-mandate.enter'
    | 'paper-mandate.list'
    | 'paper-mandate.see'
    | 'paper-mandate.see-evidence'
    | 'paper-mandate.foresee'
    | 'paper-mandate.confirm'
    | 'paper-mandate.reject'
    | 'paper-mandate.check'
    | 'bulk.list'
    | 'bulk.check'
    | 'bulk.see'
    | 'bulk.confirm'
    | 'bulk.cancel'
    | 'bulk.check-leaving'
    | 'bulk.confirm-leaving'
    | 'bulk.carry-out'
    | 'bulk.resume'
    | 'life-event.report'
    | 'life-event.follow'
    | 'life-event.apply'
    | 'life-event.list'
    | 'life-event.settle'
    | 'decision.ask'
    | 'decision.search'
    | 'token.exchange'
    | 'decision-caller.list'
    | 'decision-caller.register'
    | 'decision-caller.end'
    | 'sender.search'
    | 'sender.register'
    | 'sender.define-types'
    | 'sender-event.list'
    | 'sender-event.acknowledge'
    | 'inbox.deliver'
    | 'inbox.preview'
    | 'inbox.list'
    | 'inbox.count'
    | 'inbox.collect'
    | 'inbox.read'
    | 'inbox.mark'
    | 'inbox.archive'
    | 'inbox.download'
    | 'inbox.acknowledge'
    | 'inbox.reply'
    | 'inbox.forward'
    | 'inbox.work'
    | 'inbox.take'
    | 'inbox.give'
    | 'inbox.let-go'
    | 'inbox.handle'
    | 'inbox.reopen'
    | 'inbox-view.see'
    | 'inbox-view.keep'
    | 'inbox-view.share'
    | 'inbox-view.manage'
    | 'shield.list'
    | 'shield.preview'
    | 'shield.make'
    | 'shield.end'
    | 'shield.see-orders'
    | 'shield.order'
    | 'shield.lift'
    | 'trail.see-own'
    | 'trail.search'
    | 'access-history.see'
    | 'access-history.search'
    | 'signing-key.make'
    | 'signing-key.list'
    | 'signing-key.renew'
    | 'signing-key.withdraw';
  outcome: 'permitted' | 'refused';
  /** On which ground it was permitted. */
  ground?: 'own-affairs' | 'mandate' | 'office' | 'supervision' | 'task';
  /** The mandate that it was about, or rested on. */
  mandate?: string;
  who: WhoJson;
  /** The kind of thing it was about. */
  objectKind?: string;
  /** The message, when it was about one. */
  message?: string;
  /** There when a colleague did it who stood in for who usually handles the client. */
  cover?: boolean;
  /** About which office another system asked whether it may do something. */
  askedAbout?: OfficeInTrailJson;
  /** What that system heard: whether it may. */
  answer?: boolean;
  /** The line in words. */
  sentence: SentenceJson;
}

export interface OwnTrailJson {
  items: readonly OwnTrailEntryJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface PageOfSearchJson {
  /** The token of the next page; empty when there is none. */
  next_token: string;
  /** How many are on this page. */
  count: number;
}

export interface PageSchema {
  /** How many at most. */
  limit?: number;
  /** `next_token` of the page before, of the same search. */
  token?: string;
}

export interface PaperClientJson {
  /** His pseudonym. */
  id: string;
  /** Once a register was asked. */
  name?: string;
}

export interface PaperEvidence {
  /** What it is. The content is looked into and must agree. */
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** The copy in base64 with padding; at most 2 MiB decoded. */
  content: string;
  /** The paper that was signed, or the identity document of who signed it. One of each at least. */
  what: 'authorisation' | 'identity';
}

export interface PaperEvidenceJson {
  id: string;
  mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
  /** In bytes. */
  size: number;
  /** SHA-256 of the content, in hex. */
  sha256: string;
  what: 'authorisation' | 'identity';
}

export interface PaperLine {
  /** OIN of the sender: twenty digits. */
  sender: string;
  /** The kind of message. `all` is everything of this sender, also what has no category. */
  category: 'financial' | 'care' | 'other' | 'all';
  /** What the representative may do. */
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface PaperLineJson {
  sender: PaperSenderJson;
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface PaperMandateJson {
  id: string;
  state: 'waiting' | 'confirmed' | 'rejected';
  client: PaperClientJson;
  organisation: PaperRepresentativeJson;
  lines: readonly PaperLineJson[];
  from: string;
  /** The first day on which it no longer holds. */
  until: string;
  /** What came in, and when. */
  note: string;
  /** The client finds it in his letter, and names it when he writes. */
  reference: string;
  /** What the register of persons says of who signed. */
  person: 'unasked' | 'matches' | 'does-not-match' | 'no-address';
  /** The official who entered it. */
  enteredBy: string;
  /** Since when it waits, while it waits. */
  enteredAt: string;
  decision?: CaseDecisionJson;
  /** The mandate that began with it. */
  mandate?: string;
  /** When the letter about it was handed to the printer. */
  letterPrintedAt?: string;
}

export interface PaperMandatesJson {
  items: readonly PaperMandateJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface PaperObstacleJson {
  /** A reason of a refusal, or the code of a problem. */
  code: string;
  /** The mandate that is there already (R14). */
  mandate?: string;
  words: SaidJson;
}

export interface PaperPreviewJson {
  /** Also messages that are there already. Officials see none of them. */
  opens: readonly PaperLineJson[];
  /** What no line is about. */
  notAbout: readonly ('financial' | 'care' | 'other')[];
  obstacles: readonly PaperObstacleJson[];
  /** The same in words. */
  words: SaidJson;
}

export interface PaperRepresentativeJson {
  id: string;
  name: string;
  /** Absent for a person by himself. */
  kvk?: string;
}

export interface PaperSenderJson {
  oin: string;
  nameNl: string;
  nameEn: string;
}

export interface PartialEvaluationBody {
  subject?: SubjectSchema;
  action?: ActionSchema;
  resource?: ResourceSchema;
  context?: ContextSchema;
}

export interface PeriodJson {
  from: string;
  /** The first day on which it no longer holds. Absent when there is no end. */
  until?: string;
}

export interface PreferenceJson {
  /** In which language you are written to. */
  language: 'nl' | 'en';
  /** IANA name of your time zone. */
  timeZone: string;
}

export interface PreferencesJson {
  /** Absent until you say so yourself. */
  chosen?: PreferenceJson;
  /** What fits the country of your means of sign-in, or the Netherlands. A proposal: it changes nothing by itself. */
  proposed: PreferenceJson;
}

export interface PreviewCountJson {
  sender: PreviewSenderJson;
  /** Absent for messages without a known type. */
  category?: 'financial' | 'care' | 'other' | 'all';
  /** How many there are now. */
  messages: number;
  /** The Dutch day on which the oldest was delivered, when there is one. */
  oldest?: string;
  /** The Dutch day on which the newest was delivered, when there is one. */
  newest?: string;
}

export interface PreviewJson {
  /** For each scope line. */
  opens: readonly PreviewLineJson[];
  /** Messages that no line lets the office read. */
  staysShut: readonly PreviewCountJson[];
  /** What no line is about, of no sender. */
  notAbout: readonly ('financial' | 'care' | 'other')[];
  /** Messages that the lines would open, and that the client or a judge shields. */
  shielded: number;
  /** The same as one Dutch sentence. */
  sentenceNl: string;
  /** The same as one English sentence. */
  sentenceEn: string;
}

export interface PreviewLine {
  /** OIN of the sender: twenty digits. */
  sender: string;
  /** What the messages are about; `all` is everything of this sender, also what has no category. */
  category: 'financial' | 'care' | 'other' | 'all';
  /** What the office may do with them. */
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface PreviewLineJson {
  sender: PreviewSenderJson;
  /** Absent for messages without a known type. */
  category?: 'financial' | 'care' | 'other' | 'all';
  /** How many there are now. */
  messages: number;
  /** The Dutch day on which the oldest was delivered, when there is one. */
  oldest?: string;
  /** The Dutch day on which the newest was delivered, when there is one. */
  newest?: string;
  /** What the office may do with them. */
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface PreviewSenderJson {
  /** Absent when it is every sender. */
  oin?: string;
  /** In Dutch. */
  nameNl: string;
  /** In English. */
  nameEn: string;
}

export interface PreviewWish {
  /** The scope lines. */
  lines: readonly PreviewLine[];
}

export interface Problem {
  /** Where the code is explained. */
  type: string;
  title: string;
  status: number;
  /** One of the closed list at /v1/problems. */
  code: string;
  /** A sentence for people; Dutch when Accept-Language starts with nl. */
  detail: string;
  /** The trace id of this request. */
  instance: string;
  /** Every fault in the input at once. */
  errors?: readonly {
    in: 'body' | 'query' | 'path' | 'header';
    location: {
      pointer?: string;
      name?: string;
    };
    code: string;
    /** A sentence for people, in the same language. */
    detail: string;
  }[];
}

export interface ProblemMeaningJson {
  code: string;
  status: number;
  en: string;
  nl: string;
}

export interface ProposalJson {
  /** Name it in the confirmation: another proposal has another id. */
  id: string;
  /** The client. */
  client: string;
  at: string;
  /** Who proposes it; another one confirms. */
  by: string;
  reason: string;
}

export interface PutPreferences {
  /** In which language you are written to. */
  language: 'nl' | 'en';
  /** The time zone beside the Dutch one in which deadlines are told. */
  timeZone: string;
}

export interface PutTemplate {
  /** At least one sender, with what the office may do (R7). */
  lines: readonly WishedLine[];
}

export interface ReadableJson {
  sender: ReadableSenderJson;
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface ReadableSenderJson {
  /** Absent: of every sender. */
  oin?: string;
  nameNl: string;
  nameEn: string;
}

export interface ReasonGiven {
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface ReassignClients {
  /** The clients, each by the id that the list of clients gives. */
  clients: readonly string[];
  /** Who is to handle them; leave it out to only end assignments. */
  to?: HandlerWish;
  /** From whom they are taken; with `to` they move in one act. */
  from?: HandlerWish;
  /** Take them from everybody who has them now, in place of `from`. */
  fromEverybody?: boolean;
  /** Only tell what would change. */
  dryRun?: boolean;
}

export interface ReassignmentJson {
  /** Whether this only tells what would change. */
  dryRun: boolean;
  /** How many clients were named. */
  named: number;
  /** How many clients changed hands. */
  changed: number;
  /** How many assignments began. */
  assigned: number;
  /** How many assignments ended. */
  ended: number;
  /** With whom nothing was done, and why. */
  left: readonly LeftRowJson[];
}

export interface RebindingCodeJson {
  /** Shown once. Sign in with the other means, and hand it over there. */
  code: string;
  /** Until when it works. One use. */
  until: string;
  /** For a client with a time zone of his own: the deadlines above in his time, beside Dutch time. */
  deadlines?: readonly DeadlineJson[];
}

export interface ReceivedJson {
  received: true;
}

export interface Recipient {
  /** Burgerservicenummer: nine digits. */
  bsn: string;
}

export interface RedeemCode {
  /** Always true: nothing opens without this word (R37). */
  confirmed: true;
  /** The reference in the letter; spaces, hyphens and case do not matter. */
  reference: string;
  /** The code in the letter; spaces, hyphens and case do not matter. */
  code: string;
}

export interface RedeemedJson {
  /** What that means. */
  explanation: SaidJson;
}

export interface RegisterDecisionCaller {
  /** The name of the system. */
  name: string;
  /** Why it asks: the purpose that somebody answers for. */
  purpose: string;
  /** About whose messages it may ask. Absent: of every sender. */
  senders?: readonly string[];
  /** How much it hears of a refusal: `nothing`; what the one asked about would be told (`as-subject`); `true-reason`, for who watches over authorisations. */
  tells: 'nothing' | 'as-subject' | 'true-reason';
  /** Whether it may also search. */
  searches: boolean;
  /** Decisions that it may ask for in a minute. */
  perMinute: number;
}

export interface RegisterOrder {
  /** The court that gave it. */
  court: string;
  /** The case number, as it stands in the order. */
  caseNumber: string;
  /** When it was published. */
  ecli?: string;
  /** The day on which the judge gave it. */
  givenOn: string;
  /** The day on which the court sent it, when it was not handed over at once. */
  sentOn?: string;
  /** A later start, if the order names one; for a provisional measure the day in the order (R22). */
  startsOn?: string;
  /** The first day on which it no longer holds, if there is a term. */
  until?: string;
  /** A bewind over named goods only (R24). Name the senders, or nothing is seen. */
  partial?: boolean;
  /** The judge divided the tasks between guardians (R25). Name the part of this one. */
  divided?: boolean;
  /** The senders that write about his part. */
  senders?: readonly string[];
  /** The kinds of message of his part; required for a provisional measure (R23). */
  categories?: readonly ('financial' | 'care' | 'other' | 'all')[];
  /** Alone, beside another guardian (R25), or in the place of one (R32). */
  position?: 'sole' | 'additional' | 'successor';
  /** The office’s own name for the dossier. */
  reference?: string;
  /** The measure that the court ordered. */
  ground: 'curatele' | 'bewind' | 'mentorschap' | 'provisional';
  /** The citizen service number of the ward. */
  bsn: string;
  /** The date of birth of the ward. */
  birthDate: string;
  /** The order itself as PDF. Together 5 MiB at most, each 2 MiB. */
  evidence: readonly EvidenceRequest[];
}

export interface RegisterOrganisation {
  /** KvK number. It is taken from your sign-in; if you name it, it must be the same. */
  kvk?: string;
  /** Trade name; of an individual his own name. */
  name: string;
  /** What the office does for a living. `individual` for who signed in as a representative of others, and then only that. */
  kind: 'accountancy' | 'guardianship' | 'other' | 'individual';
  /** Becon number; only for an accountancy firm. Kept as six digits. */
  becon?: string;
  /** Your own name: you are the first administrator. Of an individual the same as `name`. */
  administratorName: string;
}

export interface RegisterSender {
  /** The name in Dutch. */
  nameNl: string;
  /** The name in English. */
  nameEn: string;
  /** The least assurance with which someone may see the messages (R6). */
  assurance: 'low' | 'substantial' | 'high';
}

export interface RenewMandate {
  /** The first day on which the new mandate no longer holds. It starts when this one ends. */
  until: string;
}

export interface ReopenMessage {
  /** Whether you take it in hand yourself; else nobody has it. */
  take?: boolean;
}

export interface ReplyJson {
  /** The last Dutch day. */
  by: string;
  /** What is asked. */
  kind: 'objection' | 'payment' | 'information';
}

export interface ReplyRequest {
  /** The last Dutch day for it; today or later. */
  by: string;
  /** What is asked. */
  kind: 'objection' | 'payment' | 'information';
}

export interface ReportJson {
  id: string;
  eventId: string;
  receivedAt: string;
  court: string;
  caseNumber: string;
  kvk?: string;
  /** It is about a person, not an office. */
  guardian?: NamedGuardianJson;
  kind:
    | 'suspended'
    | 'suspension-confirmed'
    | 'suspension-ended'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned'
    | 'guardian-died'
    | 'guardian-bankrupt'
    | 'term-set';
  on: string;
  earlierOn?: string;
  heard?: boolean;
  outcome: 'new' | 'applied' | 'known' | 'waits' | 'set-aside';
  why?: string;
  /** Why it waits. */
  words?: WordsJson;
  settledAt?: string;
  reason?: string;
}

export interface ReportLifeEvent {
  /** What you call this event. Told again it has no effect. */
  eventId: string;
  /** Burgerservicenummer: nine digits. */
  bsn: string;
  /** What happened. */
  kind:
    | 'death'
    | 'death-corrected'
    | 'emigration'
    | 'return'
    | 'address-change'
    | 'name-change'
    | 'coming-of-age'
    | 'curatele';
  /** Since when it holds. */
  effectiveOn: string;
  /** The new name, of a change of name. */
  name?: string;
  /** Where the person lives from then on, when that is abroad. */
  country?: string;
  /** The new address, as it goes on an envelope. */
  address?: readonly string[];
}

export interface ReportedChange {
  /** What was decided. `suspended` lapses after 14 days (R28), unless the parties were heard or it is confirmed. */
  kind:
    | 'suspended'
    | 'suspension-confirmed'
    | 'suspension-ended'
    | 'lifted'
    | 'dismissed'
    | 'replaced'
    | 'overturned'
    | 'guardian-died'
    | 'guardian-bankrupt'
    | 'term-set';
  /** The first day without the measure; when it is lifted the day on which that is final (R29); the first day of a suspension; the new end of a term. */
  on: string;
  /** R29: the order that lifts says that it ends on this earlier day. */
  earlierOn?: string;
  /** The parties were heard, so that a suspension does not lapse (R28). */
  heard?: boolean;
  /** The register’s own id of this event: told twice, it has one effect. */
  eventId: string;
  /** The court. */
  court: string;
  /** The case. */
  caseNumber: string;
  /** Which guardian, when there may be more than one. */
  kvk?: string;
  /** Which guardian, when he is a person who represents by himself; then without `kvk`. The number is not kept. */
  guardianBsn?: string;
}

export interface ReportsJson {
  items: readonly ReportJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface RequestMandate {
  /** At least one sender, with what the office may do (R7). */
  lines: readonly WishedLine[];
  /** The first day. Today or later (R8). */
  from: string;
  /** The first day on which it no longer holds; five years after the start at most (R8). */
  until: string;
  /** The citizen service number of the client. */
  bsn: string;
  /** The date of birth of the client. */
  birthDate: string;
  /** The office’s own name for the dossier. */
  reference?: string;
}

export interface RequestOnboarding {
  /** As in the passport. */
  givenNames: string;
  /** As in the passport. */
  familyName: string;
  /** Date of birth. */
  birthDate: string;
  /** The citizen service number, for who has one. */
  bsn?: string;
  /** Where the letter with the code goes. */
  address: ForeignAddressRequest;
  /** The language of the letter. */
  language: 'nl' | 'en';
  /** Where he lives, as the IANA name of its time zone. */
  timeZone: string;
  /** Copies of evidence: PDF, JPEG or PNG; 2 MiB each, 5 MiB together. The content is looked into. */
  evidence: readonly EvidenceRequest[];
}

export interface RequestRebinding {
  /** Always true: nothing opens without this word (R37). */
  confirmed: true;
  /** The code that was given to the sign-in which has the account. Without it: evidence. */
  code?: string;
  /** For who has no code: the identifier of the former European means, if it is known. */
  formerIdentifier?: string;
  /** For who has no code and signed in with a means that says no name. */
  person?: AskingPerson;
  /** What an official should know. */
  note?: string;
  /** For who has no code: copies of evidence; 2 MiB each, 5 MiB together. */
  evidence?: readonly EvidenceRequest[];
}

export interface RequestedRow {
  /** The citizen service number of the client. */
  bsn: string;
  /** The date of birth of the client. */
  birthDate: string;
  /** The first day. Today or later (R8). */
  from: string;
  /** The first day on which it no longer holds. */
  until: string;
  /** Or name a template. */
  lines?: readonly WishedLine[];
  /** A template of the office, instead of lines. */
  template?: string;
  /** The office’s own name for the dossier. */
  reference?: string;
}

export interface RequestsFile {
  /** The requests. */
  requests: readonly RequestedRow[];
}

export interface ResolveLifeEvent {
  /** It is right and has its effect now; or nothing more is to be done. */
  decision: 'carry-out' | 'close';
  /** Why, for other officials. */
  reason: string;
}

export interface ResourceSchema {
  type: 'message' | 'inbox' | 'mandate';
  /** Of an inbox: the client, by pseudonym or `bsn:` and a BSN. Of a message: its id here; of one elsewhere, its id there. */
  id: string;
  /** Of an inbox: `sender` (OIN) and `category`, when it is about some of it. Of a message elsewhere: `client`, `sender`, `category`, `deliveredAt`, `assurance`; of one here they decide nothing, and another client, sender or category is a no. Without `sender` the others are a 400. A search for messages is narrowed by `client`, `sender`, `category`. */
  properties?: Record<string, unknown>;
}

export interface ResourceSearchBody {
  subject: SubjectSchema;
  action: ActionSchema;
  context?: ContextSchema;
  resource: EntityTypeSchema;
  page?: PageSchema;
}

export interface ReviewAnswerJson {
  mandate: string;
  outcome: 'done' | 'refused';
  /** Why not: a problem or a reason. */
  code?: string;
  nl?: string;
  en?: string;
  /** The open request to renew it, which ended with it. */
  endedRenewal?: string;
}

export interface ReviewAnswersJson {
  items: readonly ReviewAnswerJson[];
}

export interface RevokeMandate {
  /** For an official: how the client revoked. */
  receivedBy?: 'desk' | 'letter';
  /** For an official: what was received, and when. */
  note?: string;
}

export interface RowFaultJson {
  /** The column, as the file calls it. */
  column?: string;
  /** The field, as this service calls it. */
  field?: string;
  /** In a JSON file: where it stands in its row, as a JSON pointer. */
  pointer?: string;
  /** A stable word for machines. */
  code: string;
  nl: string;
  en: string;
  /** The line of the row that it clashes with, or the first of those that were read as one. */
  line?: number;
  /** The last of the lines that were read as one row. */
  lastLine?: number;
  /** The mandate that it clashes with (R14). */
  mandate?: string;
}

export interface RowProblemJson {
  code: string;
  nl: string;
  en: string;
}

export interface SaidJson {
  nl: string;
  en: string;
}

export interface SaidPersonJson {
  givenNames: string;
  familyName: string;
  birthDate: string;
}

export interface SaveView {
  /** How you call it; each view that you share has another name, and so has each that you do not. */
  name: string;
  /** Whether all of your office may use it. For handlers. */
  shared?: boolean;
  /** Which messages it asks for, each time that it is used. */
  filter: ViewQuestion;
}

export interface SavedViewJson {
  /** The view. */
  id: string;
  /** As its maker calls it. */
  name: string;
  /** Whether all of the office may use it. */
  shared: boolean;
  /** Who made it. */
  madeBy: ViewMakerJson;
  /** Which messages it asks for. */
  filter: ViewQuestion;
  /** When it was changed last. */
  changedAt: string;
}

export interface SavedViewsJson {
  items: readonly SavedViewJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface ScopeLineJson {
  id: string;
  sender: LineSenderJson;
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
  /** When the client ended this line. */
  endedAt?: string;
  /** By law the line gives nothing from this day on. */
  endsOn?: string;
}

export interface ScopeTemplateJson {
  name: string;
  lines: readonly TemplateLineJson[];
  /** Since when the name means this. */
  since: string;
}

export interface ScopeTemplatesJson {
  items: readonly ScopeTemplateJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface SearchJson {
  page: PageOfSearchJson;
  /** Each would be answered yes if it were asked about by itself. */
  results: readonly FoundJson[];
}

export interface SearchMessages {
  /** Of this client only. */
  client?: string;
  /** From this sender only. */
  sender?: string;
  /** About this only. */
  category?: 'financial' | 'care' | 'other';
  /** Only what you did not read yet, or only what you did (R35). */
  unread?: boolean;
  /** For an office: only what nobody of it read yet, or only what somebody did. */
  unreadByOffice?: boolean;
  /** Only what you archived, or only what you did not. */
  archived?: boolean;
  /** Only with attachments, or only without. */
  attached?: boolean;
  /** Delivered on this Dutch day or later. */
  from?: string;
  /** Delivered before this Dutch day. */
  until?: string;
  /** Only what is not handled and asks for a reply within so many days, or did already. */
  replyWithin?: number;
  /** Only what is not handled and whose day to reply has passed, or only what is not. */
  overdue?: boolean;
  /** Only what asks for a reply of this kind. */
  replyKind?: 'objection' | 'payment' | 'information';
  /** For an office: in whose hands the message is. */
  holder?: 'me' | 'my-team' | 'nobody';
  /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
  handler?: 'me' | 'my-team' | 'nobody';
  /** For an office: how far the work on it is. */
  work?: 'open' | 'taken' | 'handled';
  /** How many at most. */
  limit?: number;
  /** Where to go on: `next` of a page of this list, in this order. */
  cursor?: string;
  /** Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for. */
  sort?: 'newest' | 'reply-by';
  /** Words of subject or body, in Dutch: accents and usual forms of a word (brief, brieven; betalen, betaalt) do not matter; irregular ones (stad, steden), participles and parts of a compound do. Quotes hold words together, `or` and a minus are understood. */
  text: string;
}

export interface SearchOfficeClients {
  /** How many at most. */
  limit?: number;
  /** Where to go on: `next` of a page of this list, in this order. */
  cursor?: string;
  /** Only clients whom nobody handles, or only those whom somebody does. */
  withoutHandler?: boolean;
  /** Only clients whom this employee handles, also through a team. */
  employee?: string;
  /** Only clients of this team. */
  team?: string;
  /** Beginnings of words of the name or your reference; accents and capitals do not matter. */
  words: string;
}

export interface Selection {
  /** The messages, in the order in which they are to come. */
  messages: readonly string[];
}

export interface SenderCountJson {
  /** How many; 99 when there are more. */
  count: number;
  /** Whether there are more than that. */
  more: boolean;
  /** The OIN of the sender. */
  oin: string;
  /** In Dutch. */
  nameNl: string;
  /** In English. */
  nameEn: string;
}

export interface SenderCountsJson {
  items: readonly SenderCountJson[];
}

export interface SenderEventDataJson {
  mandate: string;
  /** As far as it is a sender’s affair: what a court or a register did is `ended`, but for a death. */
  why: 'revoked' | 'renounced' | 'narrowed' | 'client-died' | 'ended';
  client: ToldClientJson;
  representative: ToldOfficeJson;
  /** What the representative may do no more. */
  lost: readonly LostLineJson[];
}

export interface SenderEventJson {
  specversion: '1.0';
  /** The same each time it is told: by this it is acknowledged. */
  id: string;
  /** This service. */
  source: string;
  type: 'nl.volmacht.mandate-ended' | 'nl.volmacht.mandate-narrowed';
  /** When it was so. */
  time: string;
  datacontenttype: 'application/json';
  data: SenderEventDataJson;
}

export interface SenderEventsJson {
  items: readonly SenderEventJson[];
  /** Whether more waits behind these: acknowledge them and ask again. */
  more: boolean;
}

export interface SenderJson {
  /** Its OIN. */
  oin: string;
  /** In Dutch. */
  nameNl: string;
  /** In English. */
  nameEn: string;
  /** The least assurance to see its messages. */
  assurance: 'low' | 'substantial' | 'high';
  /** The kinds of message that it knows. */
  messageTypes: readonly MessageTypeJson[];
}

export interface SendersJson {
  /** By OIN. */
  items: readonly SenderJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface SendingJson {
  /** Mandates that would be asked for (one for each client, R15), renewed or renounced. */
  mandates: number;
  /** Letters that would be sent at most: one for each client (R15), and none to who is not known (R3). */
  letters: number;
  senders: readonly SendingSenderJson[];
  /** What the longest of the letters says that the office may do, and for how long. */
  letter?: SummaryJson;
}

export interface SendingSenderJson {
  oin: string;
  nameNl: string;
  nameEn: string;
  /** How many mandates name this sender. */
  mandates: number;
}

export interface SentenceJson {
  nl: string;
  en: string;
}

export interface SentencesJson {
  en: string;
  nl: string;
}

export interface SettleReport {
  /** What was found. It is kept. */
  reason: string;
}

export interface SettledLifeJson {
  at: string;
  /** Which official. */
  by: string;
  reason: string;
}

export interface ShieldJson {
  id: string;
  /** The message, when it is one. */
  message?: string;
  /** Everything of this sender. */
  sender?: MessageSenderJson;
  /** Everything of this category. */
  category?: 'financial' | 'care' | 'other';
  /** From whom; absent when it is from everyone. */
  organisation?: ShieldedFromJson;
  /** The client, from who he authorised himself; or a judge, from a guardian too. */
  by: 'client' | 'court';
  /** When a judge ordered it. */
  order?: ShieldOrderJson;
  /** What an official entered of its end. It holds until another official enters the same. */
  lifting?: ShieldLiftingJson;
  /** When it was just made, and a judge appointed the representative: that it hides nothing. */
  hidesNothing?: ShieldSaidJson;
  madeAt: string;
  /** From then on it hides nothing. */
  endedAt?: string;
}

export interface ShieldLiftingJson {
  caseNumber: string;
  decidedOn: string;
}

export interface ShieldOrderJson {
  caseNumber: string;
  orderedOn: string;
}

export interface ShieldPreviewJson {
  /** The messages that are there now and of which it speaks. */
  messages: number;
  /** For each office that can read one of them now. */
  from: readonly ShieldingJson[];
}

export interface ShieldSaidJson {
  nl: string;
  en: string;
}

export interface ShieldedFromJson {
  id: string;
  name: string;
}

export interface ShieldedThenJson {
  /** Who kept it. */
  by: 'client' | 'court';
  message?: string;
  sender?: string;
  category?: 'financial' | 'care' | 'other';
}

export interface ShieldingJson {
  id: string;
  name: string;
  /** Messages that he can read now, and then no longer. */
  messages: number;
}

export interface ShieldsJson {
  items: readonly ShieldJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface SigningKeyJson {
  /** Its name in what it signed (RFC 7638). */
  kid: string;
  madeAt: string;
  /** From when it signs. Until then it is published only. */
  signsFrom: string;
  /** Whether it is the one that signs now. */
  signs: boolean;
  /** Until when it is published, or was. Absent while no other signs after it. */
  publishedUntil?: string;
  /** Since when nothing that it signed may be believed. */
  withdrawnAt?: string;
  /** Why it was withdrawn. */
  reason?: string;
}

export interface SigningKeysJson {
  /** By when they sign. */
  items: readonly SigningKeyJson[];
}

export interface StandingInJson {
  /** The first day. */
  from: string;
  /** The first day without. */
  until: string;
  /** The same in words. */
  sentence: SentenceJson;
}

export interface StandingReason {
  /** Why. It is kept. */
  reason: string;
}

export interface StatementJson {
  /** An SD-JWT VC (`dc+sd-jwt`) in its compact form, with what it shows. */
  statement: string;
  /** From then on it holds no more. */
  expiresAt: string;
  /** All that it can show. Keep these: with them you show another more or less of the same. */
  disclosures: readonly DisclosureJson[];
}

export interface StoppedJson {
  /** The code of a problem or a refusal. */
  code: string;
  nl: string;
  en: string;
}

export interface StretchJson {
  from: string;
  /** Up to then. */
  until: string;
  lines: readonly ReadableJson[];
  /** What of it the office could not see. To officials only what a judge kept. */
  shielded: readonly ShieldedThenJson[];
  /** Only what was delivered before: by urgent acts after the end (R31). */
  deliveredBefore?: string;
  /** For officials: the client kept some of it from the office. What, is his affair. */
  shieldedByClient?: boolean;
  /** For officials: who of the office could. */
  employees?: readonly CouldReadEmployeeJson[];
}

export interface SubjectSchema {
  /** What is not known here is answered no. */
  type: 'employee' | 'organisation' | 'citizen' | 'system';
  /** Of this service. Or: of an employee the subject at his sign-in service, beside `properties` `{issuer, kvk}`; `kvk:` and a KvK number of an office; `bsn:` and a BSN of a citizen; an OIN of a system. */
  id: string;
  properties?: Record<string, unknown>;
}

export interface SubjectSearchBody {
  action: ActionSchema;
  resource: ResourceSchema;
  context?: ContextSchema;
  subject: EntityTypeSchema;
  page?: PageSchema;
}

export interface SummaryJson {
  nl: readonly string[];
  en: readonly string[];
}

export interface SupplementOrder {
  /** The court that gave it. */
  court: string;
  /** The case number, as it stands in the order. */
  caseNumber: string;
  /** When it was published. */
  ecli?: string;
  /** The day on which the judge gave it. */
  givenOn: string;
  /** The day on which the court sent it, when it was not handed over at once. */
  sentOn?: string;
  /** A later start, if the order names one; for a provisional measure the day in the order (R22). */
  startsOn?: string;
  /** The first day on which it no longer holds, if there is a term. */
  until?: string;
  /** A bewind over named goods only (R24). Name the senders, or nothing is seen. */
  partial?: boolean;
  /** The judge divided the tasks between guardians (R25). Name the part of this one. */
  divided?: boolean;
  /** The senders that write about his part. */
  senders?: readonly string[];
  /** The kinds of message of his part; required for a provisional measure (R23). */
  categories?: readonly ('financial' | 'care' | 'other' | 'all')[];
  /** Alone, beside another guardian (R25), or in the place of one (R32). */
  position?: 'sole' | 'additional' | 'successor';
  /** The office’s own name for the dossier. */
  reference?: string;
  /** The date of birth of the ward. */
  birthDate: string;
  /** More evidence, as PDF. */
  evidence?: readonly EvidenceRequest[];
}

export interface SuspendOrganisation {
  /** The reason, for the office and for other officials. Names no client. */
  reason: string;
}

export interface TakenReportJson {
  eventId: string;
  /** `known` was told before, and nothing is done again; `other` was told otherwise before. */
  taken: 'new' | 'known' | 'other';
}

export interface TeamJson {
  /** Its id. */
  id: string;
  /** Name. */
  name: string;
  /** Who is in it. */
  members: readonly TeamMemberJson[];
}

export interface TeamLoadJson {
  /** The team. */
  team: string;
  /** Name. */
  name: string;
  /** How many people who work here now are in it. */
  members: number;
  /** The clients who are assigned to it. */
  clients: number;
}

export interface TeamMemberJson {
  /** The employee. */
  employee: string;
  /** Name. */
  name: string;
}

export interface TeamsJson {
  /** The teams. */
  items: readonly TeamJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface TemplateLineJson {
  sender: string;
  category: 'financial' | 'care' | 'other' | 'all';
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface TimeLeftJson {
  /** Seconds, rounded up. */
  seconds: number;
  nl: string;
  en: string;
}

export interface ToldClientJson {
  /** Absent for a client who has none. */
  bsn?: string;
}

export interface ToldLifeJson {
  name?: string;
  country?: string;
  address?: readonly string[];
}

export interface ToldOfficeJson {
  name: string;
  /** KvK number; an individual has none. */
  kvk?: string;
}

export interface TrailEntryJson {
  id: string;
  at: string;
  action:
    | 'self.see'
    | 'answer.repeat'
    | 'account.see'
    | 'account.open'
    | 'account.redeem'
    | 'account.link'
    | 'means.announce'
    | 'means.rebind'
    | 'means.see'
    | 'means.end'
    | 'preferences.see'
    | 'preferences.change'
    | 'identity-case.list'
    | 'identity-case.see'
    | 'identity-case.enter'
    | 'identity-case.decide'
    | 'identity-case.confirm'
    | 'identity-case.undo'
    | 'means.end-of-client'
    | 'identity-case.write'
    | 'identity-case.take-in'
    | 'identity.match'
    | 'organisation.register'
    | 'organisation.search'
    | 'organisation.see'
    | 'organisation.recognise'
    | 'organisation.suspend'
    | 'employment.accept'
    | 'office.see'
    | 'office.manage'
    | 'office.workload'
    | 'cover.arrange'
    | 'cover.arrange-own'
    | 'clients.see'
    | 'clients.assign'
    | 'mandate.request'
    | 'mandate.grant'
    | 'mandate.list'
    | 'mandate.export'
    | 'mandate.see'
    | 'mandate.history'
    | 'mandate.state'
    | 'mandate.handlers'
    | 'mandate.preview'
    | 'mandate.consent'
    | 'mandate.decline'
    | 'mandate.narrow'
    | 'mandate.revoke'
    | 'mandate.activate'
    | 'mandate.withdraw'
    | 'mandate.renounce'
    | 'mandate.renew'
    | 'mandate.suspend'
    | 'mandate.resume'
    | 'mandate.review'
    | 'mandate.answer-review'
    | 'mandate.confirm'
    | 'notice.list'
    | 'mandate.watch'
    | 'mandate.end'
    | 'mandate.offer'
    | 'person.look-up'
    | 'letter.print'
    | 'house.tidy'
    | 'order.register'
    | 'order.list'
    | 'order.see'
    | 'order.see-evidence'
    | 'order.foresee'
    | 'order.supplement'
    | 'order.withdraw'
    | 'order.approve'
    | 'order.reject'
    | 'order.ask-supplement'
    | 'order.ask-register'
    | 'order.change'
    | 'order.check'
    | 'order.follow'
    | 'register.report'
    | 'register.list-reports'
    | 'register.settle-report'
    | 'mandate.begin'
    | 'urgent-acts.ask'
    | 'urgent-acts.list'
    | 'urgent-acts.decide'
    | 'official.list'
    | 'official.enter'
    | 'official.suspend'
    | 'official.reinstate'
    | 'paper-mandate.enter'
    | 'paper-mandate.list'
    | 'paper-mandate.see'
    | 'paper-mandate.see-evidence'
    | 'paper-mandate.foresee'
    | 'paper-mandate.confirm'
    | 'paper-mandate.reject'
    | 'paper-mandate.check'
    | 'bulk.list'
    | 'bulk.check'
    | 'bulk.see'
    | 'bulk.confirm'
    | 'bulk.cancel'
    | 'bulk.check-leaving'
    | 'bulk.confirm-leaving'
    | 'bulk.carry-out'
    | 'bulk.resume'
    | 'life-event.report'
    | 'life-event.follow'
    | 'life-event.apply'
    | 'life-event.list'
    | 'life-event.settle'
    | 'decision.ask'
    | 'decision.search'
    | 'token.exchange'
    | 'decision-caller.list'
    | 'decision-caller.register'
    | 'decision-caller.end'
    | 'sender.search'
    | 'sender.register'
    | 'sender.define-types'
    | 'sender-event.list'
    | 'sender-event.acknowledge'
    | 'inbox.deliver'
    | 'inbox.preview'
    | 'inbox.list'
    | 'inbox.count'
    | 'inbox.collect'
    | 'inbox.read'
    | 'inbox.mark'
    | 'inbox.archive'
    | 'inbox.download'
    | 'inbox.acknowledge'
    | 'inbox.reply'
    | 'inbox.forward'
    | 'inbox.work'
    | 'inbox.take'
    | 'inbox.give'
    | 'inbox.let-go'
    | 'inbox.handle'
    | 'inbox.reopen'
    | 'inbox-view.see'
    | 'inbox-view.keep'
    | 'inbox-view.share'
    | 'inbox-view.manage'
    | 'shield.list'
    | 'shield.preview'
    | 'shield.make'
    | 'shield.end'
    | 'shield.see-orders'
    | 'shield.order'
    | 'shield.lift'
    | 'trail.see-own'
    | 'trail.search'
    | 'access-history.see'
    | 'access-history.search'
    | 'signing-key.make'
    | 'signing-key.list'
    | 'signing-key.renew'
    | 'signing-key.withdraw';
  outcome: 'permitted' | 'refused';
  /** On which ground it was permitted. */
  ground?: 'own-affairs' | 'mandate' | 'office' | 'supervision' | 'task';
  /** The mandate that it was about, or rested on. */
  mandate?: string;
  actor: ActorInTrailJson;
  /** Of the sign-in. */
  assurance: 'low' | 'substantial' | 'high';
  /** The true reason of a refusal. */
  reason?:
    | 'wrong-kind-of-actor'
    | 'assurance-too-low'
    | 'means-not-linked'
    | 'means-replaced'
    | 'means-ended'
    | 'account-too-low'
    | 'employment-ended'
    | 'organisation-not-recognised'
    | 'organisation-suspended'
    | 'office-may-not-act'
    | 'not-in-force'
    | 'role-too-small'
    | 'works-alone'
    | 'own-request'
    | 'same-official'
    | 'official-suspended'
    | 'does-not-exist'
    | 'not-a-party'
    | 'no-mandate'
    | 'not-assigned'
    | 'outside-the-mandate'
    | 'action-not-granted'
    | 'not-yet-consented'
    | 'not-yet-started'
    | 'mandate-suspended'
    | 'mandate-revoked'
    | 'mandate-renounced'
    | 'mandate-declined'
    | 'mandate-expired'
    | 'mandate-ended'
    | 'scope-line-ended'
    | 'mandate-ended-by-law'
    | 'scope-line-ended-by-law'
    | 'measure-not-started'
    | 'measure-suspended'
    | 'measure-ended'
    | 'urgent-acts-over'
    | 'urgent-acts-only-read'
    | 'delivered-after-the-end'
    | 'under-guardianship'
    | 'shielded'
    | 'client-died'
    | 'representative-may-not-act'
    | 'represents-himself'
    | 'client-under-guardianship'
    | 'client-not-abroad'
    | 'entered-by-suspended'
    | 'entered-for-another'
    | 'caller-not-registered'
    | 'caller-may-not-search'
    | 'caller-may-not-ask'
    | 'not-decided-here'
    | 'not-in-this-state'
    | 'not-of-this-ground'
    | 'nobody-in-office'
    | 'not-by-then'
    | 'person-died';
  /** The office of the employee who acted, else the one that it was about. */
  organisation?: OfficeInTrailJson;
  /** The pseudonym of the client. */
  client?: string;
  object?: ObjectInTrailJson;
  details: Record<string, unknown>;
  /** W3C trace id: 32 hex digits. */
  trace?: string;
}

export interface TrailPageJson {
  items: readonly TrailEntryJson[];
  /** The cursor of the next page. */
  next?: string;
}

export interface TrailSearch {
  /** How many at most. */
  limit?: number;
  /** Where to go on: `next` of a page of this list, in this order. */
  cursor?: string;
  /** The pseudonym of a client. */
  client?: string;
  /** Burgerservicenummer: nine digits. */
  bsn?: string;
  /** An office. */
  organisation?: string;
  /** An employee of an office. */
  employee?: string;
  /** What was asked. */
  action?:
    | 'self.see'
    | 'answer.repeat'
    | 'account.see'
    | 'account.open'
    | 'account.redeem'
    | 'account.link'
    | 'means.announce'
    | 'means.rebind'
    | 'means.see'
    | 'means.end'
    | 'preferences.see'
    | 'preferences.change'
    | 'identity-case.list'
    | 'identity-case.see'
    | 'identity-case.enter'
    | 'identity-case.decide'
    | 'identity-case.confirm'
    | 'identity-case.undo'
    | 'means.end-of-client'
    | 'identity-case.write'
    | 'identity-case.take-in'
    | 'identity.match'
    | 'organisation.register'
    | 'organisation.search'
    | 'organisation.see'
    | 'organisation.recognise'
    | 'organisation.suspend'
    | 'employment.accept'
    | 'office.see'
    | 'office.manage'
    | 'office.workload'
    | 'cover.arrange'
    | 'cover.arrange-own'
    | 'clients.see'
    | 'clients.assign'
    | 'mandate.request'
    | 'mandate.grant'
    | 'mandate.list'
    | 'mandate.export'
    | 'mandate.see'
    | 'mandate.history'
    | 'mandate.state'
    | 'mandate.handlers'
    | 'mandate.preview'
    | 'mandate.consent'
    | 'mandate.decline'
    | 'mandate.narrow'
    | 'mandate.revoke'
    | 'mandate.activate'
    | 'mandate.withdraw'
    | 'mandate.renounce'
    | 'mandate.renew'
    | 'mandate.suspend'
    | 'mandate.resume'
    | 'mandate.review'
    | 'mandate.answer-review'
    | 'mandate.confirm'
    | 'notice.list'
    | 'mandate.watch'
    | 'mandate.end'
    | 'mandate.offer'
    | 'person.look-up'
    | 'letter.print'
    | 'house.tidy'
    | 'order.register'
    | 'order.list'
    | 'order.see'
    | 'order.see-evidence'
    | 'order.foresee'
    | 'order.supplement'
    | 'order.withdraw'
    | 'order.approve'
    | 'order.reject'
    | 'order.ask-supplement'
    | 'order.ask-register'
    | 'order.change'
    | 'order.check'
    | 'order.follow'
    | 'register.report'
    | 'register.list-reports'
    | 'register.settle-report'
    | 'mandate.begin'
    | 'urgent-acts.ask'
    | 'urgent-acts.list'
    | 'urgent-acts.decide'
    | 'official.list'
    | 'official.enter'
    | 'official.suspend'
    | 'official.reinstate'
    | 'paper-mandate.enter'
    | 'paper-mandate.list'
    | 'paper-mandate.see'
    | 'paper-mandate.see-evidence'
    | 'paper-mandate.foresee'
    | 'paper-mandate.confirm'
    | 'paper-mandate.reject'
    | 'paper-mandate.check'
    | 'bulk.list'
    | 'bulk.check'
    | 'bulk.see'
    | 'bulk.confirm'
    | 'bulk.cancel'
    | 'bulk.check-leaving'
    | 'bulk.confirm-leaving'
    | 'bulk.carry-out'
    | 'bulk.resume'
    | 'life-event.report'
    | 'life-event.follow'
    | 'life-event.apply'
    | 'life-event.list'
    | 'life-event.settle'
    | 'decision.ask'
    | 'decision.search'
    | 'token.exchange'
    | 'decision-caller.list'
    | 'decision-caller.register'
    | 'decision-caller.end'
    | 'sender.search'
    | 'sender.register'
    | 'sender.define-types'
    | 'sender-event.list'
    | 'sender-event.acknowledge'
    | 'inbox.deliver'
    | 'inbox.preview'
    | 'inbox.list'
    | 'inbox.count'
    | 'inbox.collect'
    | 'inbox.read'
    | 'inbox.mark'
    | 'inbox.archive'
    | 'inbox.download'
    | 'inbox.acknowledge'
    | 'inbox.reply'
    | 'inbox.forward'
    | 'inbox.work'
    | 'inbox.take'
    | 'inbox.give'
    | 'inbox.let-go'
    | 'inbox.handle'
    | 'inbox.reopen'
    | 'inbox-view.see'
    | 'inbox-view.keep'
    | 'inbox-view.share'
    | 'inbox-view.manage'
    | 'shield.list'
    | 'shield.preview'
    | 'shield.make'
    | 'shield.end'
    | 'shield.see-orders'
    | 'shield.order'
    | 'shield.lift'
    | 'trail.see-own'
    | 'trail.search'
    | 'access-history.see'
    | 'access-history.search'
    | 'signing-key.make'
    | 'signing-key.list'
    | 'signing-key.renew'
    | 'signing-key.withdraw';
  /** How it was decided. */
  outcome?: 'permitted' | 'refused';
  /** The first day, in the Netherlands. */
  from?: string;
  /** The first day not to show. */
  until?: string;
}

export interface UrgentActJson {
  id: string;
  state: 'requested' | 'allowed' | 'refused';
  /** The mandate that ended. */
  mandate: string;
  client: WardJson;
  organisation: GuardianJson;
  reason: string;
  until: string;
  askedAt: string;
  decidedAt?: string;
  answer?: string;
}

export interface UrgentActsJson {
  items: readonly UrgentActJson[];
  /** The cursor of the next page, when there is one. */
  next?: string;
}

export interface UsesJson {
  count: number;
  /** Whether there are more than were counted. */
  orMore: boolean;
}

export interface ViewMakerJson {
  /** The employee. */
  id: string;
  /** As the office calls him. */
  name: string;
}

export interface ViewQuestion {
  /** Of this client only. */
  client?: string;
  /** From this sender only. */
  sender?: string;
  /** About this only. */
  category?: 'financial' | 'care' | 'other';
  /** Only what you did not read yet, or only what you did (R35). */
  unread?: boolean;
  /** For an office: only what nobody of it read yet, or only what somebody did. */
  unreadByOffice?: boolean;
  /** Only what you archived, or only what you did not. */
  archived?: boolean;
  /** Only with attachments, or only without. */
  attached?: boolean;
  /** Delivered on this Dutch day or later. */
  from?: string;
  /** Delivered before this Dutch day. */
  until?: string;
  /** Only what is not handled and asks for a reply within so many days, or did already. */
  replyWithin?: number;
  /** Only what is not handled and whose day to reply has passed, or only what is not. */
  overdue?: boolean;
  /** Only what asks for a reply of this kind. */
  replyKind?: 'objection' | 'payment' | 'information';
  /** For an office: in whose hands the message is. */
  holder?: 'me' | 'my-team' | 'nobody';
  /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
  handler?: 'me' | 'my-team' | 'nobody';
  /** For an office: how far the work on it is. */
  work?: 'open' | 'taken' | 'handled';
  /** Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for. */
  sort?: 'newest' | 'reply-by';
  /** Words of subject or body, in Dutch: accents and usual forms of a word (brief, brieven; betalen, betaalt) do not matter; irregular ones (stad, steden), participles and parts of a compound do. Quotes hold words together, `or` and a minus are understood. */
  text?: string;
}

export interface WaitingJson {
  /** Its turn; another try after a failure; or that it is taken over from a process that went away. */
  why: 'turn' | 'retry' | 'takeover';
  /** Since when nothing works on it. */
  since: string;
  nl: string;
  en: string;
}

export interface WardJson {
  id: string;
  name?: string;
}

export interface WhoJson {
  /** In which capacity. */
  capacity: 'you' | 'new-means' | 'someone-else' | 'employee' | 'official' | 'sender' | 'system' | 'service';
  /** The office of an employee. */
  organisation?: OfficeInTrailJson;
  /** The OIN of a sender, or of another system. */
  oin?: string;
  /** The name of a system that asked whether somebody may do something, as it was registered then. */
  name?: string;
}

export interface WhyCase {
  /** Why. It is kept in the trail. */
  reason: string;
}

export interface WishedLine {
  /** OIN of the sender: twenty digits. */
  sender: string;
  /** The kind of message. `all` is everything of this sender, also what has no category. */
  category: 'financial' | 'care' | 'other' | 'all';
  /** What the office may do. */
  actions: readonly ('read' | 'acknowledge' | 'reply' | 'archive' | 'download' | 'forward')[];
}

export interface WithdrawSigningKey {
  /** Why. */
  reason: string;
}

export interface WordsJson {
  nl: string;
  en: string;
}

export interface WorkActJson {
  /** The line of the record. */
  id: string;
  at: string;
  act: 'take' | 'give' | 'let-go' | 'handle' | 'reopen';
  /** Which office did it. */
  organisation: ActingOfficeJson;
  /** Who did it; for the own office only. */
  by?: ColleagueJson;
  /** Who had it in hand from then on; for the own office only. */
  holder?: ColleagueJson;
  /** What was noted with it; for the own office only. */
  note?: string;
}

export interface WorkStateJson {
  /** Nobody, in hand, or dealt with. */
  state: 'open' | 'taken' | 'handled';
  /** Who has it in hand. */
  holder?: ColleagueJson;
  /** What was noted when it was last handled. The office’s own. */
  note?: string;
  /** Who changed it last. */
  changedBy?: ColleagueJson;
  /** When it was changed last. */
  changedAt?: string;
}

export interface WorkloadJson {
  /** Who gave the office a mandate that runs: in force, to begin, or suspended. */
  clients: number;
  /** Those of them whom nobody handles who works here now. */
  withoutHandler: number;
  /** How many people the office asked, by BSN and date of birth as it named them, who did not answer yet. Not who asks to go on with a mandate; whether somebody is a client already is not told (R3). */
  asked: number;
  /** Everyone who works here now, by name. */
  employees: readonly EmployeeLoadJson[];
  /** Every team, by name. */
  teams: readonly TeamLoadJson[];
}

/** Every route: what it asks, and what it answers when all is well. */
export interface Routes {
  /** Where is the decision point? */
  'GET /.well-known/authzen-configuration': { asks: Record<never, never>; answer: DiscoveryJson };
  /** The public keys by which anybody may check what this service signed */
  'GET /.well-known/jwks.json': { asks: Record<never, never>; answer: Response };
  /** Who issues statements, and where are the keys? */
  'GET /.well-known/jwt-vc-issuer': { asks: Record<never, never>; answer: IssuerJson };
  /** Where are tokens exchanged? */
  'GET /.well-known/oauth-authorization-server': {
    asks: Record<never, never>;
    answer: AuthorizationServerJson;
  };
  /** May she? */
  'POST /access/v1/evaluation': { asks: { body: EvaluationBody }; answer: DecisionJson };
  /** The same for many questions at once */
  'POST /access/v1/evaluations': { asks: { body: EvaluationsBody }; answer: DecisionsJson | DecisionJson };
  /** What may he do with this? */
  'POST /access/v1/search/action': { asks: { body: ActionSearchBody }; answer: SearchJson };
  /** For whom, or with what, may he do this? */
  'POST /access/v1/search/resource': { asks: { body: ResourceSearchBody }; answer: SearchJson };
  /** Who may do this? */
  'POST /access/v1/search/subject': { asks: { body: SubjectSearchBody }; answer: SearchJson };
  /** Is the process alive? */
  'GET /livez': { asks: Record<never, never>; answer: HealthJson };
  /** Who acts for whom, as a token */
  'POST /oauth/token': { asks: { body: Raw<'application/x-www-form-urlencoded'> }; answer: ExchangedJson };
  /** Can the service do its work? */
  'GET /readyz': { asks: Record<never, never>; answer: HealthJson };
  /** Who could read which of my messages on this day, and who did what? */
  'GET /v1/access-history': {
    asks: {
      query: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** The day in the Netherlands: today at the latest. */
        day: string;
        /** What mandates after this one gave: `couldNext` of the page before. */
        after?: string;
      };
    };
    answer: OwnAccessHistoryJson;
  };
  /** Who could read which messages of this client on this day, and who did what? */
  'POST /v1/access-history/_search': { asks: { body: AccessSearch }; answer: AccessHistoryJson };
  /** Your runs, newest first; for an administrator those of the office. */
  'GET /v1/bulk-runs': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Only runs in this state. */
        state?: 'reading' | 'interrupted' | 'checked' | 'running' | 'done' | 'stopped' | 'cancelled';
        /** Only runs of this kind. */
        kind?: 'request' | 'renewal' | 'renunciation';
      };
    };
    answer: BulkRunsJson;
  };
  /** Check a file of requests, renewals or renunciations */
  'POST /v1/bulk-runs': {
    asks: {
      query?: {
        /** What every row of the file asks; a request when it is not said. */
        kind?: 'request' | 'renewal' | 'renunciation';
      };
      headers: { 'Idempotency-Key': string };
      body: RequestsFile | Raw<'text/csv'>;
    };
    answer: BulkRunJson;
  };
  /** One run: how far it is, what it would send, and its outcome in sentences. */
  'GET /v1/bulk-runs/{run}': { asks: { path: { run: string } }; answer: BulkRunJson };
  /** Cancel a run; one that is under way stops where it is. */
  'POST /v1/bulk-runs/{run}/cancellation': {
    asks: { path: { run: string }; headers: { 'Idempotency-Key': string } };
    answer: BulkRunJson;
  };
  /** Carry out the rows that are ready */
  'POST /v1/bulk-runs/{run}/confirmation': {
    asks: { path: { run: string }; headers: { 'Idempotency-Key': string } };
    answer: BulkRunJson;
  };
  /** Watch how far a run is */
  'GET /v1/bulk-runs/{run}/events': { asks: { path: { run: string } }; answer: Response };
  /** Download what became of each row */
  'GET /v1/bulk-runs/{run}/result': {
    asks: { path: { run: string }; headers?: { 'Accept-Language'?: string } };
    answer: Response;
  };
  /** The rows of a run, in the order of the file, each with all that is wrong with it. */
  'GET /v1/bulk-runs/{run}/rows': {
    asks: {
      path: { run: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Only rows in this state. */
        state?: 'faulty' | 'ready' | 'done' | 'refused' | 'cancelled';
      };
    };
    answer: BulkRowsJson;
  };
  /** How does it stand with my account? */
  'GET /v1/clients-abroad/account': { asks: Record<never, never>; answer: AccountJson };
  /** Open an account */
  'POST /v1/clients-abroad/account': {
    asks: { headers: { 'Idempotency-Key': string }; body: OpenAccount };
    answer: BeingCheckedJson;
  };
  /** Use the code from a letter */
  'POST /v1/clients-abroad/account/code': {
    asks: { headers: { 'Idempotency-Key': string }; body: RedeemCode };
    answer: RedeemedJson;
  };
  /** Link my account to my citizen service number */
  'POST /v1/clients-abroad/account/link': {
    asks: { headers: { 'Idempotency-Key': string }; body: LinkAccount };
    answer: BeingCheckedJson;
  };
  /** Ask for access without a means of sign-in */
  'POST /v1/clients-abroad/onboarding-requests': { asks: { body: RequestOnboarding }; answer: ReceivedJson };
  /** Enter a request that came on paper */
  'POST /v1/clients-abroad/onboardings': {
    asks: { headers: { 'Idempotency-Key': string }; body: EnterOnboarding };
    answer: IdentityCaseJson;
  };
  /** A code to show that another sign-in is yours too */
  'POST /v1/clients-abroad/rebinding-codes': {
    asks: { headers: { 'Idempotency-Key': string }; body: AnnounceMeans };
    answer: RebindingCodeJson;
  };
  /** Add this means of sign-in to the account that I have */
  'POST /v1/clients-abroad/rebindings': {
    asks: { headers: { 'Idempotency-Key': string }; body: RequestRebinding };
    answer: BeingCheckedJson;
  };
  /** The court orders that you may see */
  'GET /v1/court-orders': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** The state as it is now. */
        state?:
          | 'registered'
          | 'in-verification'
          | 'supplement-requested'
          | 'rejected'
          | 'withdrawn'
          | 'verified'
          | 'active'
          | 'suspended'
          | 'ended';
        /** The ward. */
        client?: string;
        /** The measure. */
        ground?: 'curatele' | 'bewind' | 'mentorschap' | 'provisional';
        /** `waiting` is the officials’ queue: what waits for verification, longest first. */
        sort?: 'newest' | 'waiting';
      };
    };
    answer: CourtOrdersJson;
  };
  /** Hand in the court order by which you are a guardian */
  'POST /v1/court-orders': {
    asks: { headers: { 'Idempotency-Key': string }; body: RegisterOrder };
    answer: CourtOrderJson;
  };
  /** One court order: to the ward with what his guardian did, to an official with what to compare */
  'GET /v1/court-orders/{order}': { asks: { path: { order: string } }; answer: OpenedOrderJson };
  /** Approve an order; with the second official it works */
  'POST /v1/court-orders/{order}/approval': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string }; body: ApproveOrder };
    answer: CourtOrderJson;
  };
  /** Enter a suspension, an end or a shorter term that a court decided */
  'POST /v1/court-orders/{order}/changes': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string }; body: ChangeOrder };
    answer: CourtOrderJson;
  };
  /** What verifying this order would end, narrow or leave, and what stands in its way */
  'GET /v1/court-orders/{order}/consequences': {
    asks: { path: { order: string } };
    answer: ConsequencesJson;
  };
  /** The order itself, as it was handed in */
  'GET /v1/court-orders/{order}/evidence/{evidence}': {
    asks: { path: { order: string; evidence: string } };
    answer: Response;
  };
  /** Ask the judiciary’s register now */
  'POST /v1/court-orders/{order}/register-check': {
    asks: { path: { order: string } };
    answer: CourtOrderJson;
  };
  /** Reject an order; the office reads why */
  'POST /v1/court-orders/{order}/rejection': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string }; body: AnswerOrder };
    answer: CourtOrderJson;
  };
  /** Tell the order anew, after an official asked for a supplement */
  'POST /v1/court-orders/{order}/supplement': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string }; body: SupplementOrder };
    answer: CourtOrderJson;
  };
  /** Ask the office for what is missing */
  'POST /v1/court-orders/{order}/supplement-request': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string }; body: AnswerOrder };
    answer: CourtOrderJson;
  };
  /** Take back an order before it is verified */
  'POST /v1/court-orders/{order}/withdrawal': {
    asks: { path: { order: string }; headers: { 'Idempotency-Key': string } };
    answer: CourtOrderJson;
  };
  /** What the register told, and what became of it */
  'GET /v1/court-register-reports': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** What became of it. `waits` is the officials’ queue. */
        outcome?: 'new' | 'applied' | 'known' | 'waits' | 'set-aside';
      };
    };
    answer: ReportsJson;
  };
  /** Tell that a court decided something about a measure */
  'POST /v1/court-register-reports': { asks: { body: ReportedChange }; answer: TakenReportJson };
  /** Set aside a report that waits, after doing by hand what it comes down to, or one told by mistake */
  'POST /v1/court-register-reports/{report}/settlement': {
    asks: { path: { report: string }; headers: { 'Idempotency-Key': string }; body: SettleReport };
    answer: ReportJson;
  };
  /** Which systems may ask for decisions? */
  'GET /v1/decision-callers': { asks: Record<never, never>; answer: DecisionCallersJson };
  /** Let a system ask for decisions, or correct what it may ask */
  'PUT /v1/decision-callers/{oin}': {
    asks: { path: { oin: string }; body: RegisterDecisionCaller };
    answer: undefined;
  };
  /** End that a system may ask for decisions */
  'DELETE /v1/decision-callers/{oin}': { asks: { path: { oin: string } }; answer: undefined };
  /** Take up the employment that you were invited to, with the code that you were given. */
  'POST /v1/employments': {
    asks: { headers: { 'Idempotency-Key': string }; body: AcceptEmployment };
    answer: EmploymentJson;
  };
  /** What waits for an official, and since when? */
  'GET /v1/identity-cases': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** What is to be found out. */
        kind?: 'account' | 'link' | 'rebinding' | 'onboarding';
        /** How far it is. `waiting` is the work of officials. */
        state?: 'checking' | 'waiting' | 'granted' | 'refused';
      };
    };
    answer: IdentityCasesJson;
  };
  /** A case, with candidates and evidence beside it */
  'GET /v1/identity-cases/{identityCase}': {
    asks: { path: { identityCase: string } };
    answer: OpenedCaseJson;
  };
  /** Agree with whose inbox another official proposes to open */
  'POST /v1/identity-cases/{identityCase}/confirmation': {
    asks: { path: { identityCase: string }; headers: { 'Idempotency-Key': string }; body: ConfirmCase };
    answer: IdentityCaseJson;
  };
  /** Refuse, grant, or propose whose inbox it opens, with a reason */
  'POST /v1/identity-cases/{identityCase}/decision': {
    asks: { path: { identityCase: string }; headers: { 'Idempotency-Key': string }; body: DecideCase };
    answer: IdentityCaseJson;
  };
  /** A copy of evidence */
  'GET /v1/identity-cases/{identityCase}/evidence/{evidence}': {
    asks: { path: { identityCase: string; evidence: string } };
    answer: Response;
  };
  /** Send a second letter with a new code */
  'POST /v1/identity-cases/{identityCase}/letter': {
    asks: { path: { identityCase: string }; headers: { 'Idempotency-Key': string } };
    answer: IdentityCaseJson;
  };
  /** Undo what was decided wrongly */
  'POST /v1/identity-cases/{identityCase}/undo': {
    asks: { path: { identityCase: string }; headers: { 'Idempotency-Key': string }; body: WhyCase };
    answer: IdentityCaseJson;
  };
  /** Your saved views, and those that your office shares */
  'GET /v1/inbox-views': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: SavedViewsJson;
  };
  /** Keep a question to the list of messages */
  'POST /v1/inbox-views': {
    asks: { headers: { 'Idempotency-Key': string }; body: SaveView };
    answer: SavedViewJson;
  };
  /** One saved view */
  'GET /v1/inbox-views/{view}': { asks: { path: { view: string } }; answer: SavedViewJson };
  /** Change a saved view */
  'PUT /v1/inbox-views/{view}': {
    asks: { path: { view: string }; headers?: { 'If-Match'?: string }; body: SaveView };
    answer: SavedViewJson;
  };
  /** Remove a saved view */
  'DELETE /v1/inbox-views/{view}': {
    asks: { path: { view: string }; headers?: { 'If-Match'?: string } };
    answer: undefined;
  };
  /** Which life events is an official to look at? */
  'GET /v1/life-events': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Those that an official is to look at, or all. */
        which?: 'open' | 'all';
        /** Only of this client. */
        client?: string;
      };
    };
    answer: LifeEventsJson;
  };
  /** Tell what happened in the life of a person */
  'POST /v1/life-events': { asks: { body: ReportLifeEvent }; answer: undefined };
  /** Settle a life event that is not clear */
  'POST /v1/life-events/{event}/resolution': {
    asks: { path: { event: string }; headers: { 'Idempotency-Key': string }; body: ResolveLifeEvent };
    answer: LifeEventJson;
  };
  /** Ask a client for a mandate */
  'POST /v1/mandate-requests': {
    asks: { headers: { 'Idempotency-Key': string }; body: RequestMandate };
    answer: MandateJson;
  };
  /** The mandates in force, how they are used, and which are due for the yearly look */
  'GET /v1/mandate-reviews': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Only those whose review is due, or only those whose review is not. */
        due?: boolean;
        /** Only those that nobody used for so many months: no message read, marked, archived, downloaded, taken in hand or handled. */
        unusedMonths?: number;
        /** Only those that end within so many days. */
        endsWithinDays?: number;
        /** Only clients whom this employee handles, also through a team. */
        handler?: string;
        /** Only this client. */
        client?: string;
        /** By the day of the review, or by the end; earliest first. */
        sort?: 'due' | 'end';
      };
    };
    answer: MandateReviewsJson;
  };
  /** Say that mandates are still needed */
  'POST /v1/mandate-reviews/_confirm': {
    asks: { headers: { 'Idempotency-Key': string }; body: ConfirmMandates };
    answer: ReviewAnswersJson;
  };
  /** End mandates as the office, many at once */
  'POST /v1/mandate-reviews/_end': {
    asks: { headers: { 'Idempotency-Key': string }; body: EndMandates };
    answer: ReviewAnswersJson;
  };
  /** The same list as a file for a spreadsheet */
  'GET /v1/mandate-reviews/_export': {
    asks: {
      query?: {
        /** Only those whose review is due, or only those whose review is not. */
        due?: boolean;
        /** Only those that nobody used for so many months: no message read, marked, archived, downloaded, taken in hand or handled. */
        unusedMonths?: number;
        /** Only those that end within so many days. */
        endsWithinDays?: number;
        /** Only clients whom this employee handles, also through a team. */
        handler?: string;
        /** Only this client. */
        client?: string;
        /** By the day of the review, or by the end; earliest first. */
        sort?: 'due' | 'end';
      };
      headers?: { 'Accept-Language'?: string };
    };
    answer: Response;
  };
  /** The mandates that you may see, newest first */
  'GET /v1/mandates': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** The state as it is now. */
        state?:
          | 'requested'
          | 'offered'
          | 'active'
          | 'suspended'
          | 'declined'
          | 'lapsed'
          | 'withdrawn'
          | 'revoked'
          | 'renounced'
          | 'expired'
          | 'ended';
        /** The client; to an office, of what he gave. */
        client?: string;
        /** The organisation. */
        organisation?: string;
        /** A sender that an open line names. */
        sender?: string;
        /** A category that an open line names. */
        category?: 'financial' | 'care' | 'other' | 'all';
      };
    };
    answer: MandatesJson;
  };
  /** Give a recognised organisation a mandate yourself */
  'POST /v1/mandates': {
    asks: { headers: { 'Idempotency-Key': string }; body: GrantMandate };
    answer: MandateJson;
  };
  /** The mandates that you may see, in a file for a spreadsheet */
  'GET /v1/mandates/_export': {
    asks: {
      query?: {
        /** The state as it is now. */
        state?:
          | 'requested'
          | 'offered'
          | 'active'
          | 'suspended'
          | 'declined'
          | 'lapsed'
          | 'withdrawn'
          | 'revoked'
          | 'renounced'
          | 'expired'
          | 'ended';
        /** The client; to an office, of what he gave. */
        client?: string;
        /** The organisation. */
        organisation?: string;
        /** A sender that an open line names. */
        sender?: string;
        /** A category that an open line names. */
        category?: 'financial' | 'care' | 'other' | 'all';
      };
      headers?: { 'Accept-Language'?: string };
    };
    answer: Response;
  };
  /** What would these scope lines open? */
  'POST /v1/mandates/_preview': { asks: { body: PreviewWish }; answer: PreviewJson };
  /** One mandate */
  'GET /v1/mandates/{mandate}': { asks: { path: { mandate: string } }; answer: MandateJson };
  /** Enter the code that the client handed over */
  'POST /v1/mandates/{mandate}/activation': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: ActivateMandate };
    answer: MandateJson;
  };
  /** Consent to what an office asked for */
  'POST /v1/mandates/{mandate}/consent': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string } };
    answer: MandateJson;
  };
  /** By how many people of the office your mandate is used, and when a colleague stands in. */
  'GET /v1/mandates/{mandate}/handlers': { asks: { path: { mandate: string } }; answer: HandlersJson };
  /** What happened to this mandate, and by whom? */
  'GET /v1/mandates/{mandate}/history': {
    asks: {
      path: { mandate: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: MandateHistoryJson;
  };
  /** Make a mandate smaller, at once */
  'POST /v1/mandates/{mandate}/narrowing': {
    asks: {
      path: { mandate: string };
      headers: { 'If-Match'?: string; 'Idempotency-Key': string };
      body: NarrowMandate;
    };
    answer: MandateJson;
  };
  /** What does consent to this mandate open? */
  'GET /v1/mandates/{mandate}/preview': { asks: { path: { mandate: string } }; answer: PreviewJson };
  /** Decline what an office asked for */
  'POST /v1/mandates/{mandate}/refusal': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string } };
    answer: MandateJson;
  };
  /** Ask the client to go on after the end */
  'POST /v1/mandates/{mandate}/renewal': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: RenewMandate };
    answer: MandateJson;
  };
  /** End a mandate as the office */
  'POST /v1/mandates/{mandate}/renunciation': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string } };
    answer: MandateJson;
  };
  /** Let a suspended mandate go on */
  'POST /v1/mandates/{mandate}/resumption': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: ReasonGiven };
    answer: MandateJson;
  };
  /** Revoke a mandate: the very next request of the office is refused */
  'POST /v1/mandates/{mandate}/revocation': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: RevokeMandate };
    answer: MandateJson;
  };
  /** End one scope line */
  'POST /v1/mandates/{mandate}/scope-lines/{line}/end': {
    asks: {
      path: { mandate: string; line: string };
      headers: { 'If-Match'?: string; 'Idempotency-Key': string };
    };
    answer: MandateJson;
  };
  /** What judges keep from representatives of the client of this mandate. */
  'GET /v1/mandates/{mandate}/shields': {
    asks: {
      path: { mandate: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Also those that were ended. */
        past?: boolean;
      };
    };
    answer: ShieldsJson;
  };
  /** Enter that a judge keeps something from this guardian. */
  'POST /v1/mandates/{mandate}/shields': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: OrderShield };
    answer: ShieldJson;
  };
  /** Enter that a judge ended it. */
  'POST /v1/mandates/{mandate}/shields/{shield}/end': {
    asks: {
      path: { mandate: string; shield: string };
      headers: { 'Idempotency-Key': string };
      body: LiftShield;
    };
    answer: ShieldJson;
  };
  /** A signed statement of a mandate that is in force, to show elsewhere */
  'POST /v1/mandates/{mandate}/statements': {
    asks: {
      path: { mandate: string };
      headers: {
        'Accept-Language'?: string;
        'Idempotency-Key': string;
        Accept?: 'application/json' | 'application/pdf';
      };
      body: MakeStatement;
    };
    answer: StatementJson | Response;
  };
  /** Suspend a mandate */
  'POST /v1/mandates/{mandate}/suspension': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: ReasonGiven };
    answer: MandateJson;
  };
  /** Ask to finish what cannot wait, after the mandate ended */
  'POST /v1/mandates/{mandate}/urgent-acts': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string }; body: AskUrgentActs };
    answer: UrgentActJson;
  };
  /** Take your office’s request back */
  'POST /v1/mandates/{mandate}/withdrawal': {
    asks: { path: { mandate: string }; headers: { 'Idempotency-Key': string } };
    answer: MandateJson;
  };
  /** Who am I to this service? */
  'GET /v1/me': { asks: Record<never, never>; answer: MeJson };
  /** With what can one sign in to my account? */
  'GET /v1/me/means': { asks: Record<never, never>; answer: MeansListJson };
  /** End a means of sign-in of my account */
  'POST /v1/me/means/{means}/end': {
    asks: { path: { means: string }; headers: { 'Idempotency-Key': string } };
    answer: EndedMeansJson;
  };
  /** In which language and time zone am I told things? */
  'GET /v1/me/preferences': { asks: Record<never, never>; answer: PreferencesJson };
  /** Choose a language and a time zone */
  'PUT /v1/me/preferences': { asks: { body: PutPreferences }; answer: PreferencesJson };
  /** End a means of sign-in of a client, with a reason */
  'POST /v1/means/{means}/end': {
    asks: { path: { means: string }; headers: { 'Idempotency-Key': string }; body: EndMeans };
    answer: EndedMeansJson;
  };
  /** Which messages are there? */
  'GET /v1/messages': {
    asks: {
      query?: {
        /** Of this client only. */
        client?: string;
        /** From this sender only. */
        sender?: string;
        /** About this only. */
        category?: 'financial' | 'care' | 'other';
        /** Only what you did not read yet, or only what you did (R35). */
        unread?: boolean;
        /** For an office: only what nobody of it read yet, or only what somebody did. */
        unreadByOffice?: boolean;
        /** Only what you archived, or only what you did not. */
        archived?: boolean;
        /** Only with attachments, or only without. */
        attached?: boolean;
        /** Delivered on this Dutch day or later. */
        from?: string;
        /** Delivered before this Dutch day. */
        until?: string;
        /** Only what is not handled and asks for a reply within so many days, or did already. */
        replyWithin?: number;
        /** Only what is not handled and whose day to reply has passed, or only what is not. */
        overdue?: boolean;
        /** Only what asks for a reply of this kind. */
        replyKind?: 'objection' | 'payment' | 'information';
        /** For an office: in whose hands the message is. */
        holder?: 'me' | 'my-team' | 'nobody';
        /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
        handler?: 'me' | 'my-team' | 'nobody';
        /** For an office: how far the work on it is. */
        work?: 'open' | 'taken' | 'handled';
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for. */
        sort?: 'newest' | 'reply-by';
      };
    };
    answer: MessagesJson;
  };
  /** Deliver a message to a citizen */
  'POST /v1/messages': {
    asks: { headers: { 'Idempotency-Key': string }; body: DeliverMessage };
    answer: DeliveredJson;
  };
  /** How many messages are there for each filter? */
  'GET /v1/messages/_counts': {
    asks: {
      query?: {
        /** Of this client only. */
        client?: string;
        /** From this sender only. */
        sender?: string;
        /** About this only. */
        category?: 'financial' | 'care' | 'other';
        /** Only what you did not read yet, or only what you did (R35). */
        unread?: boolean;
        /** For an office: only what nobody of it read yet, or only what somebody did. */
        unreadByOffice?: boolean;
        /** Only what you archived, or only what you did not. */
        archived?: boolean;
        /** Only with attachments, or only without. */
        attached?: boolean;
        /** Delivered on this Dutch day or later. */
        from?: string;
        /** Delivered before this Dutch day. */
        until?: string;
        /** Only what is not handled and asks for a reply within so many days, or did already. */
        replyWithin?: number;
        /** Only what is not handled and whose day to reply has passed, or only what is not. */
        overdue?: boolean;
        /** Only what asks for a reply of this kind. */
        replyKind?: 'objection' | 'payment' | 'information';
        /** For an office: in whose hands the message is. */
        holder?: 'me' | 'my-team' | 'nobody';
        /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
        handler?: 'me' | 'my-team' | 'nobody';
        /** For an office: how far the work on it is. */
        work?: 'open' | 'taken' | 'handled';
        /** Only this number, which comes sooner than all of them. */
        only?:
          | 'all'
          | 'unread'
          | 'unreadByOffice'
          | 'overdue'
          | 'replyWithinWeek'
          | 'heldByMe'
          | 'heldByNobody'
          | 'attached'
          | 'financial'
          | 'care'
          | 'other';
      };
    };
    answer: CountsJson;
  };
  /** Which clients have messages, and how many? */
  'GET /v1/messages/_counts/clients': {
    asks: {
      query?: {
        /** From this sender only. */
        sender?: string;
        /** About this only. */
        category?: 'financial' | 'care' | 'other';
        /** Only what you did not read yet, or only what you did (R35). */
        unread?: boolean;
        /** For an office: only what nobody of it read yet, or only what somebody did. */
        unreadByOffice?: boolean;
        /** Only what you archived, or only what you did not. */
        archived?: boolean;
        /** Only with attachments, or only without. */
        attached?: boolean;
        /** Delivered on this Dutch day or later. */
        from?: string;
        /** Delivered before this Dutch day. */
        until?: string;
        /** Only what is not handled and asks for a reply within so many days, or did already. */
        replyWithin?: number;
        /** Only what is not handled and whose day to reply has passed, or only what is not. */
        overdue?: boolean;
        /** Only what asks for a reply of this kind. */
        replyKind?: 'objection' | 'payment' | 'information';
        /** For an office: in whose hands the message is. */
        holder?: 'me' | 'my-team' | 'nobody';
        /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
        handler?: 'me' | 'my-team' | 'nobody';
        /** For an office: how far the work on it is. */
        work?: 'open' | 'taken' | 'handled';
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: ClientsWithMessagesJson;
  };
  /** How many messages are there of each of these clients? */
  'POST /v1/messages/_counts/clients': { asks: { body: CountedClients }; answer: ClientCountsJson };
  /** Who has how many messages in hand that ask for a reply? */
  'GET /v1/messages/_counts/due': { asks: Record<never, never>; answer: DueCountsJson };
  /** How many messages are there of each sender? */
  'GET /v1/messages/_counts/senders': {
    asks: {
      query?: {
        /** Of this client only. */
        client?: string;
        /** From this sender only. */
        sender?: string;
        /** About this only. */
        category?: 'financial' | 'care' | 'other';
        /** Only what you did not read yet, or only what you did (R35). */
        unread?: boolean;
        /** For an office: only what nobody of it read yet, or only what somebody did. */
        unreadByOffice?: boolean;
        /** Only what you archived, or only what you did not. */
        archived?: boolean;
        /** Only with attachments, or only without. */
        attached?: boolean;
        /** Delivered on this Dutch day or later. */
        from?: string;
        /** Delivered before this Dutch day. */
        until?: string;
        /** Only what is not handled and asks for a reply within so many days, or did already. */
        replyWithin?: number;
        /** Only what is not handled and whose day to reply has passed, or only what is not. */
        overdue?: boolean;
        /** Only what asks for a reply of this kind. */
        replyKind?: 'objection' | 'payment' | 'information';
        /** For an office: in whose hands the message is. */
        holder?: 'me' | 'my-team' | 'nobody';
        /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
        handler?: 'me' | 'my-team' | 'nobody';
        /** For an office: how far the work on it is. */
        work?: 'open' | 'taken' | 'handled';
      };
    };
    answer: SenderCountsJson;
  };
  /** Download messages with their attachments in one file */
  'POST /v1/messages/_download': {
    asks: { headers?: { 'Accept-Language'?: string }; body: Selection };
    answer: Response;
  };
  /** The list of messages in a file for a spreadsheet */
  'GET /v1/messages/_export': {
    asks: {
      query?: {
        /** Of this client only. */
        client?: string;
        /** From this sender only. */
        sender?: string;
        /** About this only. */
        category?: 'financial' | 'care' | 'other';
        /** Only what you did not read yet, or only what you did (R35). */
        unread?: boolean;
        /** For an office: only what nobody of it read yet, or only what somebody did. */
        unreadByOffice?: boolean;
        /** Only what you archived, or only what you did not. */
        archived?: boolean;
        /** Only with attachments, or only without. */
        attached?: boolean;
        /** Delivered on this Dutch day or later. */
        from?: string;
        /** Delivered before this Dutch day. */
        until?: string;
        /** Only what is not handled and asks for a reply within so many days, or did already. */
        replyWithin?: number;
        /** Only what is not handled and whose day to reply has passed, or only what is not. */
        overdue?: boolean;
        /** Only what asks for a reply of this kind. */
        replyKind?: 'objection' | 'payment' | 'information';
        /** For an office: in whose hands the message is. */
        holder?: 'me' | 'my-team' | 'nobody';
        /** For an office: whose client it is. `me`: assigned to you, or to a colleague for whom you stand in today; `my-team`: to a team of yours, or of such a colleague; `nobody`: to nobody who is at work. */
        handler?: 'me' | 'my-team' | 'nobody';
        /** For an office: how far the work on it is. */
        work?: 'open' | 'taken' | 'handled';
        /** Newest first, or what asks for a reply and is not handled, the most urgent first. Without it: the latter when a day to reply is asked for. */
        sort?: 'newest' | 'reply-by';
      };
      headers?: { 'Accept-Language'?: string };
    };
    answer: Response;
  };
  /** What a search finds in a file for a spreadsheet */
  'POST /v1/messages/_export': {
    asks: { headers?: { 'Accept-Language'?: string }; body: ExportFoundMessages };
    answer: Response;
  };
  /** Look for words in messages */
  'POST /v1/messages/_search': { asks: { body: SearchMessages }; answer: MessagesJson };
  /** Open a message */
  'GET /v1/messages/{message}': { asks: { path: { message: string } }; answer: OpenedMessageJson };
  /** Put a message in your archive */
  'PUT /v1/messages/{message}/archive-mark': { asks: { path: { message: string } }; answer: undefined };
  /** Take a message out of your archive */
  'DELETE /v1/messages/{message}/archive-mark': { asks: { path: { message: string } }; answer: undefined };
  /** Download an attachment */
  'GET /v1/messages/{message}/attachments/{attachment}': {
    asks: { path: { message: string; attachment: string } };
    answer: Response;
  };
  /** Give a message to a colleague */
  'POST /v1/messages/{message}/giving': {
    asks: { path: { message: string }; headers: { 'Idempotency-Key': string }; body: GiveMessage };
    answer: WorkStateJson;
  };
  /** Say that a message was dealt with */
  'POST /v1/messages/{message}/handling': {
    asks: { path: { message: string }; headers: { 'Idempotency-Key': string }; body: HandleMessage };
    answer: WorkStateJson;
  };
  /** Mark a message as read by you */
  'PUT /v1/messages/{message}/read-mark': { asks: { path: { message: string } }; answer: undefined };
  /** Mark a message as not read by you */
  'DELETE /v1/messages/{message}/read-mark': { asks: { path: { message: string } }; answer: undefined };
  /** Put a message down */
  'POST /v1/messages/{message}/release': {
    asks: { path: { message: string }; headers: { 'Idempotency-Key': string }; body: MoveMessage };
    answer: WorkStateJson;
  };
  /** Say that a message was not dealt with after all */
  'POST /v1/messages/{message}/reopening': {
    asks: { path: { message: string }; headers: { 'Idempotency-Key': string }; body: ReopenMessage };
    answer: WorkStateJson;
  };
  /** Take a message in hand */
  'POST /v1/messages/{message}/taking': {
    asks: { path: { message: string }; headers: { 'Idempotency-Key': string }; body: MoveMessage };
    answer: WorkStateJson;
  };
  /** Who has this message in hand, and what was done with it? */
  'GET /v1/messages/{message}/work': {
    asks: {
      path: { message: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: MessageWorkJson;
  };
  /** What you are to hear of mandates, newest first */
  'GET /v1/notices': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Only of this kind. */
        kind?:
          | 'ending-90'
          | 'ending-30'
          | 'ending-7'
          | 'unused-warning'
          | 'unused-ended'
          | 'review-due'
          | 'client-died'
          | 'representative-died'
          | 'moved-abroad'
          | 'came-back'
          | 'moved'
          | 'name-changed'
          | 'came-of-age'
          | 'curatele-reported'
          | 'guardianship-began'
          | 'guardianship-suspended'
          | 'guardianship-resumed'
          | 'guardianship-ended'
          | 'guardianship-shared'
          | 'guardianship-shut'
          | 'ended-by-guardianship'
          | 'narrowed-by-guardianship'
          | 'urgent-acts-allowed'
          | 'urgent-acts-refused'
          | 'given-on-paper'
          | 'means-added'
          | 'revoked'
          | 'renounced'
          | 'renewal-declined'
          | 'renewal-withdrawn'
          | 'cover-lapsed';
        /** Only about mandates of this client. */
        client?: string;
      };
    };
    answer: NoticesJson;
  };
  /** The officials, with their standing */
  'GET /v1/officials': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Their standing. */
        standing?: 'active' | 'suspended';
      };
    };
    answer: OfficialsJson;
  };
  /** Enter an official in the register */
  'POST /v1/officials': {
    asks: { headers: { 'Idempotency-Key': string }; body: EnterOfficial };
    answer: OfficialJson;
  };
  /** End the suspension of a colleague */
  'POST /v1/officials/{official}/reinstatement': {
    asks: { path: { official: string }; headers: { 'Idempotency-Key': string }; body: StandingReason };
    answer: OfficialJson;
  };
  /** Suspend a colleague: he is refused everywhere from his next request on */
  'POST /v1/officials/{official}/suspension': {
    asks: { path: { official: string }; headers: { 'Idempotency-Key': string }; body: StandingReason };
    answer: OfficialJson;
  };
  /** This description */
  'GET /v1/openapi.json': { asks: Record<never, never>; answer: Record<string, unknown> };
  /** What was given on paper: what waits, and since when */
  'GET /v1/paper-mandates': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** `waiting` is the work of officials, longest first. */
        state?: 'waiting' | 'confirmed' | 'rejected';
        /** The client. */
        client?: string;
        /** The reference in the letter that confirmed it; spaces, hyphens and case do not matter. */
        reference?: string;
      };
    };
    answer: PaperMandatesJson;
  };
  /** Enter what a client abroad signed */
  'POST /v1/paper-mandates': {
    asks: { headers: { 'Idempotency-Key': string }; body: EnterPaperMandate };
    answer: PaperMandateJson;
  };
  /** One, with the copies beside what was entered */
  'GET /v1/paper-mandates/{paperMandate}': {
    asks: { path: { paperMandate: string } };
    answer: OpenedPaperMandateJson;
  };
  /** Confirm it: the mandate begins, and a letter goes to the client */
  'POST /v1/paper-mandates/{paperMandate}/confirmation': {
    asks: {
      path: { paperMandate: string };
      headers: { 'Idempotency-Key': string };
      body: DecidePaperMandate;
    };
    answer: PaperMandateJson;
  };
  /** The paper itself, or the identity document */
  'GET /v1/paper-mandates/{paperMandate}/evidence/{evidence}': {
    asks: { path: { paperMandate: string; evidence: string } };
    answer: Response;
  };
  /** What would confirming it let the representative read, and what stands in the way? */
  'GET /v1/paper-mandates/{paperMandate}/preview': {
    asks: { path: { paperMandate: string } };
    answer: PaperPreviewJson;
  };
  /** Reject it, with a reason */
  'POST /v1/paper-mandates/{paperMandate}/rejection': {
    asks: {
      path: { paperMandate: string };
      headers: { 'Idempotency-Key': string };
      body: DecidePaperMandate;
    };
    answer: PaperMandateJson;
  };
  /** Every problem code and what it means */
  'GET /v1/problems': { asks: Record<never, never>; answer: readonly ProblemMeaningJson[] };
  /** What a problem code means */
  'GET /v1/problems/{code}': { asks: { path: { code: string } }; answer: ProblemMeaningJson };
  /** Find organisations by name and standing. */
  'GET /v1/representative-organisations': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Part of the name; accents and capitals do not matter. */
        name?: string;
        /** Only this standing. Others than officials find recognised organisations only. */
        standing?: 'registered' | 'recognised' | 'suspended';
      };
    };
    answer: OrganisationsJson;
  };
  /** Register the office of your KvK number; you become its first administrator. */
  'POST /v1/representative-organisations': {
    asks: { headers: { 'Idempotency-Key': string }; body: RegisterOrganisation };
    answer: OrganisationJson;
  };
  /** See one organisation. */
  'GET /v1/representative-organisations/{organisation}': {
    asks: { path: { organisation: string } };
    answer: OrganisationJson;
  };
  /** Assign a client to an employee or a team. */
  'POST /v1/representative-organisations/{organisation}/assignments': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string }; body: AssignClient };
    answer: AssignmentJson;
  };
  /** Assign, move or unassign up to 5,000 clients at once. */
  'POST /v1/representative-organisations/{organisation}/assignments/_bulk': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string }; body: ReassignClients };
    answer: ReassignmentJson;
  };
  /** End an assignment. */
  'DELETE /v1/representative-organisations/{organisation}/assignments/{assignment}': {
    asks: { path: { organisation: string; assignment: string } };
    answer: undefined;
  };
  /** The clients of your office: all for an administrator, else those assigned to you or your team. */
  'GET /v1/representative-organisations/{organisation}/clients': {
    asks: {
      path: { organisation: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Only clients whom nobody handles, or only those whom somebody does. */
        withoutHandler?: boolean;
        /** Only clients whom this employee handles, also through a team. */
        employee?: string;
        /** Only clients of this team. */
        team?: string;
      };
    };
    answer: OfficeClientsJson;
  };
  /** The clients of your office that you may see, in a file for a spreadsheet */
  'GET /v1/representative-organisations/{organisation}/clients/_export': {
    asks: {
      path: { organisation: string };
      query?: {
        /** Only clients whom nobody handles, or only those whom somebody does. */
        withoutHandler?: boolean;
        /** Only clients whom this employee handles, also through a team. */
        employee?: string;
        /** Only clients of this team. */
        team?: string;
      };
      headers?: { 'Accept-Language'?: string };
    };
    answer: Response;
  };
  /** Those of these clients whose name or reference has the words that you look for. */
  'POST /v1/representative-organisations/{organisation}/clients/_search': {
    asks: { path: { organisation: string }; body: SearchOfficeClients };
    answer: OfficeClientsJson;
  };
  /** Who stands in for whom in your office. */
  'GET /v1/representative-organisations/{organisation}/covers': {
    asks: {
      path: { organisation: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Also those that are over, were ended, or give nothing any more. */
        past?: boolean;
      };
    };
    answer: CoversJson;
  };
  /** Have a colleague stand in for someone who is away. */
  'POST /v1/representative-organisations/{organisation}/covers': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string }; body: ArrangeCover };
    answer: ArrangedCoverJson;
  };
  /** How many clients a cover would give to whom, and what the substitute cannot do for them. */
  'POST /v1/representative-organisations/{organisation}/covers/_preview': {
    asks: { path: { organisation: string }; body: ArrangeCover };
    answer: CoverPreviewJson;
  };
  /** End a cover before its time; it gives nothing from the next request on. */
  'POST /v1/representative-organisations/{organisation}/covers/{cover}/end': {
    asks: { path: { organisation: string; cover: string }; headers: { 'Idempotency-Key': string } };
    answer: CoverJson;
  };
  /** The people of your office; who left too. */
  'GET /v1/representative-organisations/{organisation}/employees': {
    asks: {
      path: { organisation: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: EmployeesJson;
  };
  /** Invite someone to work in your office; hand the code over yourself. */
  'POST /v1/representative-organisations/{organisation}/employees': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string }; body: InviteEmployee };
    answer: InvitationJson;
  };
  /** Someone leaves: he loses all access at once, and you see whom nobody handles any more. */
  'POST /v1/representative-organisations/{organisation}/employees/{employee}/departure': {
    asks: { path: { organisation: string; employee: string }; headers: { 'Idempotency-Key': string } };
    answer: DepartureJson;
  };
  /** Give an employee another role. */
  'PUT /v1/representative-organisations/{organisation}/employees/{employee}/role': {
    asks: { path: { organisation: string; employee: string }; body: ChangeRole };
    answer: undefined;
  };
  /** Recognise an organisation, so that it may act for clients. */
  'POST /v1/representative-organisations/{organisation}/recognition': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string } };
    answer: OrganisationJson;
  };
  /** Suspend an organisation: at once it reads nothing of clients any more, and can only end its mandates. */
  'POST /v1/representative-organisations/{organisation}/suspension': {
    asks: {
      path: { organisation: string };
      headers: { 'Idempotency-Key': string };
      body: SuspendOrganisation;
    };
    answer: OrganisationJson;
  };
  /** The teams of your office, with who is in them. */
  'GET /v1/representative-organisations/{organisation}/teams': {
    asks: {
      path: { organisation: string };
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: TeamsJson;
  };
  /** Make a team. */
  'POST /v1/representative-organisations/{organisation}/teams': {
    asks: { path: { organisation: string }; headers: { 'Idempotency-Key': string }; body: NameTeam };
    answer: TeamJson;
  };
  /** End a team; its assignments end with it. The answer names who is handled by nobody now. */
  'DELETE /v1/representative-organisations/{organisation}/teams/{team}': {
    asks: { path: { organisation: string; team: string } };
    answer: DissolutionJson;
  };
  /** Put an employee in a team. */
  'PUT /v1/representative-organisations/{organisation}/teams/{team}/members/{employee}': {
    asks: { path: { organisation: string; team: string; employee: string } };
    answer: undefined;
  };
  /** Take an employee out of a team. */
  'DELETE /v1/representative-organisations/{organisation}/teams/{team}/members/{employee}': {
    asks: { path: { organisation: string; team: string; employee: string } };
    answer: undefined;
  };
  /** Give a team another name. */
  'PUT /v1/representative-organisations/{organisation}/teams/{team}/name': {
    asks: { path: { organisation: string; team: string }; body: NameTeam };
    answer: undefined;
  };
  /** How many clients each employee and each team has, and how many have nobody. */
  'GET /v1/representative-organisations/{organisation}/workload': {
    asks: { path: { organisation: string } };
    answer: WorkloadJson;
  };
  /** The templates of your office. */
  'GET /v1/scope-templates': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: ScopeTemplatesJson;
  };
  /** Say what a template means. */
  'PUT /v1/scope-templates/{name}': {
    asks: { path: { name: string }; body: PutTemplate };
    answer: undefined;
  };
  /** End a template. */
  'DELETE /v1/scope-templates/{name}': { asks: { path: { name: string } }; answer: undefined };
  /** Who may no longer act for whom? */
  'GET /v1/sender-events': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
      };
    };
    answer: SenderEventsJson;
  };
  /** Say that you heard these events */
  'POST /v1/sender-events/_acknowledge': {
    asks: { headers: { 'Idempotency-Key': string }; body: AcknowledgeSenderEvents };
    answer: AcknowledgedJson;
  };
  /** Who delivers messages, and of what kinds? */
  'GET /v1/senders': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
      };
    };
    answer: SendersJson;
  };
  /** Register a sender, or correct it */
  'PUT /v1/senders/{oin}': { asks: { path: { oin: string }; body: RegisterSender }; answer: undefined };
  /** Say what kind of message a code stands for */
  'PUT /v1/senders/{oin}/message-types/{code}': {
    asks: { path: { oin: string; code: string }; body: DefineMessageType };
    answer: undefined;
  };
  /** What is kept from your representatives. */
  'GET /v1/shields': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Also those that were ended. */
        past?: boolean;
      };
    };
    answer: ShieldsJson;
  };
  /** Keep a message, a sender or a category from who represents you. */
  'POST /v1/shields': {
    asks: { headers: { 'Idempotency-Key': string }; body: MakeShield };
    answer: ShieldJson;
  };
  /** What would this hide, and from whom? */
  'POST /v1/shields/_preview': { asks: { body: MakeShield }; answer: ShieldPreviewJson };
  /** Show it to your representatives again. */
  'POST /v1/shields/{shield}/end': {
    asks: { path: { shield: string }; headers: { 'Idempotency-Key': string } };
    answer: ShieldJson;
  };
  /** By which keys does this service sign? */
  'GET /v1/signing-keys': { asks: Record<never, never>; answer: SigningKeysJson };
  /** Make the next key */
  'POST /v1/signing-keys': { asks: { headers: { 'Idempotency-Key': string } }; answer: SigningKeyJson };
  /** Trust a key no longer */
  'POST /v1/signing-keys/{kid}/withdrawal': {
    asks: { path: { kid: string }; body: WithdrawSigningKey };
    answer: undefined;
  };
  /** What a statement of a mandate says */
  'GET /v1/statement-types/mandate': { asks: Record<never, never>; answer: Record<string, unknown> };
  /** Which statements hold now */
  'GET /v1/status-lists/{list}': { asks: { path: { list: string } }; answer: Response };
  /** Who did what with my messages and authorisations? */
  'GET /v1/trail-entries': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** The first day, in the Netherlands. */
        from?: string;
        /** The first day not to show. */
        until?: string;
        /** Only what this office did, or what was done about it. */
        organisation?: string;
        /** Also when you looked at something yourself. Opening a message always shows. */
        own?: boolean;
      };
    };
    answer: OwnTrailJson;
  };
  /** Search the record. */
  'POST /v1/trail-entries/_search': { asks: { body: TrailSearch }; answer: TrailPageJson };
  /** The requests for urgent acts that you may see */
  'GET /v1/urgent-acts': {
    asks: {
      query?: {
        /** How many at most. */
        limit?: number;
        /** Where to go on: `next` of a page of this list, in this order. */
        cursor?: string;
        /** Their state. */
        state?: 'requested' | 'allowed' | 'refused';
      };
    };
    answer: UrgentActsJson;
  };
  /** Allow urgent acts: reading, and nothing else */
  'POST /v1/urgent-acts/{act}/permission': {
    asks: { path: { act: string }; headers: { 'Idempotency-Key': string }; body: DecideUrgentActs };
    answer: UrgentActJson;
  };
  /** Refuse urgent acts; the office reads why */
  'POST /v1/urgent-acts/{act}/refusal': {
    asks: { path: { act: string }; headers: { 'Idempotency-Key': string }; body: DecideUrgentActs };
    answer: UrgentActJson;
  };
}
