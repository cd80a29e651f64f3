import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { AnswersCsv, CsvAnswers } from '../../platform/csv.answer.ts';
import { type Language, Reading } from '../../platform/language.ts';
import { ExportFoundMessages, ExportMessages } from './message-export.request.ts';
import { type ExportWish, MessageExportService } from './message-export.service.ts';
import { words } from './words.ts';

/** Lists of messages in a file. */
@ApiTags('inbox')
@Controller('v1/messages')
export class MessageExportController {
  constructor(
    private readonly messages: MessageExportService,
    private readonly answers: CsvAnswers,
  ) {}

  @Get('_export')
  @Requires('inbox.list')
  @AnswersCsv()
  @ApiOperation({
    operationId: 'exportMessages',
    summary: 'The list of messages in a file for a spreadsheet',
    description: 'As the list, with its filters and in its order; without the text of the messages.',
  })
  export(
    @Acting() actor: Actor,
    @Query() wish: ExportMessages,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    return this.file(actor, wish, language);
  }

  @Post('_export')
  @HttpCode(200)
  @Requires('inbox.list')
  @AnswersCsv()
  @ApiOperation({
    operationId: 'exportFoundMessages',
    summary: 'What a search finds in a file for a spreadsheet',
    description: 'As the search, with its filters and in its order; without the text of the messages.',
  })
  exportFound(
    @Acting() actor: Actor,
    @Body() wish: ExportFoundMessages,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    return this.file(actor, wish, language);
  }

  private file(actor: Actor, wish: ExportWish, language: Language): Promise<StreamableFile> {
    return this.answers.begin(actorKey(actor), words[language].list.file, () =>
      this.messages.open(actor, wish, language),
    );
  }
}
