import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { job } from '../../domain/actor.ts';
import type { MandateId } from '../../domain/ids.ts';
import { settle } from '../../domain/mandate.ts';
import { type DueNotice, noticesDue, recipientsOf } from '../../domain/notice.ts';
import { BulkMandatesStore } from '../bulk/bulk-mandates.store.ts';
import type { KeptMandate } from '../mandate.store.ts';
import { type NewNotice, NoticeStore } from './notice.store.ts';
import { type Candidate, WatchStore } from './watch.store.ts';

const actor = job('watch-mandates');
const aMinute = 60_000; // milliseconds
/** Mandates of one part: a transaction that takes a fraction of a second, and little memory. */
const partSize = 2_000;

/** What a scan did, or this process's share of it. */
export interface Watched {
  readonly seen: number;
  readonly notices: number;
  readonly ended: number;
}

interface Due {
  readonly mandate: KeptMandate;
  readonly notice: DueNotice;
}

/**
 * Once a day all mandates in force are looked at: reminders before the end (R18), disuse (R19), reviews that are due.
 * In parts, each a transaction with what it found and how far it got, so that a scan that was broken off goes on where
 * it was, and two processes share it.
 */
@Injectable()
export class WatchService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('watch');
  private readonly timers: NodeJS.Timeout[] = [];
  private closing = false;

  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly watch: WatchStore,
    private readonly mandates: BulkMandatesStore,
    private readonly notices: NoticeStore,
  ) {}

  /** Looks soon after the start and then every hour; what was done today is not done again. */
  onApplicationBootstrap(): void {
    const look = () =>
      void this.scan().catch((error: unknown) =>
        this.logger.warn(`the scan was broken off: ${(error as Error).message}`),
      );
    this.timers.push(setTimeout(look, 5 * aMinute).unref(), setInterval(look, 60 * aMinute).unref());
  }

  onModuleDestroy(): void {
    this.closing = true;
    this.timers.forEach(clearTimeout);
  }

  /** Does today's scan, as far as no other process does it. */
  async scan(): Promise<Watched> {
    const all = { seen: 0, notices: 0, ended: 0 };
    while (!this.closing) {
      const part = await this.part();
      if (!part) break;
      all.seen += part.seen;
      all.notices += part.notices;
      all.ended += part.ended;
    }
    return all;
  }

  private part(): Promise<Watched | undefined> {
    return this.unit.run(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.watch' });
      const line = work.trail.at(-1)?.id;
      const scan = await this.watch.take(work, permit);
      if (!scan) return undefined;
      const part = await this.watch.next(work, permit, scan, partSize);
      const due = await this.due(work, part.candidates);
      const ended = await this.end(work, due);
      const notices = await this.notices.add(
        work,
        due.flatMap((each) => (isEnd(each) && !ended.has(each.mandate.id) ? [] : noticesOf(each))),
      );
      const done = { seen: part.seen, notices, ended: ended.size };
      await this.watch.keep(work, scan, part, done);
      work.remark({ details: done }, line);
      return part.last === null ? undefined : done;
    });
  }

  /** What the rules say of those that the query found. */
  private async due(work: Work, candidates: readonly Candidate[]): Promise<Due[]> {
    if (candidates.length === 0) return [];
    const known = await this.mandates.find(
      work,
      candidates.map(({ id }) => id),
    );
    return candidates.flatMap(({ id, lastUsedAt, confirmedAt, renewed, made }) => {
      const mandate = known.get(id);
      if (!mandate) return [];
      const facts = { lastUsedAt: instant(lastUsedAt), confirmedAt: instant(confirmedAt) };
      const notices = noticesDue({ mandate, renewed, made, ...facts }, work.now);
      return notices.map((notice) => ({ mandate, notice }));
    });
  }

  /** R19: ends what nobody used, by the table of moves; a line in the trail for each. Tells which. */
  private async end(work: Work, due: readonly Due[]): Promise<ReadonlySet<MandateId>> {
    const wanted = due.filter(isEnd).map(({ mandate }) => mandate);
    if (wanted.length === 0) return new Set();
    const free = await this.watch.free(
      work,
      wanted.map(({ id }) => id),
    );
    const ending = wanted.filter(({ id }) => free.has(id));
    const asked = await this.desk.demandEach(
      work,
      ending.map(() => ({ action: 'mandate.end' as const })),
    );
    const ended = ending.map((mandate, place) => {
      const line = asked[place];
      if (!line || line.refused) throw line?.refused ?? new Error('the desk answers each question');
      const over = settle(mandate, 'end', 'job', work.now, 'unused') as KeptMandate;
      const { id, client, state } = mandate;
      work.remark(
        {
          client,
          mandate: id,
          object: { kind: 'mandate', id },
          details: { from: state, to: over.state, reason: 'unused' },
        },
        line.line,
      );
      return over;
    });
    if (ended.length > 0) await this.mandates.end(work, ended);
    return free;
  }
}

const isEnd = ({ notice }: Due): boolean => notice.kind === 'unused-ended';

const instant = (text: string | null): Date | undefined => (text === null ? undefined : new Date(text));

const noticesOf = ({ mandate: { id, client, organisation }, notice }: Due): NewNotice[] =>
  recipientsOf(notice.kind).map((recipient) => ({ client, organisation, mandate: id, recipient, ...notice }));
