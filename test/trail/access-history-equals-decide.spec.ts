import fc from 'fast-check';
import { dayOf } from '../../src/domain/day.ts';
import { bsns, people } from '../support/cast.ts';
import { lives } from './access-history.deeds.ts';
import { ChangingWorld, type Said } from './access-history.world.ts';

/* Change the seed to see other lives. */
const seed = 20270328;
const worlds = 4;

interface Could {
  organisation: { id: string };
  stretches: {
    from: string;
    until: string;
    lines: { sender: { oin?: string }; category: string }[];
    shielded: { sender?: string; category?: string }[];
    employees?: { id: string }[];
  }[];
}

type Days = Map<string, { official: Could[]; own: Could[] }>;
const told: { world: ChangingWorld; days: Days }[] = [];
beforeAll(async () => {
  for (const [number, life] of fc.sample(lives, { seed, numRuns: worlds }).entries()) {
    const world = await ChangingWorld.open();
    await world.live(life.slice(0, 28));
    if (number % 2) {
      await world.tell('death');
      await world.ask();
      world.house.clock.moveToInstant('2027-05-01T10:00:00Z');
      await world.ask();
      await world.tell('death-corrected');
    }
    await world.live(life.slice(28));
    world.house.clock.moveTo('2027-12-01'); // long after
    const days: Days = new Map();
    for (const day of new Set(world.said.map(({ at }) => dayOf(at)))) {
      const search = await world.house
        .as(people.olga)
        .post('/v1/access-history/_search', { bsn: bsns.yasmina, day });
      const own = await world.house.as(people.yasmina).get(`/v1/access-history?day=${day}`);
      days.set(day, { official: search.body.could as Could[], own: own.body.could as Could[] });
    }
    told.push({ world, days });
  }
}, 300_000);
afterAll(async () => {
  for (const { world } of told) await world.close();
});

const covers = (stretch: Could['stretches'][number], { at, message }: Said): boolean =>
  new Date(stretch.from) <= at &&
  at < new Date(stretch.until) &&
  stretch.lines.some(
    ({ sender, category }) =>
      sender.oin === message.sender && (category === 'all' || category === message.category),
  ) &&
  !stretch.shielded.some(
    ({ sender, category }) =>
      (sender === undefined || sender === message.sender) &&
      (category === undefined || category === message.category),
  );

/** By the mandates of this office, on the day on which it was said. */
function stretchesOf(who: 'official' | 'own', days: Days, said: Said) {
  const could = days.get(dayOf(said.at))?.[who] ?? [];
  return could
    .filter(({ organisation }) => organisation.id === said.organisation)
    .flatMap(({ stretches }) => stretches)
    .filter((stretch) => covers(stretch, said));
}

/** Where what is told later differs from what was said then. What a client shields is his affair: he is told of it. */
function differences(who: 'official' | 'own'): string[] {
  return told.flatMap(({ world, days }, number) =>
    world.said.flatMap((said) => {
      const { at, employee, message } = said;
      const office = stretchesOf('own', days, said).length > 0;
      const person = stretchesOf('official', days, said).some(({ employees }) =>
        employees?.some(({ id }) => id === employee),
      );
      const [later, then] = who === 'own' ? [office, said.officeCould] : [office && person, said.could];
      return later === then
        ? []
        : [`world ${number}, ${at.toISOString()}, ${employee}, ${JSON.stringify(message)}: then ${then}`];
    }),
  );
}

describe('What is told later of a day is what decide() said when that day was today', () => {
  it('to an official, of every employee and every kind of message', () => {
    expect(differences('official')).toEqual([]);
  });

  it('to the client, of every office', () => {
    expect(differences('own')).toEqual([]);
    for (const { days } of told)
      for (const { own } of days.values()) expect(JSON.stringify(own)).not.toContain('employees');
  });

  it('in worlds in which enough could be read and enough could not', () => {
    const said = told.flatMap(({ world }) => world.said);
    expect(said.filter(({ could }) => could).length).toBeGreaterThan(80);
    expect(said.filter(({ could, officeCould }) => officeCould && !could).length).toBeGreaterThan(60);
    expect(said.filter(({ officeCould }) => !officeCould).length).toBeGreaterThan(500);
  });
});
