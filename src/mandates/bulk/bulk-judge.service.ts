import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { BulkFault } from '../../domain/bulk-faults.ts';
import { type BulkKind, group } from '../../domain/bulk.ts';
import { dayOf } from '../../domain/day.ts';
import type { Oin } from '../../domain/identifiers.ts';
import type { BulkRunId, OrganisationId } from '../../domain/ids.ts';
import type { Scope } from '../../domain/scope.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { swallowedBy } from './csv-swallowed.ts';
import { BulkMovesJudge, type Named } from './bulk-moves.judge.ts';
import { BulkOutlookStore } from './bulk-outlook.store.ts';
import type { RawRow } from './raw-row.ts';
import { BulkRowStore } from './bulk-row.store.ts';
import type { Sending } from './bulk-run.store.ts';
import { foldedName, isTemplateName, judgeRow, type JudgedRow } from './row-judge.ts';
import { ScopeTemplateStore } from './scope-template.store.ts';

/** A file under way: what was found so far. It holds no rows. */
export interface Reading extends Named {
  readonly run: { readonly id: BulkRunId; readonly organisation: OrganisationId; readonly kind: BulkKind };
  total: number;
  /** Lines that nobody judges, because a row swallowed them. */
  unjudged: number;
  called: Readonly<Record<string, string>>;
  readonly templates: Map<string, readonly Scope[]>;
  readonly senders: Set<Oin>;
}

/** Rows of which it is asked together whether they were asked before. */
const together = 1_000;

/** Judges rows: by themselves, with what the office has already, and with each other. */
@Injectable()
export class BulkJudgeService {
  constructor(
    private readonly rows: BulkRowStore,
    private readonly outlook: BulkOutlookStore,
    private readonly templates: ScopeTemplateStore,
    private readonly moves: BulkMovesJudge,
    private readonly names: MandateNamesStore,
  ) {}

  /** A file of which nothing was read yet. */
  begin(run: Reading['run']): Reading {
    return {
      ...{ run, total: 0, unjudged: 0, called: {} },
      ...{ templates: new Map(), senders: new Set(), mandates: new Map(), leaders: new Map() },
    };
  }

  /** Judges the next rows and keeps them. Whatever asks the database, asks for all of them at once. */
  async take(work: Work, reading: Reading, raw: readonly RawRow[]): Promise<void> {
    const { run, total, templates } = reading;
    await this.learnTemplates(work, reading, raw);
    const known = { kind: run.kind, today: dayOf(work.now), templates };
    let judged = raw.map((row, place) => judgeRow(row, total + place + 1, known));
    judged =
      run.kind === 'request'
        ? await this.withSenders(work, reading, judged)
        : await this.moves.judge(work, { kind: run.kind, organisation: run.organisation }, judged, reading);
    await this.rows.add(work, run, judged);
    reading.total += raw.length;
    reading.unjudged += raw.reduce((sum, { faults }) => sum + swallowedBy(faults), 0);
    if (run.kind === 'renewal') await this.blameRepeated(work, run.id, total + 1, reading.total);
  }

  /** R14: what was asked or given before, among rows that are right so far. */
  private async blameRepeated(work: Work, run: BulkRunId, first: number, last: number): Promise<void> {
    const claims = await this.rows.claims(work, run, first, last);
    await this.rows.blame(
      work,
      run,
      new Map([...claims].map(([number, mandate]) => [number, [{ code: 'duplicate-mandate', mandate }]])),
    );
  }

  /** Judges the rows with each other, and says what they would send. */
  async finish(work: Work, { run, total }: Reading): Promise<{ ready: number; sending: Sending }> {
    const faults = new Map<number, readonly BulkFault[]>();
    const leaders = new Map<number, number>();
    if (run.kind === 'request')
      for await (const rows of this.rows.ofOneClient(work, run.id)) {
        const grouped = group(rows);
        for (const [number, found] of grouped.faults) faults.set(number, found);
        for (const { number, ready } of rows)
          if (ready && grouped.leader !== undefined && !grouped.faults.has(number))
            leaders.set(number, grouped.leader);
      }
    await this.rows.blame(work, run.id, faults);
    await this.rows.lead(work, run.id, leaders);
    // R3: who names nobody with one date of birth, or one with several, hears of no duplicate. So not before.
    if (run.kind === 'request')
      for (let first = 1; first <= total; first += together)
        await this.blameRepeated(work, run.id, first, first + together - 1);
    if (run.kind !== 'renunciation') await this.rows.leadAgain(work, run.id);
    await this.rows.forgetPersons(work, run.id, 'faulty');
    return this.outlook.of(work, run.id, run.kind);
  }

  private async learnTemplates(work: Work, { templates }: Reading, raw: readonly RawRow[]): Promise<void> {
    const asked = new Set(
      raw.flatMap(({ fields: { template } }) => (isTemplateName(template) ? [foldedName(template)] : [])),
    );
    const unknown = [...asked].filter((name) => !templates.has(name));
    if (unknown.length === 0) return;
    for (const { name, lines } of await this.templates.named(work, unknown))
      templates.set(foldedName(name), lines);
  }

  private async withSenders(work: Work, { senders }: Reading, judged: JudgedRow[]): Promise<JudgedRow[]> {
    const asked = new Set(judged.flatMap(({ lines = [] }) => lines.map(({ sender }) => sender)));
    const unknown = [...asked].filter((sender) => !senders.has(sender));
    if (unknown.length > 0)
      for (const sender of (await this.names.senders(work, unknown)).keys()) senders.add(sender);
    return judged.map((row) => {
      const missing = (row.lines ?? []).flatMap(({ sender }, place): BulkFault[] =>
        senders.has(sender) ? [] : [{ field: `lines/${place}/sender`, code: 'unknown-sender' }],
      );
      return missing.length > 0 ? { ...row, faults: [...row.faults, ...missing] } : row;
    });
  }
}
