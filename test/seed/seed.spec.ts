import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '../../src/domain/day.ts';
import { seed } from '../../src/seed/seed.ts';
import { Stage } from '../../src/seed/stage.ts';
import { apiAudience } from '../../src/sign-in/simulator/clients.ts';
import { startSimulator, type Simulator } from '../../src/sign-in/simulator/simulator.ts';
import { type House, openHouse } from '../support/house.ts';

const today = dayOf(new Date());

let folder: string;
let simulator: Simulator;
let house: House;
let api: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'volmacht-seed-'));
  const keysFile = join(folder, 'simulator-keys.json');
  simulator = await startSimulator({ port: 0, audience: apiAudience, keysFile });
});
beforeEach(async () => {
  house = await openHouse({ ISSUERS: `simulator=${simulator.issuer}` });
  api = `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}`;
});
afterEach(() => house.close());
afterAll(async () => {
  await simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Ask = Parameters<Stage['post']>;
/** Where a start is killed: at which request, and before it was sent or before its answer was heard. */
type Kill = readonly [method: string, path: RegExp, nth: number, when: 'unsent' | 'unheard'];

class KilledStage extends Stage {
  private left: number;
  constructor(private readonly kill: Kill) {
    super(api, simulator.issuer);
    this.left = kill[2];
  }
  protected override async ask<Answer>(
    who: Ask[0],
    method: string,
    path: string,
    more?: { body?: Ask[2]; key?: string },
  ): Promise<Answer> {
    const [killedMethod, killedPath, , when] = this.kill;
    const now = method === killedMethod && killedPath.test(path) && --this.left === 0;
    if (now && when === 'unsent') throw new Error('killed');
    const answer = await super.ask<Answer>(who, method, path, more);
    if (now) throw new Error('killed');
    return answer;
  }
}

const play = (kill?: Kill) => seed(kill ? new KilledStage(kill) : new Stage(api, simulator.issuer), today);

/** Everything that the cast made, without ids and instants. */
const scene = async () => {
  const { rows } = await house.database.admin.query<{ line: string }>(
    `SELECT concat_ws(' ', 'sender', name_nl) AS line FROM sender
     UNION ALL SELECT concat_ws(' ', 'type', sender, code) FROM message_type
     UNION ALL SELECT concat_ws(' ', 'message', sender, subject) FROM message
     UNION ALL SELECT concat_ws(' ', 'office', name, standing) FROM organisation
     UNION ALL SELECT concat_ws(' ', 'employee', o.name, e.name, e.role,
                                 CASE WHEN o.person IS NULL THEN e.subject END)
                 FROM employee e JOIN organisation o ON o.id = e.organisation_id WHERE e.ended_at IS NULL
     UNION ALL SELECT concat_ws(' ', 'member', t.name, e.name)
                 FROM team t LEFT JOIN team_member m ON m.team_id = t.id LEFT JOIN employee e ON e.id = m.employee_id
     UNION ALL SELECT concat_ws(' ', 'mandate', o.name, m.state)
                 FROM mandate m JOIN organisation o ON o.id = m.organisation_id
     UNION ALL SELECT concat_ws(' ', 'assignment', t.name) FROM assignment a JOIN team t ON t.id = a.team_id
                WHERE a.ended_at IS NULL
     ORDER BY line`,
  );
  return rows.map(({ line }) => line);
};

const kills: Kill[] = [
  ['PUT', /senders\/\d+$/, 2, 'unsent'],
  ['PUT', /message-types/, 3, 'unheard'],
  ['POST', /messages$/, 3, 'unheard'],
  ['POST', /messages$/, 8, 'unsent'],
  ['POST', /representative-organisations$/, 1, 'unheard'],
  ['POST', /recognition$/, 1, 'unheard'],
  ['POST', /employees$/, 1, 'unheard'],
  ['POST', /employments$/, 1, 'unsent'],
  ['POST', /employments$/, 1, 'unheard'],
  ['POST', /recognition$/, 1, 'unsent'], // of De Haven: Bob works at Vermeer by now
  ['POST', /employments$/, 1, 'unsent'],
  ['POST', /teams$/, 1, 'unheard'],
  ['PUT', /members/, 2, 'unsent'],
  ['POST', /representative-organisations$/, 1, 'unheard'], // Ruben, who represents Willem by himself
  ['POST', /mandates$/, 1, 'unheard'],
  ['POST', /mandates$/, 1, 'unheard'],
  ['POST', /assignments$/, 1, 'unsent'],
];

describe('The first start', () => {
  it('that is killed again and again is taken up where it was, and ends in the same scene', async () => {
    expect(await play()).toBe(true);
    const whole = await scene();
    expect(whole).toContain('assignment Particulieren');
    expect(whole.filter((line) => line.startsWith('message'))).toHaveLength(8);
    expect(whole.filter((line) => line.startsWith('employee'))).toHaveLength(8);

    await house.close();
    house = await openHouse({ ISSUERS: `simulator=${simulator.issuer}` });
    api = `http://127.0.0.1:${(house.app.getHttpServer().address() as AddressInfo).port}`;
    for (const kill of kills) {
      await expect(play(kill)).rejects.toThrow('killed');
      expect(await scene()).not.toEqual(whole);
    }
    expect(await play()).toBe(true);
    expect(await scene()).toEqual(whole);
    expect(await play()).toBe(false);
    expect(await scene()).toEqual(whole);
  }, 120_000);

  it('is not played again when Pieter revoked his mandate since, also not after the kept answers are gone', async () => {
    await play();
    const pieter = new Stage(api, simulator.issuer);
    const { items } = await pieter.get<{ items: { id: string }[] }>('pieter', '/v1/mandates');
    await pieter.post('pieter', `/v1/mandates/${items[0]?.id}/revocation`, {}, 'revoke');
    await house.database.admin.query('DELETE FROM answer');
    const before = await scene();
    expect(await play()).toBe(false);
    expect(await scene()).toEqual(before);
  }, 60_000);

  it('whose last answer was lost counts as played', async () => {
    await expect(play(['POST', /assignments$/, 1, 'unheard'])).rejects.toThrow('killed');
    expect(await play()).toBe(false);
  }, 60_000);
});
