import { CallerLimits } from '../../src/decisions/caller-limits.ts';
import { Clock } from '../../src/platform/clock.ts';
import { AllowanceStore } from '../../src/platform/allowance.store.ts';
import { type Decisions, oins, openDecisions } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const caller = { senders: undefined, tells: 'as-subject', searches: true, perMinute: 100_000 } as const;

describe('The allowance of a system', () => {
  it('reaches a process that never heard of it, while another has taken its portion', async () => {
    const { app } = scene.house;
    scene.earlyInAMinute();
    const oin = oins.system as Parameters<CallerLimits['spend']>[0];
    const [one, other] = [0, 1].map(() => new CallerLimits(app.get(AllowanceStore), app.get(Clock)));
    await one?.spend(oin, 1);
    one?.learn({ oin, ...caller });
    await one?.spend(oin, 1);
    await expect(other?.spend(oin, 1)).resolves.toBeUndefined();
  });

  it('is taken a portion at a time, also by a crowd that comes at once', async () => {
    const { app, database } = scene.house;
    scene.earlyInAMinute();
    const oin = oins.system as Parameters<CallerLimits['spend']>[0];
    const limits = new CallerLimits(app.get(AllowanceStore), app.get(Clock));
    await limits.spend(oin, 1);
    limits.learn({ oin, ...caller, perMinute: 6_000 });
    await Promise.all(Array.from({ length: 150 }, () => limits.spend(oin, 1)));
    const { rows } = await database.admin.query(`SELECT used FROM allowance WHERE what = 'decisions'`);
    expect(rows).toEqual([{ used: 200 }]);
  });

  it('ends for all of a crowd, when there is no more', async () => {
    const { app } = scene.house;
    scene.earlyInAMinute();
    const oin = oins.system as Parameters<CallerLimits['spend']>[0];
    const limits = new CallerLimits(app.get(AllowanceStore), app.get(Clock));
    await limits.spend(oin, 1);
    limits.learn({ oin, ...caller, perMinute: 60 });
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => limits.spend(oin, 1)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  });
});
