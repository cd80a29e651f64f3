import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../../access/once.ts';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { PageQuery } from '../../platform/fields.nested.ts';
import { Paged } from '../../platform/page-link.ts';
import { MessagePath } from '../message.request.ts';
import { MessageWorkJson, WorkStateJson } from './message-work.json.ts';
import { GiveMessage, HandleMessage, MoveMessage, ReopenMessage } from './message-work.request.ts';
import { MessageWorkService } from './message-work.service.ts';

const named =
  'What a colleague has in hand is changed only by who names him in `heldBy`; else the answer says who.';

/** The work on a message, inside one office: taken, given, put down, handled, reopened. */
@ApiTags('inbox')
@Controller('v1/messages/:message')
export class MessageWorkController {
  constructor(private readonly works: MessageWorkService) {}

  @Get('work')
  @Requires('inbox.work')
  @Paged()
  @ApiOperation({
    operationId: 'seeMessageWork',
    summary: 'Who has this message in hand, and what was done with it?',
    description:
      'Newest first. An employee sees his own office; the client sees which office did what and when, without its employees and its notes.',
  })
  @ApiOkResponse({ type: MessageWorkJson, description: 'How far it is, and a page of what was done.' })
  see(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Query() query: PageQuery,
  ): Promise<MessageWorkJson> {
    return this.works.see(actor, message, query);
  }

  @Post('taking')
  @HttpCode(200)
  @Requires('inbox.take')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'takeMessage', summary: 'Take a message in hand', description: named })
  @ApiOkResponse({ type: WorkStateJson, description: 'You have it in hand.' })
  take(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Body() body: MoveMessage,
    @IdempotencyKey() once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.works.take(actor, message, body, once);
  }

  @Post('giving')
  @HttpCode(200)
  @Requires('inbox.give')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'giveMessage',
    summary: 'Give a message to a colleague',
    description: `To one who could take it himself. ${named}`,
  })
  @ApiOkResponse({ type: WorkStateJson, description: 'The colleague has it in hand.' })
  give(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Body() body: GiveMessage,
    @IdempotencyKey() once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.works.give(actor, message, body, once);
  }

  @Post('release')
  @HttpCode(200)
  @Requires('inbox.let-go')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'letGoOfMessage', summary: 'Put a message down', description: named })
  @ApiOkResponse({ type: WorkStateJson, description: 'Nobody has it in hand.' })
  letGo(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Body() body: MoveMessage,
    @IdempotencyKey() once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.works.letGo(actor, message, body, once);
  }

  @Post('handling')
  @HttpCode(200)
  @Requires('inbox.handle')
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'handleMessage',
    summary: 'Say that a message was dealt with',
    description: named,
  })
  @ApiOkResponse({ type: WorkStateJson, description: 'It is handled.' })
  handle(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Body() body: HandleMessage,
    @IdempotencyKey() once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.works.handle(actor, message, body, once);
  }

  @Post('reopening')
  @HttpCode(200)
  @Requires('inbox.reopen')
  @WantsIdempotencyKey()
  @ApiOperation({ operationId: 'reopenMessage', summary: 'Say that a message was not dealt with after all' })
  @ApiOkResponse({ type: WorkStateJson, description: 'It is open, or you have it in hand.' })
  reopen(
    @Acting() actor: Actor,
    @Param() { message }: MessagePath,
    @Body() body: ReopenMessage,
    @IdempotencyKey() once: OnceKey,
  ): Promise<WorkStateJson> {
    return this.works.reopen(actor, message, body, once);
  }
}
