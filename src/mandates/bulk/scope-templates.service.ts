import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Actor, Employee } from '../../domain/actor.ts';
import { dayOf, addDays } from '../../domain/day.ts';
import { fault, Problem } from '../../domain/errors.ts';
import { faultsOf } from '../../domain/mandate-request.ts';
import type { Page } from '../../platform/cursor.ts';
import type { PageQuery } from '../../platform/fields.nested.ts';
import { MandateNamesStore } from '../mandate-names.store.ts';
import type { ScopeTemplateJson } from './scope-templates.json.ts';
import type { PutTemplate } from './bulk.request.ts';
import { ScopeTemplateStore } from './scope-template.store.ts';

/** The templates of an office: what it asks again and again, under a name of its own. */
@Injectable()
export class ScopeTemplatesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly templates: ScopeTemplateStore,
    private readonly names: MandateNamesStore,
  ) {}

  /** The templates of the own office, for everyone who works there. */
  list(actor: Actor, page: PageQuery): Promise<Page<ScopeTemplateJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, {
        action: 'office.see',
        organisation: officeOf(actor).organisation,
      });
      const { items, next } = await this.templates.page(work, permit, page);
      return {
        items: items.map(({ name, lines, since }) => ({ name, lines, since: since.toISOString() })),
        next,
      };
    });
  }

  /** @throws Problem `invalid-input` with every fault of the lines (R7). */
  put(actor: Actor, name: string, { lines }: PutTemplate): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const { organisation } = officeOf(actor);
      const permit = await this.desk.demand(work, { action: 'office.manage', organisation });
      const senders = await this.names.senders(
        work,
        lines.map(({ sender }) => sender),
      );
      const today = dayOf(work.now);
      const faults = [
        ...faultsOf({ lines, period: { from: today, until: addDays(today, 1) } }, today),
        ...lines.flatMap(({ sender }, place) =>
          senders.has(sender)
            ? []
            : [
                fault(
                  `#/lines/${place}/sender`,
                  'unknown',
                  'No sender is registered by this OIN.',
                  'Er is geen afnemer met dit OIN.',
                ),
              ],
        ),
      ];
      if (faults.length > 0) throw new Problem('invalid-input', { faults });
      const kept = lines.map(({ sender, category, actions }) => ({ sender, category, actions }));
      const id = await this.templates.put(work, permit, organisation, { name: name.trim(), lines: kept });
      const scope = kept.map((line) => `${line.sender} ${line.category}: ${line.actions.join(' ')}`);
      work.remark({
        object: { kind: 'scope-template', id },
        details: { change: 'template', lines: scope.join('; ') },
      });
    });
  }

  /** The name means nothing any more. @throws Problem `not-found` */
  end(actor: Actor, name: string): Promise<void> {
    return this.unit.run(actor, async (work) => {
      const { organisation } = officeOf(actor);
      const permit = await this.desk.demand(work, { action: 'office.manage', organisation });
      const id = await this.templates.end(work, permit, name.trim());
      if (!id) throw new Problem('not-found');
      work.remark({ object: { kind: 'scope-template', id }, details: { change: 'template-ended' } });
    });
  }
}

function officeOf(actor: Actor): Employee {
  if (actor.kind !== 'employee') throw new Error('the door lets only employees in');
  return actor;
}
