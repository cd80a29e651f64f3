import type { DecisionCaller } from '../../src/domain/decision-caller.ts';
import type { Row } from './decision-table.ts';
import { as, facts, ids, now } from './facts.ts';

/** A system that may ask about everything, and hears what the one asked about would hear. */
export const caller = (more: Partial<DecisionCaller> = {}): DecisionCaller => ({
  ...{ oin: ids.town, tells: 'as-subject', searches: true, perMinute: 60 },
  ...more,
});

const ask = { action: 'decision.ask', decisionCaller: ids.town } as const;
const search = { action: 'decision.search', decisionCaller: ids.town } as const;
const known = (more: Partial<DecisionCaller> = {}) => facts({ decisionCaller: caller(more) });

/** Who may ask for decisions. */
export const callers: readonly Row[] = [
  ['a registered system asks', as.machine, ask, known(), 'permit: task'],
  ['a registered system searches', as.machine, search, known(), 'permit: task'],
  ['a system that nobody registered', as.machine, ask, facts(), 'told: caller-not-registered'],
  [
    'a system whose registration ended',
    as.machine,
    ask,
    known({ endedAt: now }),
    'told: caller-not-registered',
  ],
  ['a system by the entry of another', as.tax, ask, known(), 'told: caller-not-registered'],
  [
    'a system that may not search',
    as.machine,
    search,
    known({ searches: false }),
    'told: caller-may-not-search',
  ],
  ['an employee asks for decisions', as.joris, ask, known(), 'told: wrong-kind-of-actor'],
];
