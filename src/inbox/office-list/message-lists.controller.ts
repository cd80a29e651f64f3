import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '../../access/requires.ts';
import type { Actor } from '../../domain/actor.ts';
import { Paged } from '../../platform/page-link.ts';
import { MessagesJson } from '../message.json.ts';
import { ListMessages, SearchMessages } from '../message.request.ts';
import { MessageService } from '../message.service.ts';
import { ClientsWithMessagesJson } from './client-pages.json.ts';
import { ListClientsWithMessages } from './client-pages.request.ts';
import { ClientPagesService } from './client-pages.service.ts';
import { CountsJson, ClientCountsJson, SenderCountsJson } from './inbox-counts.json.ts';
import { CountedClients, CountedMessages } from './inbox-counts.request.ts';
import { InboxCountsService } from './inbox-counts.service.ts';
import { InboxFilter } from './inbox-filter.request.ts';

/** Lists of messages, and what is in them by number. */
@ApiTags('inbox')
@Controller('v1/messages')
export class MessageListsController {
  constructor(
    private readonly messages: MessageService,
    private readonly counts: InboxCountsService,
    private readonly clients: ClientPagesService,
  ) {}

  @Get()
  @Requires('inbox.list')
  @Paged()
  @ApiOperation({
    operationId: 'listMessages',
    summary: 'Which messages are there?',
    description:
      'A citizen sees his own, newest first; an employee those of one client or of all his clients, newest or most urgent first, on to the next page and back.',
  })
  @ApiOkResponse({ type: MessagesJson, description: 'A page of messages, without their text.' })
  list(@Acting() actor: Actor, @Query() query: ListMessages): Promise<MessagesJson> {
    return this.messages.list(actor, query);
  }

  @Post('_search')
  @HttpCode(200)
  @Requires('inbox.list')
  @ApiOperation({
    operationId: 'searchMessages',
    summary: 'Look for words in messages',
    description:
      'In subject and body, in Dutch: accents and usual forms of a word (brief, brieven; betalen, betaalt) do not matter; irregular ones (stad, steden), participles and parts of a compound do. Newest first. What you may not read is not found.',
  })
  @ApiOkResponse({ type: MessagesJson, description: 'A page of messages, without their text.' })
  search(@Acting() actor: Actor, @Body() body: SearchMessages): Promise<MessagesJson> {
    return this.messages.list(actor, body);
  }

  @Get('_counts')
  @Requires('inbox.count')
  @ApiOperation({
    operationId: 'countMessages',
    summary: 'How many messages are there for each filter?',
    description:
      'Counted to 99: more than that is told as `more`. Each counts within the filter that is given.',
  })
  @ApiOkResponse({ type: CountsJson, description: 'Of what you may read now.' })
  count(@Acting() actor: Actor, @Query() query: CountedMessages): Promise<CountsJson> {
    return this.counts.panel(actor, query);
  }

  @Get('_counts/senders')
  @Requires('inbox.count')
  @ApiOperation({
    operationId: 'countMessagesBySender',
    summary: 'How many messages are there of each sender?',
  })
  @ApiOkResponse({
    type: SenderCountsJson,
    description: 'Of what you may read now; senders without any are left out.',
  })
  bySender(@Acting() actor: Actor, @Query() query: InboxFilter): Promise<SenderCountsJson> {
    return this.counts.bySender(actor, query);
  }

  @Get('_counts/clients')
  @Requires('inbox.count')
  @Paged()
  @ApiOperation({
    operationId: 'listClientsWithMessages',
    summary: 'Which clients have messages, and how many?',
    description:
      'Unread, overdue, or whatever the filter asks; clients without any are left out. Whose newest is newest comes first, on to the next page and back. A page may hold fewer than asked for, even none, while there is a next one: then so much was looked through without a match.',
  })
  @ApiOkResponse({ type: ClientsWithMessagesJson, description: 'Of what you may read now.' })
  clientsWithMessages(
    @Acting() actor: Actor,
    @Query() query: ListClientsWithMessages,
  ): Promise<ClientsWithMessagesJson> {
    return this.clients.page(actor, query);
  }

  @Post('_counts/clients')
  @HttpCode(200)
  @Requires('inbox.count')
  @ApiOperation({
    operationId: 'countMessagesByClient',
    summary: 'How many messages are there of each of these clients?',
    description: 'Who is not your client has none.',
  })
  @ApiOkResponse({
    type: ClientCountsJson,
    description: 'Of what you may read now, in the order of the question.',
  })
  byClient(@Acting() actor: Actor, @Body() body: CountedClients): Promise<ClientCountsJson> {
    return this.counts.byClient(actor, body);
  }
}
