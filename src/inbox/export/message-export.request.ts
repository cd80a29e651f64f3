import { OmitType } from '@nestjs/swagger';
import { ListMessages } from '../message.request.ts';

/** Which messages to put into a file: as for the list, all pages of it. */
export class ExportMessages extends OmitType(ListMessages, ['limit', 'cursor'] as const) {}
