import { PersonRegister } from '../../../src/clients/person-register.port.ts';
import { bsns, employee, machine, manyBsns, official, people } from '../../support/cast.ts';
import { type Claims, type House, openHouse } from '../../support/house.ts';
import { type History, type Office, offices, type Post, posts } from './happening.ts';

/** The day of birth of everybody in these lives. */
export const birthDate = '1951-04-12';
/** Who tells of deaths, and by which number the configuration knows it. */
const registerOin = '00000099000000008000';
export const register = machine(registerOin);

const kvks: Readonly<Record<Office, string>> = {
  ...{ books: '92000001', ledger: '92000002', haven: '92000003', shelter: '92000004', ruben: '' },
};

/** A client of the product and his BSN. */
export interface Ward {
  readonly bsn: string;
  readonly id: string;
}

/** The product with offices and clients, to whom nothing has happened yet. */
export interface LifeScene {
  readonly house: House;
  readonly wards: readonly Ward[];
  readonly officeIds: Readonly<Record<Office, string>>;
  readonly employeeIds: Readonly<Record<string, string>>;
  /** The assignment that gives a post a client, while it does. */
  readonly assignments: Map<string, string>;
  claimsOf(office: Office, post: Post): Claims;
  /** The registers answered about what was handed in. */
  settle(): Promise<void>;
}

export const officialOf = (name: string) => official(name);
export const postOf = (office: Office, post: Post) => `${office}/${post}`;
export const postsOf = (office: Office): readonly Post[] => (office === 'ruben' ? ['chief'] : posts);
const roles = { handler: 'handler', reader: 'reader', chief: 'administrator' } as const;

/** Opens the house on a day, with a client for each history. */
export async function setScene(lives: readonly History[], instant: string): Promise<LifeScene> {
  const house = await openHouse({ LIFE_EVENT_SOURCES: registerOin });
  const { world } = house;
  house.clock.moveToInstant(instant);
  house.app.get(PersonRegister).find = (bsn) =>
    Promise.resolve({
      name: bsn === bsns.ruben ? 'Ruben Hendriks' : `Inwoner ${bsn.slice(-5)}`,
      ...{ birthDate: birthDate as never, abroad: false, language: 'nl' },
      address: ['Voorbeeldstraat 12', '3511 AB Utrecht'],
    });
  await world.senders();
  const officeIds = {} as Record<Office, string>;
  const employeeIds: Record<string, string> = {};
  for (const office of offices.filter((each) => each !== 'ruben')) {
    officeIds[office] = await world.organisation(kvks[office], { name: office });
    for (const post of posts)
      employeeIds[postOf(office, post)] = await world.employee(officeIds[office], post, roles[post]);
  }
  officeIds.ruben = await recogniseRuben(house);
  const wards: Ward[] = [];
  for (const bsn of manyBsns(lives.length)) wards.push({ bsn, id: await world.client(bsn) });
  const assignments = new Map<string, string>();
  for (const { number, assigned } of lives)
    for (const office of offices)
      for (const post of assigned[office]) {
        const to = { employee: employeeIds[postOf(office, post)]! };
        const assignment = await world.assign(officeIds[office], wards[number]!.id, to);
        assignments.set(`${number}/${postOf(office, post)}`, assignment);
      }
  return {
    ...{ house, wards, officeIds, employeeIds, assignments },
    claimsOf: (office, post) =>
      office === 'ruben' ? people.rubenRepresents : employee(post, kvks[office], 'high'),
    settle: () => house.finishTasks(),
  };
}

async function recogniseRuben(house: House): Promise<string> {
  const name = 'Ruben Hendriks';
  const wish = { name, kind: 'individual', administratorName: name };
  const path = '/v1/representative-organisations';
  const { body } = await house.as(people.rubenRepresents).post(path, wish).expect(201);
  const { id } = body as { id: string };
  await house.as(people.olga).post(`${path}/${id}/recognition`).expect(200);
  return id;
}
