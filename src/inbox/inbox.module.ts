import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryService } from './delivery.service.ts';
import { DeliveryStore } from './delivery.store.ts';
import { DownloadService } from './download.service.ts';
import { MessageExportController } from './export/message-export.controller.ts';
import { MessageExportService } from './export/message-export.service.ts';
import { SelectionController } from './export/selection.controller.ts';
import { SelectionService } from './export/selection.service.ts';
import { SelectionStore } from './export/selection.store.ts';
import { MessageListStore } from './message-list.store.ts';
import { MessageController } from './message.controller.ts';
import { AttachmentRow, MessageRow } from './message.row.ts';
import { MessageService } from './message.service.ts';
import { MessageStore } from './message.store.ts';
import { ClientPagesService } from './office-list/client-pages.service.ts';
import { ClientPagesStore } from './office-list/client-pages.store.ts';
import { InboxCountsService } from './office-list/inbox-counts.service.ts';
import { InboxCountsStore } from './office-list/inbox-counts.store.ts';
import { MessageListsController } from './office-list/message-lists.controller.ts';
import { OfficeListService } from './office-list/office-list.service.ts';
import { OfficeListStore } from './office-list/office-list.store.ts';
import { ShownClientsService } from './office-list/shown-clients.service.ts';
import { ShownClientsStore } from './office-list/shown-clients.store.ts';
import { WordsService } from './office-list/words.service.ts';
import { WordsStore } from './office-list/words.store.ts';
import { PreviewController } from './preview.controller.ts';
import { PreviewService } from './preview.service.ts';
import { PreviewStore } from './preview.store.ts';
import { SearchWordsStore } from './search-words.store.ts';
import { SenderController } from './sender.controller.ts';
import { SenderService } from './sender.service.ts';
import { SenderStore } from './sender.store.ts';

/** Senders and the messages that they deliver; clients and representatives who read them. */
@Module({
  imports: [TypeOrmModule.forFeature([MessageRow, AttachmentRow])],
  controllers: [
    SenderController,
    MessageListsController,
    MessageController,
    PreviewController,
    SelectionController,
    MessageExportController,
  ],
  providers: [
    ...[SenderStore, SenderService, DeliveryStore, DeliveryService, MessageStore, MessageListStore],
    ...[MessageService, DownloadService, PreviewStore, PreviewService],
    ...[OfficeListStore, OfficeListService, InboxCountsStore, InboxCountsService],
    ...[ShownClientsStore, ShownClientsService, ClientPagesStore, ClientPagesService],
    ...[WordsStore, WordsService, SearchWordsStore],
    ...[SelectionStore, SelectionService, MessageExportService],
  ],
})
export class InboxModule {}
