import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { AnswersCsv, CsvAnswers } from '../../platform/csv.answer.ts';
import type { Page } from '../../platform/cursor.ts';
import { type Language, Reading } from '../../platform/language.ts';
import { Paged } from '../../platform/page-link.ts';
import { ReviewAnswersService } from './review-answers.service.ts';
import { type MandateReviewJson, MandateReviewsJson, ReviewAnswersJson } from './review.json.ts';
import { ConfirmMandates, EndMandates, ExportReviews, ReviewWish } from './review.request.ts';
import { ReviewService } from './review.service.ts';
import { fileName } from './review.words.ts';

/** The yearly look at the mandates of an office. */
@ApiTags('mandates')
@Controller('v1/mandate-reviews')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly answers: ReviewAnswersService,
    private readonly files: CsvAnswers,
  ) {}

  @Get()
  @Requires('mandate.review')
  @Paged()
  @ApiOperation({
    operationId: 'listMandateReviews',
    summary: 'The mandates in force, how they are used, and which are due for the yearly look',
    description:
      'Those of your clients; an administrator sees all of the office. A review is due a year after a mandate became active or was last confirmed, and at once when a guardian came for the client’s money. Filter by what is unused, or ends soon.',
  })
  @ApiOkResponse({ type: MandateReviewsJson })
  list(@Acting() actor: Actor, @Query() wish: ReviewWish): Promise<Page<MandateReviewJson>> {
    return this.reviews.list(actor, wish);
  }

  @Get('_export')
  @Requires('mandate.review')
  @AnswersCsv()
  @ApiOperation({ operationId: 'exportMandateReviews', summary: 'The same list as a file for a spreadsheet' })
  export(
    @Acting() actor: Actor,
    @Query() wish: ExportReviews,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    return this.files.begin(actorKey(actor), fileName[language], () =>
      this.reviews.file(actor, wish, language),
    );
  }

  @Post('_confirm')
  @HttpCode(200)
  @Requires('mandate.answer-review')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'confirmMandates',
    summary: 'Say that mandates are still needed',
    description:
      'Each is answered by itself: one that cannot be confirmed does not stand in the way of the rest.',
  })
  @ApiOkResponse({ type: ReviewAnswersJson })
  confirm(
    @Acting() actor: Actor,
    @Body() { mandates }: ConfirmMandates,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ReviewAnswersJson> {
    return this.answers.confirm(actor, mandates, once);
  }

  @Post('_end')
  @HttpCode(200)
  @Requires('mandate.answer-review')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'endMandates',
    summary: 'End mandates as the office, many at once',
    description: 'Each is answered by itself. What was ended never comes back (R18).',
  })
  @ApiOkResponse({ type: ReviewAnswersJson })
  end(
    @Acting() actor: Actor,
    @Body() { mandates, reason }: EndMandates,
    @IdempotencyKey() once: OnceKey,
  ): Promise<ReviewAnswersJson> {
    return this.answers.end(actor, mandates, reason, once);
  }
}
