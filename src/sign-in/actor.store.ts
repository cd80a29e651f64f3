import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ClientStore } from '../clients/client.store.ts';
import type { Actor } from '../domain/actor.ts';
import { AccessDenied } from '../domain/errors.ts';
import type { EmployeeId, OrganisationId } from '../domain/ids.ts';
import type { SignIn } from './claims.ts';

/** Turns a sign-in into an actor. It looks up who, and leaves it to the desk what he may do. */
@Injectable()
export class ActorStore {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clients: ClientStore,
  ) {}

  /**
   * The actor behind a sign-in.
   * @throws AccessDenied `means-not-linked` for a European identity that has no BSN yet.
   */
  async actorOf(signIn: SignIn, issuerName: string): Promise<Actor> {
    const { assurance } = signIn;
    const subject = `${issuerName}:${signIn.subject}`;
    switch (signIn.means) {
      case 'digid':
        return {
          kind: 'citizen',
          client: await this.clients.identify(signIn.bsn),
          means: 'digid',
          assurance,
        };
      case 'eidas':
        if (!signIn.bsn) throw new AccessDenied('means-not-linked', false);
        return {
          kind: 'citizen',
          client: await this.clients.identify(signIn.bsn),
          means: 'eidas',
          assurance,
        };
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
      case 'machine': {
        const known = await this.database.query<unknown[]>('SELECT 1 FROM sender WHERE oin = $1', [
          signIn.oin,
        ]);
        return { kind: known.length > 0 ? 'sender' : 'system', oin: signIn.oin, assurance };
      }
    }
  }
}
