import { deliver } from '../inbox/scene.ts';
import { type Decisions, oins, openDecisions } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const acr = (level: string) => `http://eidas.europa.eu/LoA/${level}`;
const signedIn = (assurance: string) => ({ context: { assurance } });
const message = (id: string, more: object = {}) => ({
  resource: {
    ...{ type: 'message', id },
    properties: { client: scene.yasmina, sender: oins.tax, category: 'financial', ...more },
  },
});

describe('With which level to sign in', () => {
  const told = async (what: object): Promise<unknown> =>
    (await scene.ask({ ...signedIn('low'), ...what })).context?.acr_values;

  it('is said once: what the door asks of an employee, or the message that is described when that is more (R6)', async () => {
    const inbox = (assurance: string) => ({ resource: scene.inbox({ assurance }) });
    expect(await told(message('FBS-1'))).toEqual([acr('substantial')]);
    for (const what of [message('FBS-1', { assurance: 'high' }), inbox('high')]) {
      expect(await told(what)).toEqual([acr('high')]);
      expect(await scene.ask({ ...what, ...signedIn('high') })).toMatchObject({ decision: true });
    }
    expect(await told(inbox('low'))).toEqual([acr('substantial')]);
  });

  it('is also what the sender asks of all its messages', async () => {
    await scene.house.database.admin.query(`UPDATE sender SET assurance = 'high' WHERE oin = $1`, [oins.tax]);
    expect(await told(message('FBS-1'))).toEqual([acr('high')]);
    expect(await scene.ask({ ...message('FBS-1'), ...signedIn('high') })).toMatchObject({ decision: true });
  });

  it('tells nothing of a message that lies here: as of one that does not, by what is said of it', async () => {
    const here = await deliver(scene.house);
    await scene.house.database.admin.query(`UPDATE message SET assurance = 'high' WHERE id = $1`, [here]);
    const subject = { type: 'organisation', id: scene.haven };
    for (const more of [{}, { assurance: 'low' }, { assurance: 'high' }]) {
      const [of, elsewhere] = [message(here, more), message('FBS-1', more)];
      expect(await scene.ask({ subject, ...signedIn('low'), ...of })).toEqual(
        await scene.ask({ subject, ...signedIn('low'), ...elsewhere }),
      );
    }
    expect(await told(message(here))).toEqual([acr('substantial')]);
  });
});

describe('Two levels that contradict', () => {
  it.each([
    ['substantial', 'low', false],
    ['low', 'substantial', false],
    ['high', 'substantial', true],
    ['substantial', 'high', true],
  ])('assurance %s beside acr %s: the lower counts (R5)', async (assurance, other, decision) => {
    expect(await scene.ask({ context: { assurance, acr: acr(other) } })).toMatchObject({ decision });
    const high = message('FBS-1', { assurance: 'high' });
    expect(await scene.ask({ ...high, context: { assurance, acr: acr(other) } })).toMatchObject({
      decision: false,
    });
  });

  it('one of them alone is what it says', async () => {
    expect(await scene.ask({ context: { acr: acr('substantial') } })).toMatchObject({ decision: true });
    expect(await scene.ask({ context: { assurance: 'substantial' } })).toMatchObject({ decision: true });
    expect(await scene.ask({ context: {} })).toMatchObject({ decision: false });
  });
});
