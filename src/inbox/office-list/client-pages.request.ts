import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PageQuery } from '../../platform/fields.nested.ts';
import { InboxFilter } from './inbox-filter.request.ts';

/** Which messages clients are to have, and which page of those clients. */
export class ListClientsWithMessages extends IntersectionType(OmitType(InboxFilter, ['client']), PageQuery) {}
