import { addDays, addYears } from '../../src/domain/day.ts';
import { newId } from '../../src/platform/ids.ts';
import { oins, openPapers, type PaperScene, passport, said } from './paper.scene.ts';

let scene: PaperScene;
let office: Awaited<ReturnType<PaperScene['office']>>;
beforeAll(async () => void (scene = await openPapers()));
beforeEach(async () => void (office = await scene.office()));
afterAll(() => scene.close());

const enter = (more: Record<string, unknown>) => scene.enter(scene.signed(office.kvk, more));

describe('What is entered must be right in itself', () => {
  it.each([
    ['no client', { bsn: undefined }, '#/client'],
    ['a client named twice', { client: newId() }, '#/client'],
    ['nobody’s pseudonym', { bsn: undefined, client: newId() }, '#/client'],
    ['an office that nobody registered', { kvk: '99999999' }, '#/kvk'],
    ['an office and a person', { organisation: newId() }, '#/kvk'],
    ['a start in the past', { from: '2026-01-01' }, '#/from'],
    ['no end', { until: undefined }, '#/until'],
    ['no line', { lines: [] }, '#/lines'],
    [
      'an unknown sender',
      { lines: [{ sender: '0'.repeat(20), category: 'care', actions: ['read'] }] },
      '#/lines/0/sender',
    ],
    ['no copy of who signed', { evidence: [{ ...passport, what: 'authorisation' }] }, '#/evidence'],
    ['no paper', { evidence: [{ ...passport, what: 'identity' }] }, '#/evidence'],
    [
      'a copy that is something else',
      {
        evidence: [
          { ...passport, mediaType: 'image/png', what: 'identity' },
          { ...passport, what: 'authorisation' },
        ],
      },
      '#/evidence/0/mediaType',
    ],
    ['born tomorrow', { birthDate: '2199-01-01' }, '#/birthDate'],
    ['no word about what came in', { note: undefined }, '#/note'],
  ])('%s is a fault that is named', async (_, more, pointer) => {
    const { status, body } = await enter(more);
    expect([
      status,
      body.errors.map(({ location }: { location: { pointer: string } }) => location.pointer),
    ]).toEqual([400, [pointer]]);
  });

  it('Five years at most (R8), in words', async () => {
    const until = addDays(addYears(scene.today(), 5), 1);
    expect(said(await enter({ until }))).toEqual([400, 'invalid-input']);
    expect((await enter({ until: addYears(scene.today(), 5) })).status).toBe(201);
  });

  it('The same paper waits once; what was given or asked already points at the first (R14)', async () => {
    const { id } = await scene.paper(office.kvk);
    expect(said(await enter({}))).toEqual([409, 'already-exists']);
    const { mandate } = await scene.asked(200, scene.settle(id, 'confirmation'));
    const again = await enter({ lines: [{ sender: oins.tax, category: 'all', actions: ['read'] }] });
    expect([...said(again), again.body.mandate]).toEqual([409, 'duplicate-mandate', mandate]);
  });

  it('What was asked meanwhile stands in the way; what lapsed by the clock does not (R14)', async () => {
    const { id, client } = await scene.paper(office.kvk);
    const asked = await scene.world.mandate({ client: client.id, organisation: office.id, state: 'offered' });
    expect(await scene.confirm(id)).toEqual([409, 'duplicate-mandate']);
    expect(await scene.obstacles(id)).toEqual(['duplicate-mandate']);
    await scene.rows('UPDATE mandate SET answer_by = $2 WHERE id = $1', asked, scene.today());
    expect(await scene.obstacles(id)).toEqual([]);
    expect(await scene.confirm(id)).toEqual([200, undefined]);
  });
});
