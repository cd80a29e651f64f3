import { type Balancer, placeBalancer } from './balancer.ts';
import { mayRead } from './examples/question.ts';
import { type ClientScene, joris, message, openClient } from './scene.ts';
import type { Volmacht } from '../../client/volmacht.ts';

let scene: ClientScene;
let balancer: Balancer;
let volmacht: Volmacht;
beforeAll(async () => {
  scene = await openClient();
  balancer = await placeBalancer(scene.url);
  volmacht = scene.volmacht({ url: balancer.url });
});
afterAll(async () => {
  await balancer.close();
  await scene.house.close();
});
const question = () => mayRead(joris, message(scene));

describe('A program hears', () => {
  it('nothing more than a page of nothing, though there is always another', async () => {
    const { subject, action, context = {} } = question();
    const nothing = { subject, action, context, resource: { type: 'inbox' }, page: { limit: 0 } };
    const found: unknown[] = [];
    for await (const each of volmacht.searchAll('resource', nothing)) found.push(each);
    expect([found, balancer.seen.length]).toEqual([[], 1]);
  });

  it.each([
    ['-5', undefined],
    ['1e23', undefined],
    ['soon', undefined],
    ['9'.repeat(24), 86_400],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('of %s, when to try again, %s seconds', async (header, seconds) => {
    const once = scene.volmacht({ url: balancer.url, retries: 0 });
    balancer.sayNext(503, { 'Retry-After': header });
    const later = await once.evaluate(question()).catch((thrown: unknown) => thrown);
    expect(later).toMatchObject({ retryAfter: seconds });
  });
});
