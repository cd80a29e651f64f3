import { addDays, type Day, type Period } from '../../src/domain/day.ts';
import { mandateStates, stateAt } from '../../src/domain/mandate.ts';
import { stateShownTo } from '../../src/domain/mandate-history.ts';
import { manyBsns } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { type Answered, bsns, type Office, openScene, people, type Scene } from './scene.ts';

/** What the law may do to a mandate. */
interface Law {
  readonly endsOn?: Day;
  readonly suspended?: Period;
}

let scene: Scene;
let office: Office;
beforeAll(async () => void (scene = await openScene()));
beforeEach(async () => void (office = await scene.office()));
afterEach(() => scene.clock.backToNow());
afterAll(() => scene.close());

const list = async (who: Claims, query: string) =>
  (await scene.expecting(200, scene.as(who).get(`/v1/mandates?limit=100${query}`))) as unknown as {
    items: Answered[];
  };
const ids = async (who: Claims, query: string) =>
  (await list(who, query)).items.map(({ id }) => id).toSorted();
const client = (bsn: string) => scene.world.client(bsn);

describe('The state in a list is the state of the rules, on any day', () => {
  it.each([
    ['the office', 'organisation'],
    ['the client', 'client'],
    ['an official', 'official'],
  ] as const)(
    'For %s',
    async (_, party) => {
      const days = [-200, -61, -1, 0, 1, 59, 60, 61, 200, 400].map((days) => scene.world.day(days));
      const known: { id: string; state: string; from: Day; until: Day; answerBy: Day; law: Law }[] = [];
      const whose = party === 'client' ? [bsns.yasmina] : manyBsns(40);
      for (let place = 0; place < 40; place++) {
        const pick = <Item>(from: readonly Item[]) =>
          from[(place * 7 + known.length * 3) % from.length] as Item;
        const state = mandateStates[place % mandateStates.length] as string;
        const from = pick(days);
        const [until, answerBy] = [
          addDays(from, pick([1, 61, 200, 400])),
          addDays(scene.world.day(-60), place * 4),
        ];
        const law = pick<Law>([
          {},
          { endsOn: addDays(from, 100) },
          { suspended: { from: scene.world.day(0), until: scene.world.day(60) } },
        ]);
        const organisation = party === 'client' ? (await scene.office()).id : office.id;
        const bsn = whose[place % whose.length] as string;
        const id = await scene.world.mandate({
          ...{ client: await client(bsn), organisation, state, from, until, answerBy },
          ...law,
        });
        known.push({ id, state, from, until, answerBy, law });
      }
      const who = { organisation: office.anna, client: people.yasmina, official: people.olga }[party];
      const mine = new Set(known.map(({ id }) => id));
      const own = party === 'official' ? `&organisation=${office.id}` : '';
      for (const day of days) {
        scene.clock.moveTo(day);
        const shown = new Map<string, string>();
        for (const { id, state, from, until, answerBy, law } of known) {
          if (party === 'client' && state === 'requested') continue; // never offered
          const now = stateAt(
            {
              ...law,
              suspended: law.suspended && [law.suspended],
              state,
              answerBy,
              period: { from, until },
            } as never,
            scene.clock.now(),
          );
          const answered = !['requested', 'offered', 'lapsed', 'withdrawn'].includes(state);
          shown.set(id, stateShownTo(party, answered, now));
        }
        const { items } = await list(who, own);
        const seen = new Map(items.filter(({ id }) => mine.has(id)).map(({ id, state }) => [id, state]));
        expect(new Map([...seen].toSorted())).toEqual(new Map([...shown].toSorted()));
        for (const state of mandateStates) {
          const filtered = (await ids(who, `${own}&state=${state}`)).filter((id) => mine.has(id));
          const expected = [...shown].flatMap(([id, is]) => (is === state ? [id] : [])).toSorted();
          expect([day, state, filtered]).toEqual([day, state, expected]);
        }
      }
    },
    60_000,
  );
});
