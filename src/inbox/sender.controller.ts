import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { PageQuery } from '../platform/fields.nested.ts';
import { Paged } from '../platform/page-link.ts';
import { SendersJson } from './sender.json.ts';
import { DefineMessageType, MessageTypePath, RegisterSender, SenderPath } from './sender.request.ts';
import { SenderService } from './sender.service.ts';

/** Government bodies that deliver messages. */
@ApiTags('senders')
@Controller('v1/senders')
export class SenderController {
  constructor(private readonly senders: SenderService) {}

  @Get()
  @Requires('sender.search')
  @Paged()
  @ApiOperation({ operationId: 'listSenders', summary: 'Who delivers messages, and of what kinds?' })
  @ApiOkResponse({ type: SendersJson, description: 'A page of senders, by OIN.' })
  list(@Acting() actor: Actor, @Query() query: PageQuery): Promise<SendersJson> {
    return this.senders.search(actor, query);
  }

  @Put(':oin')
  @HttpCode(204)
  @Requires('sender.register')
  @ApiOperation({ operationId: 'registerSender', summary: 'Register a sender, or correct it' })
  @ApiNoContentResponse({ description: 'Registered.' })
  register(
    @Acting() actor: Actor,
    @Param() { oin }: SenderPath,
    @Body() body: RegisterSender,
  ): Promise<void> {
    return this.senders.register(actor, oin, body);
  }

  @Put(':oin/message-types/:code')
  @HttpCode(204)
  @Requires('sender.define-types')
  @ApiOperation({
    operationId: 'defineMessageType',
    summary: 'Say what kind of message a code stands for',
    description: 'Holds for messages delivered from now on. Only the sender itself can do this.',
  })
  @ApiNoContentResponse({ description: 'Defined.' })
  defineType(
    @Acting() actor: Actor,
    @Param() path: MessageTypePath,
    @Body() body: DefineMessageType,
  ): Promise<void> {
    return this.senders.defineType(actor, path, body);
  }
}
