import { OmitType } from '@nestjs/swagger';
import { FindOfficeClients } from '../office-client.request.ts';

/** Which clients to put into a file: as for the list, all pages of it. */
export class ExportOfficeClients extends OmitType(FindOfficeClients, ['limit', 'cursor'] as const) {}
