import { inARow } from '../support/in-a-row.ts';
import { klaus, openPapers, oins, type PaperScene, people, said } from './paper.scene.ts';

/* R30: what Klaus signed and his death come one after the other. */

let scene: PaperScene;
beforeEach(async () => void (scene = await openPapers({ LIFE_EVENT_SOURCES: oins.system })));
afterEach(() => scene.close());

const dies = () =>
  scene.as(people.system).post('/v1/life-events', {
    ...{ eventId: 'rni-1', bsn: klaus.bsn, kind: 'death', effectiveOn: scene.today() },
  });
const mandates = () => scene.rows('SELECT state, end_reason FROM mandate');

it('his death comes in, then the second official confirms: nothing begins, and the official reads why', async () => {
  const paper = await scene.paper((await scene.office()).kvk);
  const confirming = () => scene.settle(paper.id, 'confirmation');
  const answers = await inARow(scene.database, paper.client.id, [dies, confirming]);
  expect(answers.map(said)).toEqual([
    [204, undefined],
    [403, 'client-died'],
  ]);
  expect(await mandates()).toEqual([]);
});

it('the second official confirms, then his death comes in: what began ends', async () => {
  const paper = await scene.paper((await scene.office()).kvk);
  const confirming = () => scene.settle(paper.id, 'confirmation');
  const answers = await inARow(scene.database, paper.client.id, [confirming, dies]);
  expect(answers.map(({ status }) => status)).toEqual([200, 204]);
  expect(await mandates()).toEqual([{ state: 'ended', end_reason: 'death' }]);
});
