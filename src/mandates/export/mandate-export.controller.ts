import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { AnswersCsv, CsvAnswers } from '../../platform/csv.answer.ts';
import { type Language, Reading } from '../../platform/language.ts';
import { ExportMandates } from './mandate-export.request.ts';
import { MandateExportService } from './mandate-export.service.ts';
import { words } from './mandate-export.words.ts';

/** Mandates in a file. */
@ApiTags('mandates')
@Controller('v1/mandates')
export class MandateExportController {
  constructor(
    private readonly mandates: MandateExportService,
    private readonly answers: CsvAnswers,
  ) {}

  @Get('_export')
  @Requires('mandate.export')
  @AnswersCsv()
  @ApiOperation({
    operationId: 'exportMandates',
    summary: 'The mandates that you may see, in a file for a spreadsheet',
    description: 'As the list, with its filters; newest first.',
  })
  export(
    @Acting() actor: Actor,
    @Query() wish: ExportMandates,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    return this.answers.begin(actorKey(actor), words[language].file, () =>
      this.mandates.open(actor, wish, language),
    );
  }
}
