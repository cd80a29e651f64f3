import { IdentityUpkeepService } from '../../src/clients-abroad/upkeep/identity-upkeep.service.ts';
import { european } from '../support/cast.ts';
import type { Claims } from '../support/house.ts';
import { openScene, type Scene } from './scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene()));
afterAll(() => scene.close());

/** Nobody knows the one; of the other the registers know two who may be her. */
const nobody = european('ES/NL/carlos-gar-1', ['M. Carlos', 'Garzón Ruiz'], '1950-06-15');
const either = european('ES/NL/carmen-gar-1', ['M. Carmen', 'García Ruiz'], '1950-06-15');

/** What stands in somebody's own record. Tasks are done in no fixed order, and so are their lines. */
async function recordOf(who: Claims): Promise<string[]> {
  const { body } = await scene.as(who).get('/v1/trail-entries?limit=100');
  return body.items
    .map(({ action, object, details }: Record<string, unknown>) =>
      JSON.stringify([action, typeof object, details]),
    )
    .toSorted();
}

it('After months as much stands in the record of who is ambiguous as of who is unknown: both are asked about', async () => {
  for (const who of [nobody, either]) await scene.opened(who);
  expect(await scene.cases('account')).toMatchObject([{ outcome: 'ambiguous' }]);
  let before = 0;
  for (const days of [31, 62, 93]) {
    scene.clock.moveTo(scene.world.day(days));
    await scene.app.get(IdentityUpkeepService).keepUp();
    await scene.tasks();
    const [one, other] = [await recordOf(nobody), await recordOf(either)];
    expect(other).toEqual(one);
    expect(one.length).toBeGreaterThan(before);
    before = one.length;
  }
  scene.clock.backToNow();
  expect(await scene.cases('account')).toHaveLength(1); // and officials have one case, not four
  expect(await scene.cases('link')).toEqual([]);
});
