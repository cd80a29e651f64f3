import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault } from '../../domain/bulk-faults.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { scopeLines } from '../../domain/scope.words.ts';
import type { Language } from '../../platform/language.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import type { Waits } from '../../platform/queue.waiting.ts';
import { lastDay, writtenOut } from '../../platform/written-out.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import type { Names } from '../mandate.view.ts';
import type { BulkRunJson, SendingJson } from './bulk.json.ts';
import type { BulkRowJson } from './bulk-row.json.ts';
import { columnOf } from './bulk-columns.ts';
import { explained, faultIn, problemIn } from './bulk-row.words.ts';
import type { ResultRow } from './bulk-result.store.ts';
import {
  type BulkRun,
  BulkRunStore,
  type LetterPart,
  type RunAction,
  type Sending,
} from './bulk-run.store.ts';
import { summaryOf } from './bulk-summary.words.ts';
import { waitingJson } from './bulk-waiting.words.ts';

/** Runs and their rows as they go on the wire. */
@Injectable()
export class BulkViewService {
  constructor(
    private readonly runs: BulkRunStore,
    private readonly names: MandateNamesStore,
    private readonly queue: QueueStore,
  ) {}

  /** A run as it is now. @throws Problem `not-found` */
  async run(work: Work, permit: Permit<RunAction>, id: BulkRunId): Promise<BulkRunJson> {
    const run = await this.runs.find(work, permit, id);
    if (!run) throw new Problem('not-found');
    const [json] = await this.each(work, permit, [run]);
    if (!json) throw new Error('a run has one view');
    return json;
  }

  /** Several runs, with the names of all their senders in one statement, and in others what they wait for and made. */
  async each(
    work: Work,
    permit: Permit<RunAction | 'bulk.list' | 'bulk.cancel'>,
    runs: readonly BulkRun[],
  ): Promise<BulkRunJson[]> {
    const oins = runs.flatMap(({ sending }) => sending?.senders.map(({ sender }) => sender) ?? []);
    const senders = await this.names.senders(work, [...new Set(oins)]);
    const underWay = runs.filter(({ state }) => state === 'running').map(({ id }) => id);
    const waiting = underWay.length > 0 ? await this.queue.waiting(work, underWay) : undefined;
    const ended = runs.filter(isToCount).map(({ id }) => id);
    const made = ended.length > 0 ? await this.runs.made(work, permit, ended) : undefined;
    return runs.map((run) => runJson(run, senders, waiting?.get(run.id), made?.get(run.id)));
  }
}

/** Whether what it made is to be counted: while it goes on its rows say enough, and of a whole run the check counted. */
const isToCount = ({ kind, state, done, ready }: BulkRun): boolean =>
  kind === 'request' && state !== 'running' && done > 0 && done < ready;

function runJson(
  run: BulkRun,
  senders: Names['senders'],
  waits: Waits | undefined,
  made: number | undefined,
): BulkRunJson {
  const { id, kind, source, state, startedBy, total, faulty, ready, done, refused, unjudged } = run;
  return {
    ...{ id, kind, source, state, startedBy, total, faulty, ready, done, refused, unjudged },
    // What confirming would send: afterwards it would promise also what was refused since.
    sending: run.sending && state === 'checked' ? sendingJson(run.sending, senders) : undefined,
    createdAt: run.createdAt.toISOString(),
    checkedAt: run.checkedAt?.toISOString(),
    confirmedAt: run.confirmedAt?.toISOString(),
    confirmedBy: run.confirmedBy ?? undefined,
    finishedAt: run.finishedAt?.toISOString(),
    stopReason: run.stopReason ?? undefined,
    waiting: waits && waitingJson(waits),
    summary: summaryOf(run, { waits, made }),
  };
}

const during = ({ from, until }: Pick<LetterPart, 'from' | 'until'>, language: Language): string =>
  language === 'nl'
    ? `Van ${writtenOut(from, 'nl')} tot en met ${lastDay(until, 'nl')}.`
    : `From ${writtenOut(from, 'en')} up to and including ${lastDay(until, 'en')}.`;

function sendingJson({ mandates, letters, senders, letter }: Sending, names: Names['senders']): SendingJson {
  const nameOf = (sender: Sending['senders'][number]['sender']) =>
    names.get(sender) ?? { nameNl: '', nameEn: '' };
  const parts = letters > 0 ? [letter ?? []].flat() : [];
  const told = (language: Language): string[] =>
    parts.flatMap(({ lines, ...period }) => [
      ...scopeLines(
        lines.map((line) => ({ ...line, sender: nameOf(line.sender) })),
        language,
      ),
      during(period, language),
    ]);
  return {
    ...{ mandates, letters },
    senders: senders.map(({ sender, mandates: count }) => ({
      oin: sender,
      ...nameOf(sender),
      mandates: count,
    })),
    letter: parts.length > 0 ? { nl: told('nl'), en: told('en') } : undefined,
  };
}

/** A row as the office may see it. */
export function rowJson(
  row: ResultRow,
  run: Pick<BulkRun, 'kind' | 'state' | 'source' | 'columns'>,
): BulkRowJson {
  const { kind, columns } = run;
  const { number, line, state } = row;
  return {
    ...{ number, line, state },
    reference: row.reference ?? undefined,
    client: row.client ?? undefined,
    mandate: row.mandate ?? undefined,
    successor: row.successor ?? undefined,
    settledAt: row.settledAt?.toISOString(),
    faults: row.faults.map((fault) => ({
      column: fault.field === undefined ? undefined : columnOf(fault.field, columns),
      ...{ field: fault.field, pointer: pointerTo(run, fault), code: fault.code, ...faultIn(kind, fault) },
      ...{ line: fault.line, lastLine: fault.lastLine, mandate: fault.mandate },
    })),
    problem: row.problem === null ? undefined : problemJson(kind, row.problem),
    explanation: explained(run, row),
  };
}

const pointerTo = ({ source }: Pick<BulkRun, 'source'>, { field }: BulkFault): string | undefined =>
  source === 'json' && field !== undefined ? `#/${field}` : undefined;

function problemJson(kind: BulkRun['kind'], code: string): BulkRowJson['problem'] {
  const { nl, en } = problemIn(kind, code);
  return { code, nl, en };
}
