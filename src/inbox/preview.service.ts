import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import type { Permit } from '../domain/decision.ts';
import { fault, Problem } from '../domain/errors.ts';
import type { MandateId } from '../domain/ids.ts';
import type { Scope, WideScope } from '../domain/scope.ts';
import type { PreviewJson } from './preview.json.ts';
import { previewOf } from './preview.ts';
import { PreviewStore, type Towards } from './preview.store.ts';

type Previewing = Permit<'mandate.preview' | 'inbox.preview'>;

/** Shows a client what consent would open, before he gives it. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly previews: PreviewStore,
  ) {}

  /** For a mandate that the client was offered, or has. */
  ofMandate(actor: Actor, mandate: MandateId): Promise<PreviewJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'mandate.preview', mandate });
      const lines = await this.previews.linesOf(work, permit, mandate);
      return this.show(work, permit, lines, lines[0]);
    });
  }

  /**
   * For what a client thinks of granting.
   * @throws Problem `invalid-input` naming each line with a sender that is not registered.
   */
  ofWish(actor: Actor, lines: readonly Scope[]): Promise<PreviewJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'inbox.preview' });
      const known = await this.previews.names(
        work,
        lines.map(({ sender }) => sender),
      );
      const faults = lines.flatMap(({ sender }, place) =>
        known.has(sender)
          ? []
          : [
              fault(
                `#/lines/${place}/sender`,
                'unknown',
                'There is no such sender.',
                'Deze afnemer bestaat niet.',
              ),
            ],
      );
      if (faults.length > 0) throw new Problem('invalid-input', { faults });
      return this.show(work, permit, lines);
    });
  }

  private async show(
    work: Work,
    permit: Previewing,
    lines: readonly WideScope[],
    towards: Towards = { ofOwnWill: true },
  ): Promise<PreviewJson> {
    const groups = await this.previews.groups(work, permit, towards);
    const known = await this.previews.names(
      work,
      [...lines, ...groups].map(({ sender }) => sender),
    );
    return previewOf(lines, groups, known, !towards.urgent);
  }
}
