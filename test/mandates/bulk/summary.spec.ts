import type { BulkRun } from '../../../src/mandates/bulk/bulk-run.store.ts';
import { progressOf } from '../../../src/mandates/bulk/bulk-progress.words.ts';
import { summaryOf } from '../../../src/mandates/bulk/bulk-summary.words.ts';

const at = new Date('2026-11-24T09:00:00Z');
const run = (more: Partial<BulkRun>): BulkRun =>
  ({
    ...{ kind: 'request', state: 'checked', total: 10_000, ready: 9_700, faulty: 300, done: 0, refused: 0 },
    ...{ createdAt: at, sending: { mandates: 9_500, letters: 9_500, senders: [] } },
    ...{ confirmedAt: null, finishedAt: null, stopReason: null },
    ...more,
  }) as BulkRun;
const confirmed = { confirmedAt: at };

describe('The outcome of a run in sentences that a manager can read', () => {
  it.each<[string, Partial<BulkRun>, string, string]>([
    [
      'checked',
      {},
      'Bevestigt u dit? Dan worden 9.500 machtigingen aangevraagd.',
      'If you confirm this, 9,500 mandates will be asked for.',
    ],
    ['all right', { faulty: 0 }, 'Alle rijen kloppen.', 'All rows are right.'],
    [
      'one of everything',
      { total: 2, ready: 1, faulty: 1, sending: { mandates: 1, letters: 1, senders: [] } },
      'Er gaat dan hoogstens 1 brief uit: één voor elke cliënt die bekend is.',
      'Right: 1 row. With a fault: 1 row. Nothing is done with the faulty rows.',
    ],
    ['nothing right', { ready: 0 }, 'Er is niets te bevestigen.', 'There is nothing to confirm.'],
    [
      'renouncing',
      { kind: 'renunciation' },
      'Bevestigt u dit? Dan worden 9.500 machtigingen opgezegd.',
      'If you confirm this, 9,500 mandates will be renounced.',
    ],
    [
      'under way',
      { ...confirmed, state: 'running', done: 4_000, refused: 1 },
      'Nog te doen: 5.699 rijen.',
      'The requests were confirmed on 24 November 2026.',
    ],
    [
      'done',
      { ...confirmed, state: 'done', done: 9_690, refused: 10, finishedAt: at },
      'Alles was klaar op 24 november 2026.',
      'Not possible: 10 rows. Each row says why.',
    ],
    [
      'all done',
      { ...confirmed, state: 'done', done: 9_700, finishedAt: at },
      'Aangevraagd: 9.500 machtigingen, voor 9.700 rijen.',
      'Asked for: 9,500 mandates, for 9,700 rows.',
    ],
    [
      'all refused',
      { ...confirmed, state: 'done', refused: 9_700, finishedAt: at },
      'Er is geen machtiging aangevraagd.',
      'No mandate was asked for.',
    ],
    [
      'all renewals refused',
      { ...confirmed, kind: 'renewal', state: 'done', refused: 9_700, finishedAt: at },
      'Er is geen verlenging gevraagd.',
      'No renewal was asked for.',
    ],
    [
      'all renunciations refused',
      { ...confirmed, kind: 'renunciation', state: 'done', refused: 9_700, finishedAt: at },
      'Er is geen machtiging opgezegd.',
      'No mandate was renounced.',
    ],
    [
      'renewals done',
      { ...confirmed, kind: 'renewal', state: 'done', done: 9_699, refused: 1, finishedAt: at },
      'Om verlenging is gevraagd voor 9.699 machtigingen. Zonder het ja van de cliënt eindigt een machtiging op haar dag.',
      'A renewal was asked for 9,699 mandates. Without the client’s yes a mandate ends on its day.',
    ],
    [
      'one renunciation done',
      { ...confirmed, kind: 'renunciation', state: 'done', done: 1, ready: 1, finishedAt: at },
      'Opgezegd: 1 machtiging. Opgezegd is meteen geëindigd.',
      'Renounced: 1 mandate. What is renounced has ended at once.',
    ],
    [
      'stopped',
      { ...confirmed, state: 'stopped', done: 10, stopReason: 'employment-ended' },
      'Het is gestopt. Wie dit bevestigde, werkt niet meer voor uw kantoor. Een collega kan het weer bevestigen; dan gaat het verder waar het was.',
      'Still to do: 9,690 rows.',
    ],
    [
      'cancelled',
      { state: 'cancelled', finishedAt: at },
      'Het is geannuleerd op 24 november 2026. Er gaat niets uit.',
      'On 24 November 2026 a file of 10,000 rows was checked.',
    ],
    [
      'cancelled half-way',
      { ...confirmed, state: 'cancelled', done: 1_200, finishedAt: at },
      'Wat is uitgevoerd, blijft staan en de brieven daarover gaan uit. U kunt elk verzoek nog terugnemen.',
      'Cancelled: 8,500 rows.',
    ],
    [
      'renouncing, cancelled half-way',
      { ...confirmed, kind: 'renunciation', state: 'cancelled', done: 1_200, finishedAt: at },
      'Wat is opgezegd, blijft opgezegd.',
      'It was cancelled on 24 November 2026. Nothing is done with the rows that were left.',
    ],
  ])('%s', (_, more, nl, en) => {
    const summary = summaryOf(run(more));
    expect(summary.nl).toContain(nl);
    expect(summary.en).toContain(en);
    expect(summary.nl).toHaveLength(summary.en.length);
  });
  it.each([
    ['employment-ended', 'Wie dit bevestigde', 'Who confirmed this'],
    ['role-too-small', 'Wie dit bevestigde', 'Who confirmed this'],
    ['not-a-party', 'Wie dit bevestigde', 'Who confirmed this'],
    ['assurance-too-low', 'Wie dit bevestigde', 'Who confirmed this'],
    [
      'organisation-suspended',
      'Uw kantoor werd geschorst nadat dit was bevestigd',
      'Your office was suspended after',
    ],
    [
      'organisation-not-recognised',
      'Uw kantoor was niet meer erkend nadat',
      'Your office was no longer recognised',
    ],
    ['stopped-by-hand', 'U of een collega', 'You or a colleague'],
    ['internal-error', '', ''],
  ])('%s is told to whoever looks, who need not be who confirmed', (stopReason, nl, en) => {
    const summary = summaryOf(run({ ...confirmed, state: 'stopped', done: 10, stopReason }));
    const look = { at, state: 'stopped', ready: 20, done: 10, refused: 0, stopReason } as const;
    expect(summary.nl.at(-1)).toMatch(`Het is gestopt. ${nl}`);
    expect(summary.en.at(-1)).toMatch(`It stopped. ${en}`);
    expect(summary.nl.at(-1)).toBe(`Het is gestopt. ${progressOf(look, look).stopped?.nl}`);
  });
});
