import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Day } from '../../domain/day.ts';
import type { Permit } from '../../domain/decision.ts';
import type { MandateId, OrganisationId } from '../../domain/ids.ts';

/** By how many people of an office a mandate is used now, and when colleagues stand in. */
export interface Handlers {
  readonly organisation: OrganisationId;
  readonly people: number;
  readonly covers: readonly { readonly from: Day; readonly until: Day }[];
}

/** Reads what a client may know of who handles him. Counts and days: it never learns who they are. */
@Injectable()
export class HandlersStore {
  /** Of a mandate of the acting client, or nothing. */
  async of(
    work: Work,
    _permit: Permit<'mandate.handlers'>,
    mandate: MandateId,
  ): Promise<Handlers | undefined> {
    const [found] = await work.query<{ [Name in keyof Handlers]: Handlers[Name] | null }>(
      'SELECT organisation, people, covers FROM handlers_of($1)',
      [mandate],
    );
    if (!found?.organisation) return undefined;
    const { organisation, people, covers } = found;
    return { organisation, people: people ?? 0, covers: covers ?? [] };
  }
}
