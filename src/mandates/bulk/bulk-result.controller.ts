import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { Clock } from '../../platform/clock.ts';
import { AnswersCsv, csvFile } from '../../platform/csv.answer.ts';
import { type Language, Reading } from '../../platform/language.ts';
import { LongAnswers } from '../../platform/long-answers.ts';
import { RunPath } from './bulk.request.ts';
import { BulkResultService } from './bulk-result.service.ts';

/** What became of each row. */
@ApiTags('bulk-runs')
@Controller('v1/bulk-runs/:run')
export class BulkResultController {
  constructor(
    private readonly results: BulkResultService,
    private readonly answers: LongAnswers,
    private readonly clock: Clock,
  ) {}

  @Get('result')
  @Requires('bulk.see')
  @AnswersCsv()
  @ApiOperation({
    operationId: 'downloadBulkResult',
    summary: 'Download what became of each row',
    description:
      'Row, line, reference, client, state, mandate, new mandate, code, and a sentence in Dutch and in English. It holds no number of a person.',
  })
  async result(
    @Acting() actor: Actor,
    @Param() { run }: RunPath,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    const stream = await this.answers.begin(actorKey(actor), () => this.results.open(actor, run, language));
    const name = language === 'nl' ? 'uitkomst' : 'result';
    return csvFile(name, dayOf(this.clock.now()), stream);
  }
}
