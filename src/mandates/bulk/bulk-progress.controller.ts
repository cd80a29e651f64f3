import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { TooManyAtOnce } from '../../platform/csv.answer.ts';
import { RunPath } from './bulk.request.ts';
import { BulkProgressJson } from './bulk-progress.json.ts';
import { BulkProgressService } from './bulk-progress.service.ts';

const mediaType = 'text/event-stream';

/** Watching a run. */
@ApiTags('bulk-runs')
@Controller('v1/bulk-runs/:run')
export class BulkProgressController {
  constructor(private readonly progress: BulkProgressService) {}

  @Get('events')
  @Requires('bulk.see')
  @Header('Connection', 'close') // so that a house that closes does not wait for it afterwards
  @Header('X-Accel-Buffering', 'no') // a proxy in between hands on each event at once
  @ApiProduces(mediaType)
  @ApiExtraModels(BulkProgressJson)
  @ApiOperation({
    operationId: 'watchBulkRun',
    summary: 'Watch how far a run is',
    description:
      'Server-sent events: `progress` with a BulkProgressJson on each change, and at last `end` with `{"why": "over" | "refused" | "again"}`. After `again` the same request may be repeated.',
  })
  @ApiOkResponse({
    description: 'Events, until the run is over.',
    content: { [mediaType]: { schema: { type: 'string' } } },
  })
  @TooManyAtOnce()
  async events(@Acting() actor: Actor, @Param() { run }: RunPath): Promise<StreamableFile> {
    return new StreamableFile(await this.progress.watch(actor, run), { type: mediaType });
  }
}
