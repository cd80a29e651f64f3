import { remindersDue } from '../domain/due.ts';
import type { Actor } from '../domain/actor.ts';
import { dayOf, endless, type Period } from '../domain/day.ts';
import { stateAt } from '../domain/mandate.ts';
import { everySender, type ScopeLine, type WideScope } from '../domain/scope.ts';
import { stretchAt } from '../domain/suspension.ts';
import { stateShownTo } from '../domain/mandate-history.ts';
import { type TellDeadlines, untold } from '../platform/deadline.ts';
import type { MandateJson, PeriodJson } from './mandate.json.ts';
import type { KeptMandate } from './mandate.store.ts';

/** What these lines grant in one line, for the record: what was granted on a day must be provable later. */
export const scopeText = (lines: readonly ScopeLine[]): string =>
  lines.map(({ sender, category, actions }) => `${sender} ${category}: ${actions.join(' ')}`).join('; ');

/** What a sender is called. */
export interface SenderName {
  readonly nameNl: string;
  readonly nameEn: string;
}

/** What those who are named in a mandate are called. */
export interface Names {
  readonly client?: string | undefined;
  readonly organisation: { readonly name: string; readonly kvk?: string | undefined };
  readonly senders: ReadonlyMap<WideScope['sender'], SenderName>;
}

const periodJson = ({ from, until }: Period): PeriodJson => ({
  from,
  until: until === endless ? undefined : until,
});

/** The days of a mandate by which something is over, as a client is told them. */
const deadlinesOf = ({ period, endsOn, suspended, answerBy, lines }: MandateJson, tell: TellDeadlines) =>
  tell({
    ...{ '#/period/until': period.until, '#/endsOn': endsOn, '#/suspended/until': suspended?.until },
    ...{ '#/answerBy': answerBy },
    ...Object.fromEntries(lines.map((line, place) => [`#/lines/${place}/endsOn`, line.endsOn])),
  });

/** A mandate as this actor may see it (R3: the office learns nothing of the client before he answers). */
export function mandateJson(
  mandate: KeptMandate,
  names: Names,
  actor: Actor,
  now: Date,
  tell: TellDeadlines = untold,
): MandateJson {
  const forOffice = actor.kind === 'employee';
  const answered = mandate.activatedAt !== undefined || mandate.state === 'declined';
  const suspended = stretchAt(mandate.suspended, dayOf(now));
  const shown: MandateJson = {
    id: mandate.id,
    state: stateShownTo(forOffice ? 'organisation' : 'client', answered, stateAt(mandate, now)),
    client: forOffice && mandate.activatedAt === undefined ? {} : { id: mandate.client, name: names.client },
    organisation: { id: mandate.organisation, ...names.organisation },
    lines: mandate.lines.map((line) => ({
      id: line.id,
      sender: {
        oin: line.sender === everySender ? undefined : line.sender,
        ...(names.senders.get(line.sender) ?? { nameNl: '', nameEn: '' }),
      },
      category: line.category,
      actions: line.actions,
      endedAt: line.endedAt?.toISOString(),
      endsOn: line.endsOn,
    })),
    ground: mandate.ground,
    period: periodJson(mandate.period),
    endsOn: mandate.endsOn,
    suspended: suspended && periodJson(suspended),
    initiative: mandate.requestedBy === undefined ? 'client' : 'organisation',
    onPaper: mandate.paper !== undefined || undefined,
    requestedAt: mandate.requestedAt.toISOString(),
    answerBy: forOffice || answered ? undefined : mandate.answerBy,
    activatedAt: mandate.activatedAt?.toISOString(),
    endedAt: mandate.endedAt?.toISOString(),
    endReason: mandate.endReason,
    predecessor: mandate.predecessor,
    reference: forOffice ? mandate.reference : undefined,
    remindersDue: remindersDue(mandate, now),
  };
  return { ...shown, deadlines: deadlinesOf(shown, tell) };
}
