import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { faultSentence } from '../../domain/bulk-faults.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { lastDay, scopeLines, writtenOut } from '../letter.words.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import type { Names } from '../mandate.view.ts';
import type { BulkRowJson, BulkRunJson, SendingJson } from './bulk.json.ts';
import { columnOf } from './bulk-columns.ts';
import { sentenceOf } from './bulk-result.words.ts';
import type { ResultRow } from './bulk-result.store.ts';
import { type BulkRun, BulkRunStore, type RunAction, type Sending } from './bulk-run.store.ts';
import { summaryOf } from './bulk-summary.words.ts';

/** Runs and their rows as they go on the wire. */
@Injectable()
export class BulkViewService {
  constructor(
    private readonly runs: BulkRunStore,
    private readonly names: MandateNamesStore,
  ) {}

  /** A run as it is now. @throws Problem `not-found` */
  async run(work: Work, permit: Permit<RunAction>, id: BulkRunId): Promise<BulkRunJson> {
    const run = await this.runs.find(work, permit, id);
    if (!run) throw new Problem('not-found');
    const [json] = await this.each(work, [run]);
    if (!json) throw new Error('a run has one view');
    return json;
  }

  /** Several runs, with the names of all their senders in one statement. */
  async each(work: Work, runs: readonly BulkRun[]): Promise<BulkRunJson[]> {
    const oins = runs.flatMap(({ sending }) => sending?.senders.map(({ sender }) => sender) ?? []);
    const senders = await this.names.senders(work, [...new Set(oins)]);
    return runs.map((run) => runJson(run, senders));
  }
}

function runJson(run: BulkRun, senders: Names['senders']): BulkRunJson {
  const { id, kind, source, state, startedBy, total, faulty, ready, done, refused } = run;
  return {
    ...{ id, kind, source, state, startedBy, total, faulty, ready, done, refused },
    sending: run.sending ? sendingJson(run.sending, senders) : undefined,
    createdAt: run.createdAt.toISOString(),
    checkedAt: run.checkedAt?.toISOString(),
    confirmedAt: run.confirmedAt?.toISOString(),
    confirmedBy: run.confirmedBy ?? undefined,
    finishedAt: run.finishedAt?.toISOString(),
    stopReason: run.stopReason ?? undefined,
    summary: summaryOf(run),
  };
}

function sendingJson({ mandates, letters, senders, letter }: Sending, names: Names['senders']): SendingJson {
  const nameOf = (sender: Sending['senders'][number]['sender']) =>
    names.get(sender) ?? { nameNl: '', nameEn: '' };
  const lines = letter?.lines.map((line) => ({ ...line, sender: nameOf(line.sender) })) ?? [];
  return {
    ...{ mandates, letters },
    senders: senders.map(({ sender, mandates: count }) => ({
      oin: sender,
      ...nameOf(sender),
      mandates: count,
    })),
    letter:
      letters > 0 && letter
        ? {
            nl: [
              ...scopeLines({ lines }, 'nl'),
              `Van ${writtenOut(letter.from, 'nl')} tot en met ${lastDay(letter.until, 'nl')}.`,
            ],
            en: [
              ...scopeLines({ lines }, 'en'),
              `From ${writtenOut(letter.from, 'en')} up to and including ${lastDay(letter.until, 'en')}.`,
            ],
          }
        : undefined,
  };
}

/** A row as the office may see it: it names no person. */
export function rowJson(row: ResultRow, called: Readonly<Record<string, string>>): BulkRowJson {
  const { number, line, state } = row;
  return {
    ...{ number, line, state },
    reference: row.reference ?? undefined,
    mandate: row.mandate ?? undefined,
    faults: row.faults.map((fault) => ({
      column: fault.field === undefined ? undefined : columnOf(fault.field, called),
      ...{ field: fault.field, code: fault.code, ...faultSentence(fault) },
      ...{ line: fault.line, mandate: fault.mandate },
    })),
    problem: row.problem === null ? undefined : problemJson(row.problem),
  };
}

function problemJson(code: string): BulkRowJson['problem'] {
  const { nl, en } = sentenceOf(code);
  return { code, nl, en };
}
