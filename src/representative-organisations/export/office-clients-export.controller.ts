import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { AnswersCsv, CsvAnswers } from '../../platform/csv.answer.ts';
import { type Language, Reading } from '../../platform/language.ts';
import { OrganisationPath } from '../organisation.request.ts';
import { ExportOfficeClients } from './office-clients-export.request.ts';
import { OfficeClientsExportService, words } from './office-clients-export.service.ts';

/** The clients of an office in a file. */
@ApiTags('offices')
@Controller('v1/representative-organisations/:organisation/clients')
export class OfficeClientsExportController {
  constructor(
    private readonly clients: OfficeClientsExportService,
    private readonly answers: CsvAnswers,
  ) {}

  @Get('_export')
  @Requires('clients.see')
  @AnswersCsv()
  @ApiOperation({
    operationId: 'exportOfficeClients',
    summary: 'The clients of your office that you may see, in a file for a spreadsheet',
    description: 'As the list, with its filters.',
  })
  export(
    @Acting() actor: Actor,
    @Param() { organisation }: OrganisationPath,
    @Query() wish: ExportOfficeClients,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    return this.answers.begin(actorKey(actor), words[language].file, () =>
      this.clients.open(actor, organisation, wish, language),
    );
  }
}
