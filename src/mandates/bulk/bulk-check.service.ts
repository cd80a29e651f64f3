import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor, Employee } from '../../domain/actor.ts';
import { type BulkKind, mostRows } from '../../domain/bulk.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { BulkRunId } from '../../domain/ids.ts';
import { Cipher } from '../../platform/cipher.ts';
import { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Upload } from '../../platform/upload.ts';
import type { BulkRunJson } from './bulk.json.ts';
import { rows } from './bulk-count.words.ts';
import { inShort } from './bulk-fault-cap.ts';
import { rowsOf, sourceOf } from './bulk-file.ts';
import type { RawRow } from './raw-row.ts';
import { BulkJudgeService, type Reading } from './bulk-judge.service.ts';
import { type BulkRun, BulkRunStore } from './bulk-run.store.ts';
import { BulkViewService } from './bulk-view.service.ts';

/** Rows that are judged and kept in one transaction. */
const rowsAtOnce = 500;
/** Milliseconds between two signs of life of who reads a file that comes in slowly. */
const signOfLife = 2_000;

/** Intake: a file is read while it comes in, and every row judged. Nothing is sent by it. */
@Injectable()
export class BulkCheckService {
  constructor(
    private readonly clock: Clock,
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly cipher: Cipher,
    private readonly runs: BulkRunStore,
    private readonly judge: BulkJudgeService,
    private readonly view: BulkViewService,
  ) {}

  /**
   * Checks a file. Same key and file: the run that it made then (R13). Rows are kept in parts, each in a transaction in
   * which it is asked again whether this may be; the line in the trail comes with the last.
   * @throws Problem `invalid-input` when the file as a whole cannot be used, `payload-too-large`,
   *   `idempotency-key-reused`, `request-in-progress`.
   */
  async check(actor: Actor, kind: BulkKind, upload: Upload, once: OnceKey): Promise<BulkRunJson> {
    if (actor.kind !== 'employee') throw new Error('the door lets only employees check files');
    const hash = createHash('sha256').update(`${kind} ${sourceOf(upload.type)}\n`);
    const hashed: Upload = { type: upload.type, bytes: through(upload.bytes, hash) };
    const fingerprint = () => this.cipher.index(hash.digest('hex')); // keyed: from a bare hash a BSN can be tried
    const { known, run } = await this.begin(actor, kind, upload, this.cipher.index(once.key));
    if (known) {
      for await (const part of hashed.bytes) void part; // only its mark is needed
      return this.repeat(actor, known, fingerprint());
    }
    try {
      const reading = await this.read(actor, run, hashed);
      return await this.finish(actor, reading, fingerprint());
    } catch (error) {
      return await this.giveUp(actor, run, error);
    }
  }

  private demand(work: Work, kind: BulkKind) {
    return this.desk.demand(work, { action: kind === 'renunciation' ? 'bulk.check-leaving' : 'bulk.check' });
  }

  /** Finds what the key began before, or begins. */
  private begin(
    actor: Employee,
    kind: BulkKind,
    upload: Upload,
    key: string,
  ): Promise<{ known?: BulkRun; run: Begun }> {
    return this.unit.goOn(actor, async (work) => {
      await this.demand(work, kind);
      const { employee: startedBy, organisation } = actor;
      const run = { ...{ id: newId<'bulk-run'>(), organisation, startedBy, kind, key } };
      const known = await this.runs.byKey(work, startedBy, key);
      if (known?.state === 'reading') throw new Problem('request-in-progress', { retryAfterSeconds: 1 });
      if (known && known.state !== 'interrupted') return { known, run };
      if (known) await this.runs.drop(work, known.id); // nobody reads it any more
      await this.runs.begin(work, { ...run, source: sourceOf(upload.type) });
      return { run };
    });
  }

  private repeat(actor: Actor, known: BulkRun, fingerprint: string): Promise<BulkRunJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'bulk.see', bulkRun: known.id });
      if (known.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
      work.remark({ action: 'answer.repeat', details: { repeats: 'bulk.check' } });
      return this.view.run(work, permit, known.id);
    });
  }

  private async read(actor: Actor, run: Begun, upload: Upload): Promise<Reading> {
    const reading = this.judge.begin(run);
    let heard = this.clock.now().getTime();
    const keep = (rows: readonly RawRow[]): Promise<void> =>
      this.unit.goOn(actor, async (work) => {
        await this.demand(work, run.kind);
        await this.runs.stillReading(work, run.id);
        if (rows.length > 0) await this.judge.take(work, reading, rows);
        heard = work.now.getTime();
      });
    let waiting: RawRow[] = [];
    for await (const { rows, called } of rowsOf(upload, run.kind)) {
      reading.called = called;
      if (reading.total + waiting.length + rows.length > mostRows)
        throw new Problem('invalid-input', { faults: [tooMany] });
      waiting.push(...rows);
      while (waiting.length >= rowsAtOnce) {
        await keep(waiting.slice(0, rowsAtOnce));
        waiting = waiting.slice(rowsAtOnce);
      }
      if (this.clock.now().getTime() - heard >= signOfLife) await keep([]);
    }
    if (waiting.length > 0) await keep(waiting);
    if (reading.total === 0) throw new Problem('invalid-input', { faults: [noRows] });
    return reading;
  }

  private finish(actor: Actor, reading: Reading, fingerprint: string): Promise<BulkRunJson> {
    return this.unit.run(actor, async (work) => {
      const { run, total, unjudged } = reading;
      const permit = await this.demand(work, run.kind);
      await this.runs.stillReading(work, run.id);
      const { ready, sending } = await this.judge.finish(work, reading);
      await this.runs.checked(work, run.id, {
        ...{ columns: reading.called, fingerprint, total, ready, unjudged, sending },
      });
      work.remark({
        object: { kind: 'bulk-run', id: run.id },
        details: {
          ...{ kind: run.kind, total, ready, faulty: total - ready },
          ...(unjudged > 0 ? { unjudged } : {}),
        },
      });
      return this.view.run(work, permit, run.id);
    });
  }

  /** Nothing stays of what could not be read; that it was tried is on the record. */
  private async giveUp(actor: Actor, run: Begun, error: unknown): Promise<never> {
    await this.unit
      .goOn(actor, async (work) => {
        await this.demand(work, run.kind);
        await this.runs.drop(work, run.id);
      })
      .catch(() => undefined); // what stays now is taken away by the tidying
    if (!(error instanceof Problem)) throw error;
    return this.unit.run(actor, async (work) => {
      await this.demand(work, run.kind);
      throw inShort(error);
    });
  }
}

type Begun = Reading['run'] & { readonly id: BulkRunId };

async function* through(bytes: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    hash.update(part);
    yield part;
  }
}

const all = rows(mostRows);
const tooMany: Fault = {
  ...{ in: 'body', location: '#', code: 'too-many-rows' },
  detail: `A file has ${all.en} at most. Split it and send the parts one by one.`,
  detailNl: `Een bestand heeft hoogstens ${all.nl}. Splits het en stuur de delen na elkaar.`,
};
const noRows: Fault = {
  ...{ in: 'body', location: '#', code: 'empty' },
  detail: 'There are no rows in the file.',
  detailNl: 'Er staan geen rijen in het bestand.',
};
