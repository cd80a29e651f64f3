import { remindersDue } from '../domain/due.ts';
import type { Actor } from '../domain/actor.ts';
import type { Oin } from '../domain/identifiers.ts';
import { type Mandate, stateAt } from '../domain/mandate.ts';
import { isOpen } from '../domain/scope.ts';
import { stateShownTo } from '../domain/mandate-history.ts';
import type { MandateJson } from './mandate.json.ts';
import type { KeptMandate } from './mandate.store.ts';

/** The scope of a mandate in one line, for the record: what was granted on a day must be provable later. */
export const scopeText = ({ lines }: Mandate): string =>
  lines
    .filter((line) => isOpen(line))
    .map(({ sender, category, actions }) => `${sender} ${category}: ${actions.join(' ')}`)
    .join('; ');

/** What those who are named in a mandate are called. */
export interface Names {
  readonly client?: string | undefined;
  readonly organisation: { readonly name: string; readonly kvk: string };
  readonly senders: ReadonlyMap<Oin, { readonly nameNl: string; readonly nameEn: string }>;
}

/** A mandate as this actor may see it (R3: the office learns nothing of the client before he answers). */
export function mandateJson(mandate: KeptMandate, names: Names, actor: Actor, now: Date): MandateJson {
  const forOffice = actor.kind === 'employee';
  const answered = mandate.activatedAt !== undefined || mandate.state === 'declined';
  return {
    id: mandate.id,
    state: stateShownTo(forOffice ? 'organisation' : 'client', answered, stateAt(mandate, now)),
    client: {
      id: mandate.client,
      name: forOffice && mandate.activatedAt === undefined ? undefined : names.client,
    },
    organisation: { id: mandate.organisation, ...names.organisation },
    lines: mandate.lines.map((line) => ({
      id: line.id,
      sender: { oin: line.sender, ...(names.senders.get(line.sender) ?? { nameNl: '', nameEn: '' }) },
      category: line.category,
      actions: line.actions,
      endedAt: line.endedAt?.toISOString(),
    })),
    period: mandate.period,
    initiative: mandate.requestedBy === undefined ? 'client' : 'organisation',
    requestedAt: mandate.requestedAt.toISOString(),
    answerBy: forOffice || answered ? undefined : mandate.answerBy,
    activatedAt: mandate.activatedAt?.toISOString(),
    endedAt: mandate.endedAt?.toISOString(),
    endReason: mandate.endReason,
    predecessor: mandate.predecessor,
    reference: forOffice ? mandate.reference : undefined,
    remindersDue: remindersDue(mandate, now),
  };
}
