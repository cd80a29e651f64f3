import { changed } from '../../../src/domain/court-order-changes.ts';
import { addDays, type Day, type Period } from '../../../src/domain/day.ts';
import {
  isSuspended,
  stretchesOf,
  suspensionKinds,
  suspensionsOf,
  type ToldOfSuspension,
} from '../../../src/domain/suspension.ts';
import { day } from '../facts.ts';
import { known } from './changing.ts';

/** The same drawing each time: a number below a limit. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const first = day('2027-02-01');
const draw = drawing(20270201);
/** What a court tells of suspensions within seven weeks, as it likes. */
const story = (): ToldOfSuspension[] =>
  Array.from({ length: 1 + draw(6) }, () => {
    const kind = suspensionKinds[[0, 0, 2, 2, 1][draw(5)] ?? 0] ?? 'suspended';
    return { kind, on: addDays(first, draw(50)), heard: kind === 'suspended' && draw(2) === 0 };
  });
const shuffled = <Each>(all: readonly Each[]): Each[] => {
  const from = [...all];
  return all.flatMap(() => from.splice(draw(from.length), 1));
};

/** What the service keeps of a measure when this is told one by one: what does not fit waits, and is looked at anew. */
function toldOneByOne(story: readonly ToldOfSuspension[]): readonly Period[] {
  let told: readonly ToldOfSuspension[] = [];
  let suspended: readonly Period[] = [];
  story.forEach((_, place) => {
    for (let again = true; again;) {
      again = false;
      for (const each of story.slice(0, place + 1).filter((one) => !told.includes(one))) {
        const result = changed(known({ suspended, ...{ told } }), each, 'register');
        if (result.outcome !== 'applied') continue;
        told = [...told, each];
        suspended = result.periods.suspended ?? [];
        again = true;
      }
    }
  });
  return suspended;
}

const closed = (periods: readonly Period[]): Day[] =>
  Array.from({ length: 90 }, (_, place) => addDays(first, place)).filter((each) =>
    isSuspended(periods, each),
  );

describe('R28: what was told of suspensions, in whichever order', () => {
  it('comes to the same closed days', () => {
    for (let time = 0; time < 1000; time++) {
      const told = story();
      const once = stretchesOf(toldOneByOne(told));
      expect([told, stretchesOf(toldOneByOne(shuffled(told)))]).toEqual([told, once]);
      expect([told, stretchesOf(suspensionsOf(shuffled(told)).periods)]).toEqual([told, once]);
    }
  });

  it('opens no day by another suspension, or by the confirmation of one', () => {
    for (let time = 0; time < 1000; time++) {
      const [more, ...told] = story();
      if (more === undefined || more.kind === 'suspension-ended') continue;
      const [before, after] = [told, [...told, more]].map((all) => closed(suspensionsOf(all).periods));
      expect([told, more, after]).toEqual([told, more, expect.arrayContaining(before ?? [])]);
    }
  });

  it('two that were ended are both over, though their ends were told in reverse', () => {
    const told = [
      ...(['2027-02-01', '2027-02-10'] as const).map(
        (on) => ({ kind: 'suspended', on: day(on), heard: true }) as const,
      ),
      ...(['2027-02-20', '2027-02-05'] as const).map(
        (on) => ({ kind: 'suspension-ended', on: day(on) }) as const,
      ),
    ];
    expect(toldOneByOne(told)).toEqual([
      { from: '2027-02-01', until: '2027-02-05' },
      { from: '2027-02-10', until: '2027-02-20' },
    ]);
  });
});
