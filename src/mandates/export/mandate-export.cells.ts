import { addDays, type Day, dayOf } from '../../domain/day.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { EndReason, MandateState } from '../../domain/mandate.ts';
import type { Category, ScopeAction } from '../../domain/scope.ts';
import type { Cells } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import type { MandateJson, ScopeLineJson } from '../mandate.json.ts';
import { words } from './mandate-export.words.ts';

const day = (instant: string | undefined): string | undefined => instant && dayOf(new Date(instant));

function scopeOf({ sender, category, actions, endedAt }: ScopeLineJson, language: Language): string {
  const { over, ...known } = words[language];
  const name = language === 'nl' ? sender.nameNl : sender.nameEn;
  const what = known.categories[category as Category | 'all'];
  const may = actions.map((action) => known.actions[action as ScopeAction]).join(', ');
  return `${name}: ${what} (${may})${endedAt === undefined ? '' : `, ${over} ${day(endedAt)}`}`;
}

/** One mandate as a row: what its party sees of it in the list, and no more; days as the Netherlands counts them. */
export function cellsOf(mandate: MandateJson, language: Language): Cells {
  const { states, reasons, initiatives } = words[language];
  const { client, organisation, period, reference, endReason } = mandate;
  return [
    ...[states[mandate.state as MandateState], client.name, reference && maskedBsns(reference)],
    ...[organisation.name, organisation.kvk, mandate.lines.map((line) => scopeOf(line, language)).join('; ')],
    ...[period.from, period.until && addDays(period.until as Day, -1)], // people count to the last day
    ...[initiatives[mandate.initiative as 'client' | 'organisation'], day(mandate.requestedAt)],
    ...[day(mandate.activatedAt), day(mandate.endedAt), endReason && reasons[endReason as EndReason]],
    ...[mandate.id, mandate.predecessor],
  ];
}
