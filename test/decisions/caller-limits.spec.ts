import { CallerAllowanceStore } from '../../src/decisions/caller-allowance.store.ts';
import { CallerLimits } from '../../src/decisions/caller-limits.ts';
import { Clock } from '../../src/platform/clock.ts';
import { AllowanceStore } from '../../src/platform/allowance.store.ts';
import { type Decisions, oins, openDecisions } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const oin = oins.system as Parameters<CallerLimits['spend']>[0];
const newProcess = () => {
  const { app } = scene.house;
  return new CallerLimits(app.get(CallerAllowanceStore), app.get(AllowanceStore), app.get(Clock));
};
const used = async () =>
  (await scene.house.database.admin.query('SELECT what, used FROM allowance')).rows.filter(({ what }) =>
    String(what).startsWith('decisions'),
  );

describe('The allowance of a system', () => {
  it('reaches a process that never heard of it, while another has taken its portion', async () => {
    scene.earlyInAMinute();
    const [one, other] = [newProcess(), newProcess()];
    await one.spend(oin, 1);
    await expect(other.spend(oin, 1)).resolves.toBeUndefined();
  });

  it('lets a process that has just begun answer thirty batches of a thousand at once', async () => {
    scene.earlyInAMinute();
    const begun = newProcess();
    await Promise.all(Array.from({ length: 30 }, () => begun.spend(oin, 1_000)));
    expect((await used()).map(({ what }) => what)).toEqual(['decisions']);
  });

  it('is taken a portion at a time, also by a crowd that comes at once', async () => {
    await scene.register({ perMinute: 6_000 });
    scene.earlyInAMinute();
    const limits = newProcess();
    await Promise.all(Array.from({ length: 150 }, () => limits.spend(oin, 1)));
    expect(await used()).toEqual([{ what: 'decisions', used: 200 }]);
  });

  it('ends for all of a crowd, when there is no more', async () => {
    await scene.register({ perMinute: 60 });
    scene.earlyInAMinute();
    const limits = newProcess();
    const asked = await Promise.allSettled(Array.from({ length: 100 }, () => limits.spend(oin, 1)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(60);
  });

  it('is small for who is not registered: he tries, and is refused', async () => {
    scene.earlyInAMinute();
    const stranger = '00000099000000000001' as typeof oin;
    await newProcess().spend(stranger, 1);
    expect(await used()).toEqual([{ what: 'decisions of one not registered', used: 1 }]);
    await expect(newProcess().spend(stranger, 600)).rejects.toThrow('too-many-requests');
  });
});
