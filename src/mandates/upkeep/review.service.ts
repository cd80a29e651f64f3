import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import type { Actor } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { cursorOf, type Page, positionOf } from '../../platform/cursor.ts';
import { csvParts, exportPageSize } from '../../platform/csv.answer.ts';
import type { Language } from '../../platform/language.ts';
import { BulkMandatesStore } from '../bulk/bulk-mandates.store.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import { mandateJson } from '../mandate.view.ts';
import { type ConfirmedJson, type MandateReviewJson, mostCounted } from './review.json.ts';
import type { ExportReviews, ReviewWish } from './review.request.ts';
import { type Review, ReviewStore } from './review.store.ts';
import { cellsOf, columns } from './review.words.ts';

/** The yearly look at the mandates of an office: what is in force, how it is used, what is due. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly reviews: ReviewStore,
    private readonly mandates: BulkMandatesStore,
    private readonly names: MandateNamesStore,
  ) {}

  /** The mandates in force that this employee may see, earliest review or end first. */
  list(actor: Actor, wish: ReviewWish): Promise<Page<MandateReviewJson>> {
    return this.page(actor, wish, wish.limit, wish.cursor);
  }

  /** The same as a file for a spreadsheet, a page at a time; each page is asked for and recorded by itself. */
  async file(actor: Actor, wish: ExportReviews, language: Language): Promise<AsyncIterable<string>> {
    const part = async (cursor?: string) => {
      const { items, next } = await this.page(actor, wish, exportPageSize, cursor);
      return { rows: items.map((review) => cellsOf(review, language)), next };
    };
    return csvParts(language, columns[language], await part(), part);
  }

  private page(
    actor: Actor,
    wish: ExportReviews,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<MandateReviewJson>> {
    const after = positionOf('reviews', cursor);
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.review' });
      const found = await this.reviews.page(work, permit, wish, after, limit + 1);
      const shown = found.slice(0, limit);
      const items = await this.shown(work, shown);
      work.remark({ details: { mandates: items.length } });
      const last = shown.at(-1);
      return { items, next: found.length > limit && last ? cursorOf('reviews', last) : undefined };
    });
  }

  private async shown(work: Work, found: readonly Review[]): Promise<MandateReviewJson[]> {
    const kept = await this.mandates.find(
      work,
      found.map(({ id }) => id),
    );
    const namesOf = await this.names.of(work, [...kept.values()]);
    const colleagues = await this.reviews.colleagues(
      work,
      found.map(({ confirmedBy }) => confirmedBy),
    );
    return found.flatMap((review): MandateReviewJson[] => {
      const mandate = kept.get(review.id); // under row-level security, once more
      if (!mandate) return [];
      const { client, lines, period, reference, remindersDue } = mandateJson(
        mandate,
        namesOf(mandate),
        work.actor,
        work.now,
      );
      return [
        {
          mandate: review.id,
          ...{ client, reference, period, remindersDue },
          lines: lines.filter(({ endedAt }) => endedAt === undefined),
          lastUsedAt: review.lastUsed?.toISOString(),
          uses: { count: Math.min(review.uses, mostCounted), orMore: review.uses > mostCounted },
          confirmed: confirmedJson(review, colleagues),
          dueSince: review.reviewDue,
          due: review.reviewDue <= dayOf(work.now),
        },
      ];
    });
  }
}

const confirmedJson = (
  { confirmedAt, confirmedBy }: Review,
  colleagues: ReadonlyMap<string, string>,
): ConfirmedJson | undefined =>
  confirmedAt && confirmedBy
    ? {
        at: confirmedAt.toISOString(),
        by: { employee: confirmedBy, name: colleagues.get(confirmedBy) },
      }
    : undefined;
