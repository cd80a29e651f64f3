import { type Denial, deny, type Facts, type Permit } from './decision.ts';
import type { DecisionCaller } from './decision-caller.ts';
import { AccessDenied } from './errors.ts';
import { everySender } from './scope.ts';

/** Of mandates that speak of no sender for whom a system is registered it hears nothing. */
export const within = ({ senders }: DecisionCaller, mandates: Facts['mandates']): Facts['mandates'] =>
  senders
    ? mandates.filter(({ lines }) =>
        lines.some(({ sender }) => sender === everySender || senders.includes(sender)),
      )
    : mandates;

/** The true no for the record, of which another is heard: what would be true of no more than may be heard of; nothing of what would be a yes. */
export function hearing(truth: Denial, told: Permit | Denial): Denial {
  const { reason, concealed, neededAssurance, since, later } = truth;
  const heard = told instanceof AccessDenied ? (told.heard ?? told) : deny('does-not-exist');
  return new AccessDenied(reason, concealed, neededAssurance, since, later, heard);
}

/** The same no, of a moment to come. */
export const ofLater = ({ reason, concealed, neededAssurance, since, heard }: Denial): Denial =>
  new AccessDenied(reason, concealed, neededAssurance, since, true, heard && ofLater(heard));
