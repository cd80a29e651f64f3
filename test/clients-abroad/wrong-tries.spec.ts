import { Logger } from '@nestjs/common';
import { accountHolder } from '../support/cast.ts';
import { granted } from './onboarding.scene.ts';
import { openRebindings, type RebindingScene, someone } from './rebinding.scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings({ WRONG_CODES_PER_HOUR: '3' })));
afterAll(() => scene.close());
afterEach(() => Logger.overrideLogger(false));

const wrong = { reference: 'ABCDE-FGHJK', code: 'ABCDE-FGHJK-MNPQR-STWXY' };
/** What is written in the log from now on. */
function log(): readonly string[] {
  const lines: string[] = [];
  const keep = (line: unknown) => void lines.push(String(line));
  Logger.overrideLogger({ log: keep, warn: keep, error: keep });
  return lines;
}

describe('Accounts are free: who guesses shuts the door for himself, and for nobody else (R10)', () => {
  it('Four strangers guess references that are of no letter, and Rosa brings her code', async () => {
    const { id, client } = await granted(scene);
    const lines = log();
    for (let each = 0; each < 4; each++)
      expect((await scene.redeem(accountHolder(`stranger-${each}`), wrong)).body.code).toBe('wrong-code');
    const rosa = accountHolder('rosa');
    await scene.asked(200, scene.redeem(rosa, await scene.inLetter(id)));
    expect((await scene.me(rosa)).client).toBe(client);
    expect(lines.filter((line) => /wrong codes/.test(line))).toEqual([
      '3 wrong codes within an hour (all letters)',
    ]);
  });

  it('So it is with codes for another means: Toni brings his after them', async () => {
    const toni = someone('NO');
    const client = await scene.opened(toni(1));
    const { code } = await scene.announce(toni(1));
    const guess = (name: string) => scene.rebind(accountHolder(name), { code: wrong.code });
    for (let each = 0; each < 4; each++)
      expect((await guess(`guesser-${each}`)).body.code).toBe('wrong-code');
    for (let again = 0; again < 4; again++) await guess('guesser-0');
    expect((await guess('guesser-0')).status).toBe(429);
    await scene.asked(202, scene.rebind(toni(2), { code }));
    await scene.tasks();
    expect(await scene.waitingFor(client)).toMatchObject({ state: 'waiting' });
  });
});
