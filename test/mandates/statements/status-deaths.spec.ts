import { dayOf } from '../../../src/domain/day.ts';
import { push } from '../../life-events/scene.ts';
import { bsns, oins, openStatements, people } from './scene.ts';

describe('The published status of a statement', () => {
  it('is that it does not hold, once a register told of the client’s death (R30)', async () => {
    const scene = await openStatements({ LIFE_EVENT_SOURCES: oins.system });
    try {
      const made = await scene.make(people.yasmina);
      const effectiveOn = dayOf(scene.clock.now());
      const told = await push(scene, { kind: 'death', bsn: bsns.yasmina, effectiveOn });
      await scene.tasks();
      expect([told.status, await scene.statusOf(made)]).toEqual([204, 1]);
    } finally {
      await scene.close();
    }
  });
});
