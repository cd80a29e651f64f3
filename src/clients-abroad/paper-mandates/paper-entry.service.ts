import { Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import { Once, type OnceKey } from '../../access/once.ts';
import { UnitOfWork } from '../../audit/unit-of-work.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Fault, fault, Problem } from '../../domain/errors.ts';
import type { ClientId, OrganisationId } from '../../domain/ids.ts';
import { ensureNew, faultsOfPaper } from '../../domain/paper-mandate.ts';
import { acceptEvidence } from '../../platform/evidence.ts';
import { newId, newReference } from '../../platform/ids.ts';
import { QueueStore } from '../../platform/queue.store.ts';
import { EvidenceStore } from '../cases/evidence.store.ts';
import type { PaperMandateJson } from './paper-mandate.json.ts';
import type { EnterPaperMandate } from './paper-mandate.request.ts';
import type { EnteredPaper } from './paper-mandate.row.ts';
import { PaperMandateStore } from './paper-mandate.store.ts';
import { paperMandateJson, type SenderNames } from './paper-mandate.view.ts';
import { PaperNamesStore } from './paper-names.store.ts';

/** An official enters what a client abroad signed. It gives nothing until another official confirms it. */
@Injectable()
export class PaperEntryService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly clients: ClientStore,
    private readonly papers: PaperMandateStore,
    private readonly evidence: EvidenceStore,
    private readonly names: PaperNamesStore,
    private readonly queue: QueueStore,
  ) {}

  /**
   * Enters it. The register of persons is asked by a task: it may be slow, and one that fails confirms nobody.
   * @throws Problem `invalid-input` with every fault at once, `duplicate-mandate` (R14), `already-exists` when the same
   * paper waits already.
   */
  enter(actor: Actor, wish: EnterPaperMandate, once: OnceKey): Promise<PaperMandateJson> {
    return this.unit.run(actor, (work) =>
      this.once.act(work, once, async () => {
        const { client, organisation } = await this.parties(work, wish);
        const { lines, from, until, birthDate } = wish;
        await this.desk.demand(work, {
          ...{ action: 'paper-mandate.enter', organisation, signedBy: client, lines },
        });
        if (actor.kind !== 'official') throw new Error('the door lets only officials enter paper');
        const names = await this.names.senders(
          work,
          lines.map(({ sender }) => sender),
        );
        const copies = acceptEvidence(wish.evidence, faultsOf(wish, names, work.now)).map((copy, place) => ({
          ...{ ...copy, what: wish.evidence[place]?.what ?? 'authorisation' },
        }));
        const id = newId<'paper mandate'>();
        const paper: EnteredPaper = {
          ...{ id, client, organisation, period: { from, until }, claimedBirthDate: birthDate },
          lines: lines.map(({ sender, category, actions }) => ({ sender, category, actions })),
          ...{ state: 'waiting', person: 'unasked', note: wish.note.trim(), reference: newReference() },
          entered: { by: actor.subject, at: work.now },
        };
        ensureNew(paper, await this.papers.between(work, paper, 'to-add'), work.now);
        await this.papers.add(work, paper);
        await this.evidence.add(work, { paperMandate: id }, copies);
        await this.queue.enqueue(work, 'check-paper-mandate', { paper: id });
        work.remark({
          object: { kind: 'paper-mandate', id },
          details: { to: 'waiting', copies: copies.length, note: wish.note.trim() },
        });
        const entered = await this.papers.find(work, id);
        if (!entered) throw new Error('what was entered is there');
        return paperMandateJson(entered, names);
      }),
    );
  }

  /** Who signed, and whom he named. @throws Problem `invalid-input` when either is not named once, or is nobody. */
  private async parties(
    work: Work,
    { bsn, client, kvk, organisation }: EnterPaperMandate,
  ): Promise<{ client: ClientId; organisation: OrganisationId }> {
    const signer = bsn
      ? await this.clients.identifyIn(work, bsn)
      : client && (await this.clients.current(work, client));
    const office = kvk ? await this.names.office(work, kvk) : organisation;
    const faults = [
      ...namedOnce('client', [bsn, client]),
      ...namedOnce('kvk', [kvk, organisation]),
      ...(client && !signer ? [fault('#/client', 'unknown', ...unknown.client)] : []),
      ...(kvk && !office ? [fault('#/kvk', 'unknown', ...unknown.kvk)] : []),
    ];
    if (faults.length > 0 || !signer || !office) throw new Problem('invalid-input', { faults });
    return { client: signer, organisation: office };
  }
}

const unknown = {
  client: ['There is no such client.', 'Deze cliënt bestaat niet.'],
  kvk: ['No organisation is registered by this number.', 'Geen organisatie is met dit nummer aangemeld.'],
} as const;

const once = {
  client: [
    'Name the client by his BSN, or by his pseudonym when he has none.',
    'Noem de cliënt met zijn BSN, of met zijn pseudoniem als hij er geen heeft.',
  ],
  kvk: [
    'Name an office by its KvK number, or a person by his id.',
    'Noem een kantoor met het KvK-nummer, of een persoon met zijn id.',
  ],
} as const;

function namedOnce(place: keyof typeof once, given: readonly (string | undefined)[]): readonly Fault[] {
  const [en, nl] = once[place];
  return given.filter(Boolean).length === 1 ? [] : [fault(`#/${place}`, 'one-of', en, nl)];
}

/** What is wrong with it by the rules, and senders that nobody registered. */
const faultsOf = (wish: EnterPaperMandate, names: SenderNames, now: Date): readonly Fault[] => [
  ...faultsOfPaper({ ...wish, period: { from: wish.from, until: wish.until } }, now),
  ...wish.lines.flatMap(({ sender }, place) =>
    names.has(sender)
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
