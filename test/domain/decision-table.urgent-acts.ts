import type { MandateId } from '../../src/domain/ids.ts';
import type { Authority } from '../../src/domain/mandate.ts';
import { as, day, facts, line } from './facts.ts';
import { everyone, from, lists, measure, reads } from './decision-table.guardians.ts';
import { download, earlier, later, type Row } from './decision-table.ts';

const followed = 'followed' as MandateId;
/** What ended, and the urgent acts that are allowed after it. */
export const urgently = (ended: Partial<Authority>, more: Partial<Authority> = {}) =>
  facts({
    mandates: [
      measure({ id: followed, ...ended }),
      measure({
        ...{ ground: 'urgent-acts', predecessor: followed, ...from('2027-01-12') },
        ...{ lines: [line({ ...everyone, category: 'all' })], ...more },
      }),
    ],
  });
/** It ended after the usual message came. */
export const ended = { state: 'ended', endedAt: later } as const;
const [endedEarlier, running] = [{ ...ended, endedAt: earlier }, { lines: [] }];
const over = { period: { from: day('2027-01-12'), until: day('2027-01-15') } };
const died = (on: string) => ({ ...urgently(ended), diedOn: day(on) });

/** What cannot wait, after an end or a death (R31). */
export const urgentActs: Row[] = [
  reads('urgently, what came before the end (R31)', urgently(ended), 'permit: mandate'),
  reads('urgently, what came after it (R31)', urgently(endedEarlier), 'concealed: delivered-after-the-end'),
  reads('urgently, what runs still (R31)', urgently(running), 'concealed: delivered-after-the-end'),
  lists('the list, urgently (R31)', urgently(ended), 'permit: mandate'),
  lists('the list, urgently, what runs still', urgently(running), 'told: urgent-acts-only-read'),
  lists('the list, when the time for it is over (R31)', urgently(ended, over), 'told: urgent-acts-over'),
  ['urgently, to download (R31)', as.joris, download, urgently(ended), 'told: urgent-acts-only-read'],
  reads('urgently, what came before the death (R30)', died('2027-01-11'), 'permit: mandate'),
  reads('urgently, what came on the day of death (R30)', died('2027-01-10'), 'concealed: client-died'),
  lists('the list of who died, urgently (R31)', died('2027-01-10'), 'permit: mandate'),
];
