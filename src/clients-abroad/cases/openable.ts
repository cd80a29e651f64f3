import { Injectable } from '@nestjs/common';
import type { Work } from '../../audit/work.ts';
import { ClientStore } from '../../clients/client.store.ts';
import { ensureChoice } from '../../domain/identity-case.ts';
import { ensureAlive, ensureOnePerson } from '../../domain/identity-choice.ts';
import { dayOfDeath, livesAbroad } from '../../domain/identity-compared.ts';
import type { ClientId } from '../../domain/ids.ts';
import type { IdentityCase } from './identity-case.ts';

/** What is known of whom an inbox is to be opened of: of an event before that of the register when it was asked. */
@Injectable()
export class Openable {
  constructor(private readonly clients: ClientStore) {}

  /** On paper comes who lives abroad: whether he whom it opens an inbox of does. Nothing when nobody says. */
  async isAbroad(
    work: Work,
    asked: IdentityCase | undefined,
    chosen: ClientId | undefined,
  ): Promise<boolean | undefined> {
    if (asked?.kind !== 'onboarding' || chosen === undefined) return undefined;
    return livesAbroad(await this.clients.residenceOf(work, chosen), registered(asked, chosen));
  }

  /** @throws Problem `move-not-possible` when nobody that was found is chosen, or when who is chosen died (R30), or is another. */
  async ensure(work: Work, asked: IdentityCase, chosen: ClientId | undefined): Promise<void> {
    const { kind, candidates, client, again } = asked;
    ensureChoice(kind, candidates, chosen, again);
    await this.ensureAlive(work, asked, chosen);
    if (client === undefined || chosen === undefined || client === chosen) return;
    ensureOnePerson(
      { numbered: await this.clients.hasBsn(work, client) },
      { numbered: await this.clients.hasBsn(work, chosen) },
    );
  }

  /** @throws Problem `move-not-possible` when he died (R30). */
  async ensureAlive(work: Work, asked: IdentityCase, chosen: ClientId | undefined): Promise<void> {
    const told = chosen && (await this.clients.diedOn(work, chosen));
    ensureAlive(dayOfDeath(told, chosen && registered(asked, chosen)));
  }
}

const registered = ({ candidates }: IdentityCase, chosen: ClientId) =>
  candidates.find(({ client }) => client === chosen)?.person;
