import type { Actor } from '../../src/domain/actor.ts';
import type { Facts, Question } from '../../src/domain/decision.ts';
import type { ReasonCode } from '../../src/domain/reasons.ts';
import { facts, ids } from './facts.ts';

/** What `decide()` answers: the ground of a permit, or a reason that the refused one is told, or that is concealed. */
export type Outcome =
  | `permit: ${'own-affairs' | 'mandate' | 'office' | 'supervision' | 'task'}`
  | `${'told' | 'concealed'}: ${ReasonCode}`;
/** One line of the table. */
export type Row = [title: string, actor: Actor, question: Question, facts: Facts, outcome: Outcome];

/** A question about the message. */
export const on = (action: 'read' | 'mark' | 'archive' | 'download'): Question => ({
  action: `inbox.${action}`,
  message: ids.message,
});
/** Those that are asked most. */
export const [read, archive, download] = [on('read'), on('archive'), on('download')];
/** A question about the work on the message. */
export const working = (action: 'work' | 'take' | 'give' | 'let-go' | 'handle' | 'reopen'): Question => ({
  action: `inbox.${action}`,
  message: ids.message,
});
/** A question about saved views. */
export const view = (action: 'see' | 'keep' | 'share' | 'manage'): Question => ({
  action: `inbox-view.${action}`,
});
/** A question about the list of Yasmina's messages. */
export const list: Question = { action: 'inbox.list', client: ids.yasmina };

/** The client is a colleague's; or nobody's. */
export const [ofColleague, ofNobody] = [
  { assigned: false, handled: true, covering: false },
  { assigned: false, handled: false, covering: false },
];
/** Before the usual message came; after it came. */
export const [earlier, later] = [new Date('2027-01-05T00:00:00Z'), new Date('2027-01-12T00:00:00Z')];
/** Facts with an office that is so, and nothing else that matters. */
export const withoutOffice = facts({ organisation: undefined });
