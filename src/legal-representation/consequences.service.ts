import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import type { Actor } from '../domain/actor.ts';
import { authorityFrom, worksFrom } from '../domain/court-order-days.ts';
import { planOf } from '../domain/court-order-consequences.ts';
import type { Beginning, Plan } from '../domain/court-order-plan.ts';
import { linesOf } from '../domain/court-order-scope.ts';
import { dayOf, startOf } from '../domain/day.ts';
import { standingCuratele } from '../domain/guardianship.ts';
import { Problem } from '../domain/errors.ts';
import type { CourtOrderId } from '../domain/ids.ts';
import { everySender } from '../domain/scope.ts';
import type { ConsequencesJson } from './consequences.json.ts';
import { consequenceIn, happened, obstacleIn, summaryIn } from './consequences.words.ts';
import type { KeptOrder } from './court-order.kept.ts';
import { CourtOrderStore } from './court-order.store.ts';
import { type ExistingMandate, GuardianshipStore } from './guardianship.store.ts';
import { OrderNamesStore } from './order-names.store.ts';
import { PastStore } from './past.store.ts';

/** What verifying an order does, and to what. */
export interface Foreseen extends Plan {
  readonly beginning: Beginning;
  readonly existing: readonly ExistingMandate[];
}

/** What verifying an order would do: shown before, and carried out in the same way. */
@Injectable()
export class ConsequencesService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly orders: CourtOrderStore,
    private readonly guardianship: GuardianshipStore,
    private readonly names: OrderNamesStore,
    private readonly past: PastStore,
  ) {}

  /**
   * To an official all of it; to the office as far as it may know: what concerns its own mandates with this person,
   * and of other offices not even whether there are any (R3, R34).
   * @throws Problem `not-found`
   */
  show(actor: Actor, id: CourtOrderId): Promise<ConsequencesJson> {
    return this.unit.disclose(actor, async (work) => {
      await this.desk.demand(work, { action: 'order.foresee', order: id });
      const order = await this.orders.find(work, id);
      if (!order) throw new Problem('not-found');
      const known = await this.foresee(work, order);
      const foreseen = order.verifiedAt ? { ...known, consequences: [], obstacles: [] } : known;
      work.remark({ details: { consequences: foreseen.consequences.length } });
      return shown(order, foreseen, actor.kind === 'official');
    });
  }

  /** What verifying this order comes to now. */
  async foresee(work: Work, order: KeptOrder): Promise<Foreseen> {
    const { ground, position, replaces } = order;
    const existing = await this.guardianship.running(work, order.client, dayOf(work.now), replaces);
    const { person } = await this.names.guardian(work, order.organisation);
    const died = await this.guardianship.hasDied(work, order.client);
    const beginning: Beginning = {
      guardianOut: !(await this.guardianship.mayRepresent(work, order.organisation)),
      guardian: order.organisation,
      ...{ ground, position, replaces, ward: { died, isTheGuardian: person === order.client } },
      ...{ worksFrom: worksFrom(ground, order), from: authorityFrom(ground, order) },
      ...{ givenOn: order.givenOn, until: order.until, today: dayOf(work.now) },
      ...{ lines: linesOf(ground, order), partial: order.partial },
      past: await this.past.of(work, order),
      ...(await this.standing(work, order)),
    };
    const others = existing.filter(({ mandate }) => mandate !== order.gave?.mandate);
    return { ...planOf(beginning, others), beginning, existing: others };
  }

  /** R26: the curatele under which it would begin, as far as the one who asks may know. */
  private async standing(
    work: Work,
    order: KeptOrder,
  ): Promise<Pick<Beginning, 'curatele' | 'curateleReported'>> {
    const known = await this.guardianship.standing(work, order.client);
    if (!known) return {};
    const first = startOf(authorityFrom(order.ground, order));
    const at = first > work.now ? first : work.now;
    return { curatele: standingCuratele(known, at), curateleReported: known.curateleReported };
  }
}

function shown(order: KeptOrder, foreseen: Foreseen, complete: boolean): ConsequencesJson {
  const { beginning, existing } = foreseen;
  const of = new Map(existing.map((each) => [each.mandate, each]));
  const consequences = foreseen.consequences.map((does) => {
    const { office = '', organisation = '' } = of.get(does.mandate) ?? {};
    return { does, office, organisation };
  });
  return {
    ...{ from: beginning.from, worksFrom: beginning.worksFrom, complete },
    lines: beginning.lines.map(({ sender, ...line }) => ({
      ...line,
      sender: sender === everySender ? undefined : sender,
    })),
    consequences: consequences.map(({ does, office, organisation }) => ({
      ...{ kind: does.kind, mandate: does.mandate, organisation: { id: organisation, name: office } },
      on: 'on' in does ? does.on : undefined,
      reason: does.kind === 'ends' ? does.reason : undefined,
      words: consequenceIn(does, office),
    })),
    // Of whom it cannot see, an office hears nothing: not that nobody is there either.
    obstacles: foreseen.obstacles
      .filter((obstacle) => complete || 'mandate' in obstacle)
      .map((obstacle) => ({ ...obstacle, words: obstacleIn[obstacle.kind] })),
    words: order.verifiedAt
      ? happened(dayOf(order.verifiedAt))
      : summaryIn(
          order.ground,
          consequences.map(({ does, office }) => ({ kind: does.kind, office })),
          complete,
        ),
  };
}
