import { Injectable } from '@nestjs/common';
import type { Work } from '../audit/work.ts';
import type { Day } from '../domain/day.ts';
import type { Permit } from '../domain/decision.ts';
import type { KvkNumber } from '../domain/identifiers.ts';
import type { OrganisationId } from '../domain/ids.ts';

/** An office where the acting person works now. */
export interface OwnOffice {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly kvk: KvkNumber | null;
  readonly since: Day;
}

/** Reads where the acting person works. It takes nobody's name: the database answers about who acts, and no other. */
@Injectable()
export class OwnOfficeStore {
  /** All of them, by name. */
  all(work: Work, _permit: Permit<'self.see'>): Promise<readonly OwnOffice[]> {
    return work.named<{ [Name in keyof OwnOffice]: OwnOffice[Name] }>(
      'own-offices',
      `SELECT organisation, name, kvk, to_char(since, 'YYYY-MM-DD') AS since FROM acting_offices()`,
      [],
    );
  }
}
