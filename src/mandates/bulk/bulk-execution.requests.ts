import { Inject, Injectable } from '@nestjs/common';
import { Desk } from '../../access/desk.ts';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import type { Employee } from '../../domain/actor.ts';
import type { Day } from '../../domain/day.ts';
import type { BulkRunId, ClientId } from '../../domain/ids.ts';
import type { Wish } from '../../domain/mandate-request.ts';
import { Cipher } from '../../platform/cipher.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { birthKeyOf } from '../birth-key.ts';
import type { KeptMandate } from '../mandate.store.ts';
import { newMandate } from '../new-mandate.ts';
import { BulkAsking } from './bulk-execution.asking.ts';
import { type Piece, refusalOf } from './bulk-execution.ts';
import type { Outcome, ReadyRow } from './bulk-execution.store.ts';
import { groupedBy } from './bulk-groups.ts';
import { openPerson } from './bulk-person.ts';

/** The rows of one client, and who he is. */
interface OfClient {
  readonly rows: readonly ReadyRow[];
  readonly first: ReadyRow;
  readonly person: ReturnType<typeof openPerson>;
}

/** Carries out rows that ask for mandates. */
@Injectable()
export class BulkRequests {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly desk: Desk,
    private readonly cipher: Cipher,
    private readonly clients: ClientStore,
    private readonly asking: BulkAsking,
  ) {}

  /**
   * The rows of one client become one mandate, and so one letter (R15). A request alone gives no access (R9).
   * @throws Refused when the acting employee may not ask for mandates any more.
   */
  async carryOut(work: Work, actor: Employee, run: BulkRunId, rows: readonly ReadyRow[]): Promise<Outcome[]> {
    const groups = this.groups(run, rows);
    const action = 'mandate.request' as const;
    const answers = await this.desk.demandEach(
      work,
      groups.map(() => ({ action })),
    );
    for (const answer of answers) refusalOf(answer);
    const clients = await this.clients.identifyEach(
      work,
      groups.map(({ person }) => person.bsn),
    );
    const pieces = groups.map((group, place): Piece<KeptMandate> => {
      const client = clients.get(group.person.bsn) as ClientId;
      return {
        rows: group.rows,
        line: answers[place]?.line ?? '',
        wanted: this.wanted(work, actor, client, group),
      };
    });
    return this.asking.ask(work, actor.organisation, pieces);
  }

  private groups(run: BulkRunId, rows: readonly ReadyRow[]): OfClient[] {
    return [...groupedBy(rows, ({ leader }) => leader).values()].flatMap((group) => {
      const [first] = group;
      if (!first?.sealed) throw new Error('a row that waits says who its client is');
      return [{ rows: group, first, person: openPerson(this.cipher, run, first.number, first.sealed) }];
    });
  }

  private wanted(work: Work, actor: Employee, client: ClientId, { rows, first, person }: OfClient) {
    const wish: Wish = {
      lines: rows.flatMap(({ lines }) => lines ?? []),
      period: { from: first.from as Day, until: first.until as Day },
    };
    const pair = { client, organisation: actor.organisation };
    return {
      ...newMandate(pair, wish, work.now, this.config.answerTerms),
      requestedBy: actor.employee,
      claimedBirthDate: person.birthDate,
      birthKey: birthKeyOf(this.cipher, person.bsn, person.birthDate),
      reference: first.reference ?? undefined,
    };
  }
}
