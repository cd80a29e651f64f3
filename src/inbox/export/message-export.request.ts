import { OmitType } from '@nestjs/swagger';
import { ListMessages, SearchMessages } from '../message.request.ts';

/** Which messages to put into a file: as for the list, all pages of it. */
export class ExportMessages extends OmitType(ListMessages, ['limit', 'cursor'] as const) {}

/** Which messages with which words: as for a search, all pages of it. */
export class ExportFoundMessages extends OmitType(SearchMessages, ['limit', 'cursor'] as const) {}
