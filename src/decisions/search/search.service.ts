import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { Remark } from '../../audit/trail-entry.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { Problem } from '../../domain/errors.ts';
import { answerTo } from '../answering.ts';
import { CallerLimits, oinOf } from '../caller-limits.ts';
import { EvaluationStore, nothingKnown } from '../evaluation.store.ts';
import type { SearchJson } from './search.json.ts';
import { nextToken, readSearch, type Search, type Wanted } from './search.request.ts';

/** What was found, in order; how far it was looked, when there may be more behind it. */
interface Found {
  readonly yes: readonly string[];
  readonly lines: readonly Remark[];
  readonly edge?: string | undefined;
}

/** So many are decided about for one page at most: it ends there, and the next one goes on. */
const furthest = 2_000;

/**
 * Whom may she act for, who may read this, what may she do. What is found is decided about one by one, as if each were
 * asked, in the snapshot of the search: a search and its evaluations cannot differ (R34).
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly store: EvaluationStore,
    private readonly limits: CallerLimits,
  ) {}

  /**
   * A page of what was found.
   * @throws Problem `invalid-input` naming each fault.
   */
  async find(actor: Actor, wanted: Wanted, body: unknown): Promise<SearchJson> {
    const search = readSearch(wanted, body);
    if ('faults' in search) throw new Problem('invalid-input', { faults: search.faults });
    const oin = oinOf(actor);
    await this.limits.spend(oin, 1);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'decision.search', decisionCaller: oin });
      const { yes, lines, edge } = await this.page(work, permit, search);
      work.remark({ details: { searched: wanted, type: search.type ?? 'action', found: yes.length } });
      work.note(lines);
      return {
        page: { next_token: edge === undefined ? '' : nextToken(search, edge), count: yes.length },
        results: yes.map((found) =>
          search.type === undefined ? { name: found } : { type: search.type, id: found },
        ),
      };
    });
  }

  /** One page. Of a limit of nothing it is where the search stands. */
  private async page(work: Work, permit: Permit<'decision.search'>, search: Search): Promise<Found> {
    const { type, words, behind, limit } = search;
    if (limit === 0) return { yes: [], lines: [], edge: behind ?? '' };
    if (type !== undefined) return this.walk(work, permit, search, type);
    const left = behind === undefined ? words : words.slice(words.indexOf(behind) + 1);
    const { yes, lines } = await this.decideEach(work, permit, search, left);
    const edge = yes.length > limit ? yes[limit - 1] : undefined;
    return { yes: yes.slice(0, limit), lines: lines.slice(0, limit), edge };
  }

  /** Goes through what may be found until the page is full. */
  private async walk(
    work: Work,
    permit: Permit<'decision.search'>,
    search: Search,
    wanted: string,
  ): Promise<Found> {
    const { names, limit } = search;
    const found: string[] = [];
    const lines: Remark[] = [];
    let behind = search.behind;
    for (let looked = 0; looked < furthest;) {
      const many = Math.min(Math.max(limit + 1, 100), furthest - looked);
      const candidates = await this.store.candidates(work, permit, names, { wanted, behind, many });
      const next = await this.decideEach(work, permit, search, candidates);
      const room = limit - found.length;
      found.push(...next.yes.slice(0, room));
      lines.push(...next.lines.slice(0, room));
      if (next.yes.length > room) return { yes: found, lines, edge: found.at(-1) };
      if (candidates.length < many) return { yes: found, lines };
      looked += candidates.length;
      behind = candidates.at(-1);
    }
    return { yes: found, lines, edge: behind };
  }

  private async decideEach(
    work: Work,
    permit: Permit<'decision.search'>,
    { about }: Search,
    candidates: readonly string[],
  ): Promise<Found> {
    const questions = candidates.flatMap((candidate) => {
      const read = about(candidate);
      return 'named' in read ? [{ candidate, read }] : [];
    });
    const { caller, known } = await this.store.gather(
      work,
      permit,
      questions.map(({ read }) => read.named.names),
    );
    this.limits.learn(caller);
    this.limits.owe(caller.oin, questions.length);
    const answers = questions.flatMap(({ candidate, read }, place) => {
      const { json, line } = answerTo(caller, read, known[place] ?? nothingKnown, work.now);
      return json.decision ? [{ candidate, line }] : [];
    });
    return { yes: answers.map(({ candidate }) => candidate), lines: answers.map(({ line }) => line) };
  }
}
