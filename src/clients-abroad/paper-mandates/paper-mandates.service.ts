import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import type { Actor } from '../../domain/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { maskedBsns } from '../../domain/identifiers.ts';
import type { EvidenceId, PaperMandateId } from '../../domain/ids.ts';
import { obstaclesOf } from '../../domain/paper-mandate.ts';
import { reasons } from '../../domain/reasons.ts';
import type { Page } from '../../platform/cursor.ts';
import type { EvidenceType } from '../../platform/evidence.ts';
import { problems } from '../../platform/problems.ts';
import { EvidenceStore } from '../cases/evidence.store.ts';
import type {
  OpenedPaperMandateJson,
  PaperMandateJson,
  PaperObstacleJson,
  PaperPreviewJson,
} from './paper-mandate.json.ts';
import type { ListPaperMandates } from './paper-mandate.request.ts';
import type { PaperMandate } from './paper-mandate.row.ts';
import { PaperMandateStore } from './paper-mandate.store.ts';
import { paperMandateJson, previewOf, type SenderNames } from './paper-mandate.view.ts';
import { PaperNamesStore } from './paper-names.store.ts';

/** What officials look at before they decide about a mandate on paper. */
@Injectable()
export class PaperMandatesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly papers: PaperMandateStore,
    private readonly evidence: EvidenceStore,
    private readonly names: PaperNamesStore,
    private readonly clients: ClientStore,
  ) {}

  /** What waits, longest first; else newest first. */
  list(actor: Actor, wish: ListPaperMandates): Promise<Page<PaperMandateJson>> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'paper-mandate.list' });
      const { items, next } = await this.papers.page(work, permit, wish);
      const names = await this.namesIn(work, items);
      return { items: items.map((paper) => paperMandateJson(paper, names)), next };
    });
  }

  /** One, with what an official compares. @throws Problem `not-found` */
  see(actor: Actor, id: PaperMandateId): Promise<OpenedPaperMandateJson> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, { action: 'paper-mandate.see', paperMandate: id });
      const paper = await this.found(work, id);
      const bsn = await this.clients.bsnOf(work, paper.client);
      return {
        ...paperMandateJson(paper, await this.namesIn(work, [paper])),
        birthDate: paper.claimedBirthDate,
        bsn: bsn && maskedBsns(bsn),
        evidence: await this.evidence.ofPaper(work, permit, id),
      };
    });
  }

  /** One copy. @throws Problem `not-found` */
  copy(
    actor: Actor,
    id: PaperMandateId,
    evidence: EvidenceId,
  ): Promise<{ mediaType: EvidenceType; content: Buffer }> {
    return this.unit.disclose(actor, async (work) => {
      const permit = await this.desk.demand(work, {
        ...{ action: 'paper-mandate.see-evidence', paperMandate: id },
      });
      work.remark({ details: { evidence } });
      const copy = await this.evidence.content(work, permit, { paperMandate: id }, evidence);
      if (!copy) throw new Problem('not-found');
      return copy;
    });
  }

  /** What confirming it would open, and what stands in the way now. @throws Problem `not-found` */
  foresee(actor: Actor, id: PaperMandateId): Promise<PaperPreviewJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'paper-mandate.foresee', paperMandate: id });
      const paper = await this.found(work, id);
      const obstacles = paper.state === 'waiting' ? await this.obstacles(work, paper) : [];
      work.remark({ details: { obstacles: obstacles.length } });
      return previewOf(paper, await this.namesIn(work, [paper]), obstacles);
    });
  }

  private async obstacles(work: Work, paper: PaperMandate): Promise<PaperObstacleJson[]> {
    const why = await this.desk.whyNot(work, { action: 'paper-mandate.confirm', paperMandate: paper.id });
    const between = await this.papers.between(work, paper, 'to-look');
    const words = ({ nl, en }: { nl: string; en: string }) => ({ words: { nl, en } });
    return [
      ...(why ? [{ code: why, ...words(reasons[why]) }] : []),
      ...obstaclesOf(paper, between, work.now).map(({ code, mandate, says }) => ({
        ...{ code, mandate, ...words(says ?? problems[code]) },
      })),
    ];
  }

  private async found(work: Work, id: PaperMandateId): Promise<PaperMandate> {
    const paper = await this.papers.find(work, id);
    if (!paper) throw new Problem('not-found');
    return paper;
  }

  private namesIn(work: Work, papers: readonly PaperMandate[]): Promise<SenderNames> {
    return this.names.senders(
      work,
      papers.flatMap(({ lines }) => lines.map(({ sender }) => sender)),
    );
  }
}
