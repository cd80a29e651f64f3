import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { Remark } from '../../audit/trail-entry.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Permit } from '../../domain/decision.ts';
import { mayLook } from '../../domain/decision-caller-access.ts';
import { Problem } from '../../domain/errors.ts';
import { answerTo } from '../answering.ts';
import { CallerLimits, leastOfASearch, oinOf } from '../caller-limits.ts';
import { EvaluationStore, nothingKnown } from '../evaluation.store.ts';
import { namesBsn } from '../named.ts';
import { askedBy, concerned, inTrace, ofHimself, shown } from '../on-record.ts';
import type { SearchJson } from './search.json.ts';
import { SealedTokens } from './page-tokens.ts';
import { readSearch, type Search, type Wanted } from './search.request.ts';

/** What was found, in order; how far it was looked, when there may be more behind it. */
interface Found {
  readonly yes: readonly string[];
  readonly lines: readonly Remark[];
  readonly edge?: string | undefined;
  /** How many were decided about, whatever was found. */
  readonly decided: number;
}

const nothingFound: Found = { yes: [], lines: [], decided: 0 };

/** So many are decided about for one page at most: it ends there, and the next one goes on. */
const furthest = 2_000;
/** So many are looked at together, or a page and one more. */
const atOnce = ({ limit }: Search): number => Math.max(limit + 1, 100);

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
    private readonly tokens: SealedTokens,
  ) {}

  /**
   * A page of what was found.
   * @throws Problem `invalid-input` naming each fault.
   */
  async find(actor: Actor, wanted: Wanted, body: unknown): Promise<SearchJson> {
    const oin = oinOf(actor);
    const tokens = this.tokens.of(oin);
    const search = readSearch(wanted, body, tokens);
    if ('faults' in search)
      return this.refuse(actor, wanted, new Problem('invalid-input', { faults: search.faults }));
    const price = Math.max(search.limit, leastOfASearch);
    const never = await this.limits.spend(oin, price).catch(limitReached);
    if (never) return this.refuse(actor, wanted, never);
    const { yes, edge } = await this.look(actor, wanted, search);
    return {
      page: { next_token: edge === undefined ? '' : tokens.seal(search.mark, edge), count: yes.length },
      results: yes.map((one) => (search.type === undefined ? { name: one } : { type: search.type, id: one })),
    };
  }

  /** What cannot be looked for was asked too: it counts, is on the record, and who may not search hears that first. */
  private async refuse(actor: Actor, wanted: Wanted, problem: Problem): Promise<never> {
    await this.limits.spend(oinOf(actor), 1);
    await this.unit.disclose(actor, async (work) => {
      const permit = await this.mayAsk(work);
      const { system } = await this.store.gather(work, permit, [{}]);
      work.remark({ details: { searched: wanted, decision: false, reason: problem.code, system } });
    });
    throw problem;
  }

  private look(actor: Actor, wanted: Wanted, search: Search): Promise<Found> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.mayAsk(work);
      const { caller, system, known } = await this.store.gather(work, permit, [search.names]);
      const found = mayLook(caller, namesBsn(search.names))
        ? await this.page(work, permit, search)
        : nothingFound;
      const { yes, lines, decided } = found;
      const keep = (line: Remark): Remark => inTrace(askedBy(system, line), actor, search.trace);
      const outcome = { searched: wanted, decided, found: yes.length };
      work.remark(keep(lineOf(search, known[0], outcome)));
      work.note(lines.map(keep));
      return found;
    });
  }

  private mayAsk(work: Work): Promise<Permit<'decision.search'>> {
    return this.desk.demand(work, { action: 'decision.search', decisionCaller: oinOf(work.actor) });
  }

  /** One page. Of a limit of nothing it is where the search stands, if there is anything. */
  private async page(work: Work, permit: Permit<'decision.search'>, search: Search): Promise<Found> {
    const { type, words, behind, limit } = search;
    if (limit === 0) {
      const { yes, edge, decided } = await this.page(work, permit, { ...search, limit: 1 });
      const isMore = yes.length > 0 || edge !== undefined;
      return { ...nothingFound, decided, edge: isMore ? (behind ?? '') : undefined };
    }
    if (type !== undefined) return this.walk(work, permit, search, type);
    const left = behind === undefined ? words : words.slice(words.indexOf(behind) + 1);
    const { yes, lines, decided } = await this.decideEach(work, permit, search, left);
    const edge = yes.length > limit ? yes[limit - 1] : undefined;
    return { yes: yes.slice(0, limit), lines: lines.slice(0, limit), edge, decided };
  }

  /** Goes through what may be found until the page is full, or so many were decided about. */
  private async walk(
    work: Work,
    permit: Permit<'decision.search'>,
    search: Search,
    wanted: string,
  ): Promise<Found> {
    const { names, limit } = search;
    const yes: string[] = [];
    const lines: Remark[] = [];
    let behind = search.behind;
    let decided = 0;
    for (let looked = 0; looked < furthest;) {
      const many = Math.min(atOnce(search), furthest - looked);
      const candidates = await this.store.candidates(work, permit, names, { wanted, behind, many });
      const next = await this.decideEach(work, permit, search, candidates);
      decided += next.decided;
      const room = limit - yes.length;
      yes.push(...next.yes.slice(0, room));
      lines.push(...next.lines.slice(0, room));
      if (next.yes.length > room) return { yes, lines, edge: yes.at(-1), decided };
      if (candidates.length < many) return { yes, lines, decided };
      looked += candidates.length;
      behind = candidates.at(-1);
    }
    return { yes, lines, edge: behind, decided };
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
    const answers = questions.flatMap(({ candidate, read }, place) => {
      const { json, line } = answerTo(caller, read, known[place] ?? nothingKnown, work.now);
      return json.decision ? [{ candidate, line }] : [];
    });
    return {
      yes: answers.map(({ candidate }) => candidate),
      lines: answers.map(({ line }) => line),
      decided: questions.length,
    };
  }
}

/** More than any minute of this system has; anything else that goes wrong goes on. */
function limitReached(error: unknown): Problem {
  if (error instanceof Problem && error.code === 'limit-reached') return error;
  throw error;
}

/** The line of the search itself: what was asked, of whose affairs, and how much was decided about, also when nothing was found. */
function lineOf(
  { shown: { object, details }, type = 'action' }: Search,
  known = nothingKnown,
  outcome: Readonly<Record<string, string | number>>,
): Remark {
  const about = object ? { object } : {};
  return {
    ...concerned(known),
    ...about,
    details: { type: shown(type), ...details, ...ofHimself(known), ...outcome },
  };
}
