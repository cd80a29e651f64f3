import { citizen, manyBsns } from '../support/cast.ts';
import { statusOf } from '../mandates/statements/status.ts';
import { asPerson, openRebindings, type RebindingScene, someone, takenOver } from './rebinding.scene.ts';

let scene: RebindingScene;
beforeAll(async () => void (scene = await openRebindings()));
afterAll(() => scene.close());

const [bsn = ''] = manyBsns(60);
const [holds, not] = [0, 1];

describe('A statement of while two were one by mistake (decision 81)', () => {
  it('holds no more once they are two again: that of the holder’s mandate by the other, nor that of the other’s by the holder', async () => {
    const [holder, other] = [someone('EE')(1), citizen(bsn)];
    const [client] = [await scene.opened(holder), await scene.me(other)];
    const [first, his] = [await scene.give(holder), await scene.give(other)];
    const state = (who: typeof holder, { id }: { id?: unknown }, ...disclose: string[]) =>
      scene.asked(201, scene.as(who).post(`/v1/mandates/${String(id)}/statements`, { disclose }));
    const status = (made: Record<string, unknown>) => statusOf(scene, String(made.statement));
    const before = await state(holder, first, 'client_name');
    const id = await takenOver(scene, holder, client, other, asPerson(holder));

    const wrong = await state(other, first, 'client_bsn', 'organisation_name', 'scope');
    const named = await state(holder, his, 'client_name', 'client_bsn');
    expect(await Promise.all([before, wrong, named].map(status))).toEqual([not, holds, holds]);
    await scene.asked(200, scene.undo(id));
    expect(await Promise.all([before, wrong, named].map(status))).toEqual([not, not, not]);
    // What the law or a party does to a line later brings none of them back.
    await scene.rows(
      'UPDATE scope_line SET ends_on = current_date + 60 WHERE mandate_id = $1',
      String(first.id),
    );
    expect(await status(wrong)).toBe(not);
    expect(await status(await state(holder, first, 'client_name'))).toBe(holds);
  });
});
