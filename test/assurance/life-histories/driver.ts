import { dayAt, written } from './calendar.ts';
import type { Deeds, Outcome } from './deeds.ts';
import type { Happening, OfficeHappening } from './happening.ts';
import type { Life } from './life.ts';
import { type LifeScene, officialOf, postOf } from './scene.ts';
import { bsns } from '../../support/cast.ts';

/** Lets it happen in the product too: who does it, and by which route. */
export async function drive(
  { scene, deeds, life, number }: { scene: LifeScene; deeds: Deeds; life: Life; number: number },
  what: Happening,
  at: number,
): Promise<Outcome> {
  const today = written(dayAt(at));
  switch (what.kind) {
    case 'delivered':
      return deeds.deliver(what, at);
    case 'granted':
      return deeds.grant(what);
    case 'revoked':
      return deeds.byClient(what.mandate, 'revocation');
    case 'renounced':
      return deeds.byOffice(
        what.mandate,
        life.authorities.get(what.mandate)?.office ?? 'books',
        'renunciation',
      );
    case 'put on hold':
      return deeds.byOfficial('olga', what.mandate, 'suspension');
    case 'resumed':
      return deeds.byOfficial('otto', what.mandate, 'resumption');
    case 'shortened':
      return deeds.byClient(what.mandate, 'narrowing', { until: written(what.until) });
    case 'sender ended':
    case 'reading ended':
      return deeds.narrow(what.mandate, what.sender, what.kind === 'sender ended', today);
    case 'handed in':
      return deeds.handIn(what);
    case 'approved': {
      const dossier = life.dossiers.get(what.order);
      return dossier ? deeds.approve(dossier, what.official) : 'never handed in';
    }
    case 'rejected':
      return deeds.ofOrder(what.order, 'rejection', what.official);
    case 'suspended by the judge':
      return deeds.ofOrder(what.order, 'changes', 'olga', { kind: 'suspended', on: written(what.on) });
    case 'suspension confirmed':
      return deeds.ofOrder(what.order, 'changes', 'olga', { kind: 'suspension-confirmed', on: today });
    case 'lifted': {
      const earlierOn = what.earlier === undefined ? undefined : written(what.earlier);
      const lifted = { kind: 'lifted', on: written(what.finalOn), earlierOn };
      return deeds.ofOrder(what.order, 'changes', 'otto', lifted);
    }
    case 'dismissed':
      return deeds.ofOrder(what.order, 'changes', 'otto', { kind: 'dismissed', on: written(what.on) });
    case 'shielded':
      return deeds.shield(what, today);
    case 'shield ended':
      return deeds.endShield(what.shield, life.shields.get(what.shield)?.byOrder, today);
    case 'died':
    case 'emigrated': {
      const kind = what.kind === 'died' ? 'death' : 'emigration';
      return deeds.tell(kind, what.on, scene.wards[number]!.bsn, `${number} ${kind} ${at}`);
    }
    case 'urgent act': {
      const office = life.authorities.get(what.of)?.office;
      return office ? deeds.urgentAct(what.of, what.act, office, what.until) : 'there was nothing';
    }
    case 'assigned':
    case 'unassigned':
      return hand(scene, number, what);
  }
}

/** A client is given to an employee, or taken from him. */
async function hand(
  { house, wards, officeIds, employeeIds, assignments, claimsOf }: LifeScene,
  number: number,
  { kind, office, post }: Happening & { kind: 'assigned' | 'unassigned' },
): Promise<Outcome> {
  const name = `${number}/${postOf(office, post)}`;
  const standing = assignments.get(name);
  if (kind === 'assigned') {
    const to = { employee: employeeIds[postOf(office, post)]! };
    if (!standing) assignments.set(name, await house.world.assign(officeIds[office], wards[number]!.id, to));
    return 'done';
  }
  if (!standing) return 'was not assigned';
  const path = `/v1/representative-organisations/${officeIds[office]}/assignments/${standing}`;
  const { status } = await house.as(claimsOf(office, 'chief')).delete(path);
  if (status === 204) assignments.delete(name);
  return status === 204 ? 'done' : String(status);
}

/** Lets it happen to an office. */
export async function driveOffice(scene: LifeScene, what: OfficeHappening, deeds: Deeds): Promise<void> {
  const office = `/v1/representative-organisations/${scene.officeIds[what.office]}`;
  const { house } = scene;
  const reason = 'Under investigation.';
  switch (what.kind) {
    case 'office suspended':
      return void (await house.as(officialOf('olga')).post(`${office}/suspension`, { reason }).expect(200));
    case 'office recognised again':
      return void (await house.as(officialOf('olga')).post(`${office}/recognition`).expect(200));
    case 'left': {
      const employee = scene.employeeIds[postOf(what.office, what.post)];
      const chief = house.as(scene.claimsOf(what.office, 'chief'));
      return void (await chief.post(`${office}/employees/${employee}/departure`).expect(200));
    }
    case 'guardian died':
      if ((await deeds.tell('death', what.on, bsns.ruben, 'death of Ruben')) !== 'done')
        throw new Error('not told');
  }
}
