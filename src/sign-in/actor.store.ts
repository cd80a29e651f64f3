import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { ClientStore } from '../clients/client.store.ts';
import { MeansStore } from '../clients/means.store.ts';
import { type Actor, subjectOfPerson } from '../domain/actor.ts';
import type { Assurance } from '../domain/assurance.ts';
import { AccessDenied } from '../domain/errors.ts';
import type { Bsn, Oin } from '../domain/identifiers.ts';
import type { PresentedMeans } from '../domain/identity.ts';
import type { ClientId, EmployeeId, OrganisationId } from '../domain/ids.ts';
import { Together } from '../platform/together.ts';
import type { SignIn } from './claims.ts';

/** Turns a sign-in into an actor. It looks up who, and leaves it to the desk what he may do. */
@Injectable()
export class ActorStore {
  /** Whether machines are registered as senders. They come by hundreds at once: those are looked up together. */
  private readonly senders = new Together<Oin, boolean>(
    async (oins) => {
      const found = new Set(await this.sendersAmong([...new Set(oins)]));
      return oins.map((oin) => found.has(oin));
    },
    { hands: 1, most: 100 },
  );

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clients: ClientStore,
    private readonly means: MeansStore,
  ) {}

  /**
   * The actor behind a sign-in.
   * @throws AccessDenied `means-replaced` for a means whose place another one took, `person-died`.
   */
  async actorOf(signIn: SignIn, issuerName: string): Promise<Actor> {
    const { assurance } = signIn;
    const subject = `${issuerName}:${signIn.subject}`;
    switch (signIn.means) {
      case 'digid':
        if (signIn.capacity === 'representative') return this.representative(signIn);
        return {
          kind: 'citizen',
          client: await this.living(signIn.bsn),
          means: 'digid',
          assurance,
        };
      case 'eidas': {
        const { eidasId: identifier, person, bsn } = signIn;
        const index = this.means.indexOf('eidas', identifier);
        return this.byMeans({ kind: 'eidas', index, identifier, person }, assurance, bsn);
      }
      case 'account': {
        const index = this.means.indexOf('account', subject);
        return this.byMeans({ kind: 'account', index, identifier: subject }, assurance);
      }
      case 'eherkenning': {
        const [found] = await this.database.query<{ employee: EmployeeId; organisation: OrganisationId }[]>(
          'SELECT employee_id AS employee, organisation_id AS organisation FROM employment_of($1, $2)',
          [subject, signIn.kvk],
        );
        return found
          ? { kind: 'employee', ...found, subject, assurance }
          : { kind: 'newcomer', kvk: signIn.kvk, subject, assurance };
      }
      case 'official':
        return { kind: 'official', subject, assurance };
      case 'machine':
        return {
          kind: (await this.senders.ask(signIn.oin)) ? 'sender' : 'system',
          oin: signIn.oin,
          assurance,
        };
    }
  }

  /** Prepared once per connection: to plan it costs several times what it does. */
  private async sendersAmong(oins: readonly Oin[]): Promise<readonly Oin[]> {
    const runner = this.database.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const { rows } = await client.query<{ oin: Oin }>({
        ...{ name: 'senders-among', text: 'SELECT oin FROM sender WHERE oin = ANY ($1)', values: [oins] },
      });
      return rows.map(({ oin }) => oin);
    } finally {
      await runner.release();
    }
  }

  /** The pseudonym of who signs in. @throws AccessDenied `person-died`: nobody signs in as the dead (R30). */
  private async living(bsn: Bsn): Promise<ClientId> {
    const { client, died } = await this.clients.signingIn(bsn);
    if (died) throw new AccessDenied('person-died', false);
    return client;
  }

  /**
   * Whose this means is. A binding that was made here goes before a BSN that the sign-in service names: what he has
   * here is not out of reach on the day on which he gets a BSN. To bring the two together is asked for (R37).
   */
  private async byMeans(presented: PresentedMeans, assurance: Assurance, bsn?: Bsn): Promise<Actor> {
    const known = await this.means.whose(presented.index);
    if (known?.endedAt && known.replaced)
      throw new AccessDenied('means-replaced', false, undefined, known.endedAt);
    // Whose it is from now on officials find out, also when the sign-in service names somebody.
    if (known?.endedAt) return { kind: 'unlinked', presented, ended: known.endedAt, assurance };
    if (known?.died) throw new AccessDenied('person-died', false);
    const numbered = bsn && (await this.living(bsn));
    const client = known?.client ?? numbered;
    if (!client) return { kind: 'unlinked', presented, assurance };
    const named = numbered === client ? undefined : numbered;
    return { kind: 'citizen', client, means: presented.kind, presented, named, assurance };
  }

  /** A person who represents others by himself: the one who works in his own office, or who has none yet. */
  private async representative({ bsn, assurance }: SignIn & { means: 'digid' }): Promise<Actor> {
    const person = await this.living(bsn);
    const subject = subjectOfPerson(person);
    const [found] = await this.database.query<{ employee: EmployeeId; organisation: OrganisationId }[]>(
      'SELECT employee_id AS employee, organisation_id AS organisation FROM employment_of_person($1)',
      [person],
    );
    return found
      ? { kind: 'employee', ...found, subject, assurance }
      : { kind: 'newcomer', person, subject, assurance };
  }
}
