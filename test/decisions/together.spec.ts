import { trailOf } from '../inbox/scene.ts';
import { Together } from '../../src/platform/together.ts';
import { newTraceId } from '../../src/platform/ids.ts';
import { type Decision, type Decisions, oins, openDecisions, people } from './scene.ts';

let scene: Decisions;
beforeEach(async () => (scene = await openDecisions()));
afterEach(() => scene.house.close());

const many = 40;
const traced = (trace: string) => `00-${trace}-00f067aa0ba902b7-01`;

describe('Questions of one system that come in together', () => {
  it('get each its own answer, and a line with its own trace', async () => {
    const asked = Array.from({ length: many }, (_, place) => ({
      trace: newTraceId(),
      question: scene.question(place % 2 ? { action: { name: 'reply' } } : {}),
      expected: place % 2 === 0,
    }));
    const answers = await Promise.all(
      asked.map(({ trace, question }) =>
        scene.post('evaluation', question).set('traceparent', traced(trace)),
      ),
    );
    expect(answers.map(({ status, body }) => (body as Decision).decision ?? status)).toEqual(
      asked.map(({ expected }) => expected),
    );
    const lines = await trailOf(scene.house, 'decision.ask');
    const kept = new Map(
      lines.map(({ trace, details }) => [trace, (details as { decision: boolean }).decision]),
    );
    expect(asked.map(({ trace }) => kept.get(trace))).toEqual(asked.map(({ expected }) => expected));
  });

  it('are refused each on the record, when it may ask no more', async () => {
    await scene.house.as(people.olga).delete(`/v1/decision-callers/${oins.system}`);
    const traces = Array.from({ length: many }, () => newTraceId());
    const answers = await Promise.all(
      traces.map((trace) => scene.post('evaluation', scene.question()).set('traceparent', traced(trace))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    const lines = (await trailOf(scene.house, 'decision.ask')).filter(({ outcome }) => outcome === 'refused');
    expect(lines.map(({ trace }) => trace).toSorted()).toEqual(traces.toSorted());
  });

  it('are refused each on the record, also when they all bring the same trace (R40)', async () => {
    await scene.house.as(people.olga).delete(`/v1/decision-callers/${oins.system}`);
    const trace = newTraceId();
    const answers = await Promise.all(
      Array.from({ length: many }, () =>
        scene.post('evaluation', scene.question()).set('traceparent', traced(trace)),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    const lines = (await trailOf(scene.house, 'decision.ask')).filter(({ outcome }) => outcome === 'refused');
    expect(lines.map((line) => line.trace)).toEqual(Array(many).fill(trace));
  });

  it('never get an answer from before they asked', async () => {
    let world = 0;
    const line = new Together<string, number>(
      async (asked) => {
        const seen = world;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return asked.map(() => seen);
      },
      { hands: 2, most: 3 },
    );
    const asks = Array.from({ length: 30 }, async () => {
      const since = ++world;
      return [since, await line.ask('?')] as const;
    });
    for (const [since, seen] of await Promise.all(asks)) expect(seen).toBeGreaterThanOrEqual(since);
  });
});
