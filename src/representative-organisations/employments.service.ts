import { Injectable } from '@nestjs/common';
import { Desk } from '../access/desk.ts';
import { Once, type OnceKey } from '../access/once.ts';
import { UnitOfWork } from '../audit/unit-of-work.ts';
import type { Work } from '../audit/work.ts';
import { type Actor, actorKey } from '../domain/actor.ts';
import { Problem } from '../domain/errors.ts';
import type { OrganisationId } from '../domain/ids.ts';
import { AllowanceStore } from '../platform/allowance.store.ts';
import { hashCode } from '../platform/ids.ts';
import type { EmploymentJson } from './employee.json.ts';
import { EmployeeStore } from './employee.store.ts';
import { type Organisation, OrganisationStore } from './organisation.store.ts';

/** What the hash of an invitation code is bound to: in another office the same code is another. */
export const invitationContext = (organisation: OrganisationId): string => `employment:${organisation}`;

/** So many tries an hour for one person: a code of 97 bits is not guessed in ten. */
const tries = { what: 'employment.accept', times: 10, seconds: 3600 };
/** And so many for all who sign in for one office together. */
const triesOfOffice = { what: 'employment.accept', times: 100, seconds: 3600 };

/** Taking up the employment that one was invited to. */
@Injectable()
export class EmploymentsService {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: Desk,
    private readonly once: Once,
    private readonly allowances: AllowanceStore,
    private readonly organisations: OrganisationStore,
    private readonly employees: EmployeeStore,
  ) {}

  /**
   * Someone signs in for an office, and takes up the employment of his code. Who left comes back the same way,
   * with a new code. A wrong code is recorded, and each try is counted.
   * @throws Problem `wrong-code` for one that is wrong, expired, used by another, made by himself, or made by who is
   * no administrator there any more, with no difference between them; `already-exists` for who works there already; `too-many-requests`.
   */
  async accept(actor: Actor, code: string, once: OnceKey): Promise<EmploymentJson> {
    await this.allowances.spend(actorKey(actor), tries);
    const office =
      actor.kind === 'newcomer'
        ? (actor.kvk ?? actor.person)
        : actor.kind === 'employee' && actor.organisation;
    await this.allowances.spend(`office:${office}`, triesOfOffice);
    const accepted = await this.unit.run(actor, (work) =>
      this.once.act(work, once, () => this.tryCode(work, actor, code)),
    );
    if (!accepted) throw new Problem('wrong-code'); // after the commit: the try stays on the record
    return accepted;
  }

  private async tryCode(work: Work, actor: Actor, code: string): Promise<EmploymentJson | null> {
    await this.desk.demand(work, { action: 'employment.accept' });
    if (actor.kind !== 'newcomer' && actor.kind !== 'employee')
      throw new Error('the door lets only people of offices accept an employment');
    const office = await this.officeOf(work, actor);
    const employee =
      office &&
      (await this.employees.accept(work, office.id, {
        subject: actor.subject,
        invitationHash: hashCode(code, invitationContext(office.id)),
      }));
    work.remark({ ...(office ? { office } : {}), details: { codeAccepted: employee !== undefined } });
    if (!office || !employee) return null;
    work.remark({ object: { kind: 'employee', id: employee.id }, details: { role: employee.role } });
    const { id, role, from, until } = employee;
    return { employee: id, organisation: office.id, organisationName: office.name, role, from, until };
  }

  /** Who represents others by himself signs in for no office that could invite him. */
  private async officeOf(
    work: Work,
    actor: Actor & { kind: 'newcomer' | 'employee' },
  ): Promise<Organisation | undefined> {
    if (actor.kind === 'employee') return this.organisations.find(work, actor.organisation);
    return actor.kvk === undefined ? undefined : this.organisations.findByKvk(work, actor.kvk);
  }
}
