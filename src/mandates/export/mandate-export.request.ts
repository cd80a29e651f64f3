import { OmitType } from '@nestjs/swagger';
import { ListMandates } from '../mandate.request.ts';

/** Which mandates to put into a file: as for the list, all pages of it. */
export class ExportMandates extends OmitType(ListMandates, ['limit', 'cursor'] as const) {}
