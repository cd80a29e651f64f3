import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import type { Permit } from '../../domain/decision.ts';
import type { OrganisationId, ScopeTemplateId } from '../../domain/ids.ts';
import type { Scope } from '../../domain/scope.ts';
import { type Page, pageOf, positionOf } from '../../platform/cursor.ts';
import type { PageQuery } from '../../platform/fields.nested.ts';
import { newId } from '../../platform/ids.ts';

/** A template of an office. */
export interface ScopeTemplate {
  readonly id: ScopeTemplateId;
  readonly name: string;
  readonly lines: readonly Scope[];
  readonly since: Date;
}

/** The only writer of templates. Whose they are, row-level security keeps to. */
@Injectable()
export class ScopeTemplateStore {
  /** The templates with these names, in lower case. */
  named(work: Work, names: readonly string[]): Promise<Pick<ScopeTemplate, 'name' | 'lines'>[]> {
    return work.query(
      'SELECT name, lines FROM scope_template WHERE ended_at IS NULL AND lower(name) = ANY ($1)',
      [names],
    );
  }

  /** A page, newest first. */
  async page(
    work: Work,
    _permit: Permit<'office.see'>,
    { limit, cursor }: PageQuery,
  ): Promise<Page<ScopeTemplate>> {
    const after = positionOf('scope-templates', cursor);
    const rows = await work.query<ScopeTemplate>(
      `SELECT id, name, lines, since FROM scope_template
        WHERE ended_at IS NULL AND ($1::timestamptz IS NULL OR (since, id) < ($1, $2::uuid))
        ORDER BY since DESC, id DESC LIMIT $3`,
      [after?.at, after?.id, limit + 1],
    );
    return pageOf(
      'scope-templates',
      rows,
      limit,
      ({ since, id }) => ({ at: since, id }),
      (row) => row,
    );
  }

  /** Keeps what the office means by a name from now on. Runs that were checked keep what it meant then. */
  async put(
    work: Work,
    _permit: Permit<'office.manage'>,
    organisation: OrganisationId,
    { name, lines }: { readonly name: string; readonly lines: readonly Scope[] },
  ): Promise<ScopeTemplateId> {
    const [kept] = await work.query<{ id: ScopeTemplateId }>(
      `INSERT INTO scope_template (id, organisation_id, name, lines, since) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (organisation_id, lower(name)) WHERE ended_at IS NULL
       DO UPDATE SET name = excluded.name, lines = excluded.lines, since = excluded.since RETURNING id`,
      [newId(), organisation, name, JSON.stringify(lines), work.now],
    );
    if (!kept) throw new Error('a template that is put is kept');
    return kept.id;
  }

  /** Ends a template; tells whether there was one. */
  async end(
    work: Work,
    _permit: Permit<'office.manage'>,
    name: string,
  ): Promise<ScopeTemplateId | undefined> {
    const [ended] = await work.query<{ id: ScopeTemplateId }>(
      `UPDATE scope_template SET ended_at = $2 WHERE ended_at IS NULL AND lower(name) = lower($1) RETURNING id`,
      [name, work.now],
    );
    return ended?.id;
  }
}
