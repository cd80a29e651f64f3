import fc from 'fast-check';
import { addDays, dayOf } from '../../src/domain/day.ts';
import { oins, people } from '../support/cast.ts';
import type { ChangingWorld } from './access-history.world.ts';

/** Everyone of the two offices, and what they are at first. */
export const employees = {
  anna: 'administrator',
  joris: 'handler',
  bob: 'reader',
  gerda: 'administrator',
  karim: 'handler',
} as const;
/** One of them. */
export type Name = keyof typeof employees;
const names = Object.keys(employees) as Name[];
/** Where he works. */
export const officeOf = (name: Name) => (name === 'gerda' || name === 'karim' ? 'haven' : 'vermeer');

/** Something that somebody does, or that happens; `pick` chooses among what is there. */
export interface Deed {
  readonly what: (typeof deeds)[number];
  readonly pick: number;
  readonly other: number;
  /** So long after the one before. */
  readonly hours: number;
}
const deeds = [
  ...(['grant', 'grant', 'grant', 'grant', 'revoke', 'end-line', 'narrow', 'suspend', 'resume'] as const),
  ...(['exclude', 'recognise', 'recognise', 'recognise', 'assign', 'assign', 'assign', 'unassign'] as const),
  ...(['join', 'join', 'part', 'part', 'role', 'cover', 'end-cover', 'depart'] as const),
  ...(['shield', 'end-shield', 'end-shield'] as const),
] as const;

/** Lives to be told. */
export const lives: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...deeds),
    pick: fc.nat(1000),
    other: fc.nat(1000),
    hours: fc.integer({ min: 1, max: 30 }),
  }),
  { minLength: 40, maxLength: 40 },
);

/** Does it. What is not possible does not happen. */
export async function doDeed(world: ChangingWorld, { what, pick, other }: Deed): Promise<void> {
  const { house } = world;
  const [yasmina, olga] = [house.as(people.yasmina), house.as(people.olga)];
  const today = dayOf(house.clock.now());
  const office = pick % 2 ? 'vermeer' : 'haven';
  const admin = world.as(office === 'vermeer' ? 'anna' : 'gerda');
  const path = `/v1/representative-organisations/${world.id(office)}`;
  const staff = names.filter((name) => officeOf(name) === office);
  const one = staff[other % staff.length] ?? 'anna';
  const given = (
    (await yasmina.get('/v1/mandates')).body as { items?: { id: string; lines: { id: string }[] }[] }
  ).items;
  const mandate = given?.[other % (given.length || 1)];
  const member = `${path}/teams/${world.id('team')}/members/${world.id(one)}`;
  switch (what) {
    case 'grant':
      return void (await yasmina.post('/v1/mandates', {
        organisation: world.id(office),
        lines: [
          {
            sender: other % 3 ? oins.tax : oins.town,
            category: (['financial', 'care', 'all'] as const)[pick % 3],
            actions: other % 7 ? ['read', 'archive'] : ['archive'],
          },
          { sender: oins.svb, category: 'other', actions: ['read'] },
        ],
        ...{ from: addDays(today, other % 2), until: addDays(today, 3 + (pick % 20)) },
      }));
    case 'revoke':
      return void (await yasmina.post(`/v1/mandates/${mandate?.id}/revocation`));
    case 'end-line':
      return void (await yasmina.post(
        `/v1/mandates/${mandate?.id}/scope-lines/${mandate?.lines[0]?.id}/end`,
      ));
    case 'narrow':
      return void (await yasmina.post(`/v1/mandates/${mandate?.id}/narrowing`, {
        until: addDays(today, 2),
      }));
    case 'suspend':
      return void (await olga.post(`/v1/mandates/${mandate?.id}/suspension`, { reason: 'x' }));
    case 'resume':
      return void (await olga.post(`/v1/mandates/${mandate?.id}/resumption`, { reason: 'x' }));
    case 'exclude':
      return void (await olga.post(`${path}/suspension`, { reason: 'x' }));
    case 'recognise':
      return void (await olga.post(`${path}/recognition`));
    case 'assign':
      return void (await admin.post(`${path}/assignments`, {
        client: world.id('client'),
        ...(other % 2 || office === 'haven' ? { employee: world.id(one) } : { team: world.id('team') }),
      }));
    case 'unassign': {
      const { items } = (await admin.get(`${path}/clients`)).body as {
        items?: { assignments: { id: string }[] }[];
      };
      const assignments = items?.[0]?.assignments ?? [];
      return void (await admin.delete(
        `${path}/assignments/${assignments[other % (assignments.length || 1)]?.id}`,
      ));
    }
    case 'join':
      return void (await admin.put(member));
    case 'part':
      return void (await admin.delete(member));
    case 'role':
      return void (await admin.put(`${path}/employees/${world.id(one)}/role`, {
        role: (['reader', 'handler', 'administrator'] as const)[pick % 3],
      }));
    case 'cover': {
      const absent = staff[(other + 1) % staff.length] ?? one;
      return void (await admin.post(`${path}/covers`, {
        ...{ absent: world.id(absent), substitute: world.id(one) },
        ...{ from: addDays(today, pick % 2), until: addDays(today, 2 + (pick % 4)) },
      }));
    }
    case 'end-cover': {
      const { items } = (await admin.get(`${path}/covers`)).body as { items?: { id: string }[] };
      return void (await admin.post(`${path}/covers/${items?.[0]?.id}/end`));
    }
    case 'shield':
      return void (await yasmina.post('/v1/shields', {
        ...(pick % 3 ? { category: pick % 2 ? 'care' : 'financial' } : { sender: oins.tax }),
        ...(other % 2 ? { organisation: world.id(office) } : {}),
      }));
    case 'end-shield': {
      const { items } = (await yasmina.get('/v1/shields')).body as { items?: { id: string }[] };
      return void (await yasmina.post(`/v1/shields/${items?.[0]?.id}/end`));
    }
    case 'depart':
      // Rarely: nobody comes back in this world.
      return pick % 5 ? undefined : void (await admin.post(`${path}/employees/${world.id(one)}/departure`));
  }
}
