import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { IdempotencyKey, type OnceKey, WantsIdempotencyKey } from '../access/once.ts';
import { Acting, Requires } from '../access/requires.ts';
import type { Actor } from '../domain/actor.ts';
import { DeliveryService } from './delivery.service.ts';
import { DownloadService } from './download.service.ts';
import { contentDisposition } from './file-name.ts';
import { contentType, mediaTypes } from '../platform/media-type.ts';
import { DeliveredJson, OpenedMessageJson } from './message.json.ts';
import { AttachmentPath, DeliverMessage, MessagePath } from './message.request.ts';
import { MessageService } from './message.service.ts';

/** Bytes of a delivery: 15 MiB of attachments are 20 MiB in base64, and the text may need escapes. */
const deliveryLimit = 24 * 1024 * 1024;

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** Messages: delivered by senders, read by clients and their representatives. */
@ApiTags('inbox')
@Controller('v1/messages')
export class MessageController {
  constructor(
    private readonly messages: MessageService,
    private readonly deliveries: DeliveryService,
    private readonly downloads: DownloadService,
  ) {}

  @Post()
  @Requires('inbox.deliver')
  @RouteConfig({ bodyLimit: deliveryLimit })
  @WantsIdempotencyKey()
  @ApiOperation({
    operationId: 'deliverMessage',
    summary: 'Deliver a message to a citizen',
    description: 'A body may be 24 MiB. An attachment may be 10 MiB, all together 15 MiB, before base64.',
  })
  @ApiCreatedResponse({ type: DeliveredJson, description: 'Delivered.' })
  deliver(
    @Acting() actor: Actor,
    @IdempotencyKey() once: OnceKey,
    @Body() body: DeliverMessage,
  ): Promise<DeliveredJson> {
    return this.deliveries.deliver(actor, once, body);
  }

  @Get(':message')
  @Requires('inbox.read')
  @ApiOperation({
    operationId: 'openMessage',
    summary: 'Open a message',
    description: 'Opening is reading: it sets the read mark of whoever opens it, and of nobody else.',
  })
  @ApiOkResponse({ type: OpenedMessageJson, description: 'The message.' })
  open(@Acting() actor: Actor, @Param() { message }: MessagePath): Promise<OpenedMessageJson> {
    return this.messages.open(actor, message);
  }

  @Put(':message/read-mark')
  @HttpCode(204)
  @Requires('inbox.mark')
  @ApiOperation({ operationId: 'markAsRead', summary: 'Mark a message as read by you' })
  @ApiNoContentResponse({ description: 'Marked.' })
  markAsRead(@Acting() actor: Actor, @Param() { message }: MessagePath): Promise<void> {
    return this.messages.setRead(actor, message, true);
  }

  @Delete(':message/read-mark')
  @HttpCode(204)
  @Requires('inbox.mark')
  @ApiOperation({ operationId: 'markAsUnread', summary: 'Mark a message as not read by you' })
  @ApiNoContentResponse({ description: 'No longer marked.' })
  markAsUnread(@Acting() actor: Actor, @Param() { message }: MessagePath): Promise<void> {
    return this.messages.setRead(actor, message, false);
  }

  @Put(':message/archive-mark')
  @HttpCode(204)
  @Requires('inbox.archive')
  @ApiOperation({ operationId: 'archiveMessage', summary: 'Put a message in your archive' })
  @ApiNoContentResponse({ description: 'Archived.' })
  archive(@Acting() actor: Actor, @Param() { message }: MessagePath): Promise<void> {
    return this.messages.setArchived(actor, message, true);
  }

  @Delete(':message/archive-mark')
  @HttpCode(204)
  @Requires('inbox.archive')
  @ApiOperation({ operationId: 'unarchiveMessage', summary: 'Take a message out of your archive' })
  @ApiNoContentResponse({ description: 'No longer archived.' })
  unarchive(@Acting() actor: Actor, @Param() { message }: MessagePath): Promise<void> {
    return this.messages.setArchived(actor, message, false);
  }

  @Get(':message/attachments/:attachment')
  @Requires('inbox.download')
  @ApiProduces(...mediaTypes)
  @ApiOperation({
    operationId: 'downloadAttachment',
    summary: 'Download an attachment',
    description: 'Whole, never a range. When access ends half-way, the connection is broken off.',
  })
  @ApiOkResponse({
    description: 'The content, always as an attachment.',
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, binary])),
  })
  async download(@Acting() actor: Actor, @Param() path: AttachmentPath): Promise<StreamableFile> {
    const { header, parts } = await this.downloads.open(actor, path);
    // Nothing is read ahead: a part is fetched, and asked for, when the one before it went out.
    return new StreamableFile(Readable.from(parts, { objectMode: false, highWaterMark: 0 }), {
      type: contentType(header.mediaType),
      disposition: contentDisposition(header.name),
      length: header.size,
    });
  }
}
