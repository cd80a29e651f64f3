import type { Volmacht } from '../../client/volmacht.ts';
import { placeBalancer } from './balancer.ts';
import type { Message } from './examples/question.ts';
import { type ClientScene, joris, logged, message, openClient, programs } from './scene.ts';

let scene: ClientScene;
const leaving: (() => unknown)[] = [];
beforeAll(async () => void (scene = await openClient()));
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
});
afterAll(() => scene.house.close());

describe.each(programs)('What a guard in %s writes for who runs the program', (_name, build) => {
  const openWith = async (volmacht: Volmacht, held: Partial<Message> = {}) => {
    const guarded = await build(volmacht, joris, message(scene, held));
    leaving.unshift(() => guarded.close());
    return (headers: Record<string, string> = {}) => fetch(`${guarded.url}/messages/1`, { headers });
  };

  it('is where a question is wrong, and not what stands there', async () => {
    const lines = logged(leaving);
    const open = await openWith(scene.volmacht(), { category: '999990019', sender: 'bsn:999990019' });
    expect((await open()).status).toBe(503);
    expect(lines.join('\n')).toMatch(
      /Volmacht answered 400 invalid-input: .*\[.*#\/resource\/properties\/category [\w-]+.*\] \(urn:volmacht:trace:\w+\)/,
    );
    expect(lines.join('\n')).not.toContain('999990019');
  });

  it.each([
    [
      'says much',
      { title: 'Oh', code: 'E-42', detail: 'no BSN 999990019' },
      /answered 502 \(no trace\)( +Volmacht)?$/,
    ],
    [
      'is none of ours',
      { message: '999990019', instance: 'bsn:999990019' },
      /answered 502 \(no trace\)( +Volmacht)?$/,
    ],
    ['is no JSON', '999990019\n', /answered 502 \(no trace\)( +Volmacht)?$/],
    [
      'has two lines',
      {
        code: 'unavailable',
        detail: 'Later.\r\n\u001b[2JOpened.\u2028Yes.',
        errors: [null, { location: 7 }],
      },
      /answered 502 unavailable: Later\. \[2JOpened\. Yes\. \[ , {2}\] \(no trace\)( +Volmacht)?$/,
    ],
  ])('is nothing of an answer on the way that %s', async (_how, body, line) => {
    const lines = logged(leaving);
    const balancer = await placeBalancer(scene.url);
    leaving.unshift(() => balancer.close());
    const open = await openWith(scene.volmacht({ url: balancer.url, retries: 0 }));
    const json = { 'Content-Type': 'application/json' };
    balancer.sayNext(502, json, typeof body === 'string' ? body : JSON.stringify(body));
    expect((await open()).status).toBe(503);
    expect(lines).toEqual([expect.stringMatching(line)]);
    expect(lines.join()).not.toContain('999990019');
  });
});
