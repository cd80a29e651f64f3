import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import { type Actor, actorKey } from '../../domain/actor.ts';
import { InTwoLanguages, type Language, Reading } from '../../platform/language.ts';
import { LongAnswers } from '../../platform/long-answers.ts';
import { contentDisposition } from '../file-name.ts';
import { Selection } from './selection.request.ts';
import { SelectionService } from './selection.service.ts';
import { words } from './words.ts';

const mediaType = 'application/zip';

/** Many messages in one file. */
@ApiTags('inbox')
@Controller('v1/messages')
export class SelectionController {
  constructor(
    private readonly selections: SelectionService,
    private readonly answers: LongAnswers,
  ) {}

  @Post('_download')
  @HttpCode(200)
  @Requires('inbox.collect')
  @InTwoLanguages()
  @ApiProduces(mediaType)
  @ApiOperation({
    operationId: 'downloadMessages',
    summary: 'Download messages with their attachments in one file',
    description:
      'Each message is asked for when its turn comes, and goes in whole or not at all. The file ends with a list of what is in it, and of what is not and why. When the connection breaks, the file is not whole.',
  })
  @ApiOkResponse({
    description: 'The file, also when nothing but the list is in it.',
    content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
  })
  async download(
    @Acting() actor: Actor,
    @Body() { messages }: Selection,
    @Reading() language: Language,
  ): Promise<StreamableFile> {
    const stream = await this.answers.begin(actorKey(actor), () =>
      this.selections.open(actor, messages, language),
    );
    return new StreamableFile(stream, {
      type: mediaType,
      disposition: contentDisposition(`${words[language].zip}.zip`),
    });
  }
}
