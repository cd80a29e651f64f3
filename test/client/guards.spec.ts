import { setTimeout as pass } from 'node:timers/promises';
import { reasons } from '../../src/domain/reasons.ts';
import { layWire } from '../support/wire.ts';
import { oins, people } from '../decisions/scene.ts';
import { placeBalancer } from './balancer.ts';
import { type ClientScene, joris, logged, message, openClient, programs } from './scene.ts';
import type { Message, User } from './examples/question.ts';
import type { Volmacht } from '../../client/volmacht.ts';

let scene: ClientScene;
const leaving: (() => unknown)[] = [];
beforeEach(async () => (scene = await openClient()));
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
  await scene.house.close();
});

describe.each(programs)('A message box in %s, guarded', (_name, build) => {
  const openWith = async (volmacht: Volmacht, held: Partial<Message> = {}, user: User | null = joris) => {
    const guarded = await build(volmacht, user ?? undefined, message(scene, held));
    leaving.unshift(() => guarded.close());
    return (headers: Record<string, string> = {}) => fetch(`${guarded.url}/messages/1`, { headers });
  };

  it('opens for Joris what Yasmina authorised him for, until the request after she revoked', async () => {
    const held = message(scene);
    const open = await openWith(scene.volmacht(), held);
    const yes = await open();
    expect([yes.status, await yes.json()]).toEqual([200, held]);
    await scene.house.as(people.yasmina).post(`/v1/mandates/${scene.mandate}/revocation`, {});
    const no = await open({ 'Accept-Language': 'nl-NL, en;q=0.5' });
    expect(no.status).toBe(403);
    expect(Object.fromEntries(no.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
      'content-language': 'nl',
      'cache-control': 'no-store',
    });
    expect(await no.json()).toEqual({
      ...{ type: 'about:blank', title: 'Niet toegestaan', status: 403, reason: 'mandate-revoked' },
      ...{ detail: reasons['mandate-revoked'].nl, remedy: 'request-mandate' },
    });
  });

  it('tells who signed in too low with which level to come back', async () => {
    const open = await openWith(scene.volmacht(), {}, { ...joris, acr: 'http://eidas.europa.eu/LoA/low' });
    const no = await open();
    const level = 'http://eidas.europa.eu/LoA/substantial';
    expect(no.status).toBe(403);
    expect(no.headers.get('WWW-Authenticate')).toBe(
      `Bearer error="insufficient_user_authentication", error_description="A higher level of sign-in is needed", acr_values="${level}"`,
    );
    expect(await no.json()).toMatchObject({ title: 'Not allowed', remedy: 'step-up', acr_values: [level] });
  });

  it('tells with which level a message is to be read that asks for more than its sender (R6)', async () => {
    const open = await openWith(scene.volmacht(), { assurance: 'high' });
    const no = await open();
    expect([no.status, await no.json()]).toEqual([
      403,
      expect.objectContaining({ remedy: 'step-up', acr_values: ['http://eidas.europa.eu/LoA/high'] }),
    ]);
  });

  it('stays shut for what she did not authorise, and for what nobody knows', async () => {
    for (const held of [{ sender: oins.svb }, { category: 'care' }, { owner: 'bsn:999990032' }])
      expect((await (await openWith(scene.volmacht(), held))()).status).toBe(403);
  });

  it('stays shut when Volmacht is gone, and says to try again', async () => {
    const lines = logged(leaving);
    const open = await openWith(scene.volmacht());
    expect((await open()).status).toBe(200);
    await scene.house.app.close();
    const answer = await open({ 'Accept-Language': 'nl' });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(await answer.json()).toEqual({
      ...{ type: 'about:blank', title: 'Niet beschikbaar', status: 503 },
      detail: 'Wij kunnen nu niet nagaan of u dit mag openen. Probeer het straks opnieuw.',
    });
    expect(lines.join('\n')).toContain('Volmacht cannot be reached');
  });

  it('stays shut when Volmacht is slow, and lets nobody wait longer than the time it was given', async () => {
    const lines = logged(leaving);
    const wire = await layWire(scene.port);
    leaving.push(() => wire.close());
    const open = await openWith(scene.volmacht({ url: `http://127.0.0.1:${wire.port}`, timeout: 300 }));
    expect((await open()).status).toBe(200);
    wire.freeze();
    const began = performance.now();
    expect((await open()).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(lines.join('\n')).toContain('did not answer in time');
    wire.thaw();
    await pass(50);
  });

  it('blames no user for a wrong token: he hears 503, and who runs the program why', async () => {
    const lines = logged(leaving);
    const token = await scene.house.issuer.sign({ sub: 'x', exp: 1 });
    const open = await openWith(scene.volmacht({ token: () => token }));
    expect((await open()).status).toBe(503);
    expect(lines.join('\n')).toMatch(/401 sign-in-required/);
    expect(lines.join('\n')).not.toContain(token);
    expect(lines.join('\n')).not.toContain(scene.yasmina);
  });

  it('nor for a message box that is not registered to ask', async () => {
    const lines = logged(leaving);
    const token = await scene.house.issuer.sign(people.svb);
    const open = await openWith(scene.volmacht({ token: () => token }));
    expect((await open()).status).toBe(503);
    expect(lines.join('\n')).toMatch(/Volmacht answered 403/);
  });

  it('says no to a no, whatever stands beside it', async () => {
    const balancer = await placeBalancer(scene.url);
    leaving.unshift(() => balancer.close());
    const open = await openWith(scene.volmacht({ url: balancer.url }));
    const low = { acr_values: 'http://eidas.europa.eu/LoA/high', reason: 7, reason_user: 'No.', remedy: {} };
    for (const context of [
      null,
      'no',
      [],
      low,
      { reason_user: { en: 1 }, acr_values: ['a"b', 1, 'a\r\nb'] },
    ]) {
      balancer.sayNext(
        200,
        { 'Content-Type': 'application/json' },
        JSON.stringify({ decision: false, context }),
      );
      const no = await open();
      expect([no.status, no.headers.get('WWW-Authenticate'), await no.json()]).toEqual([
        ...[403, null],
        { type: 'about:blank', title: 'Not allowed', status: 403, detail: 'You may not open this.' },
      ]);
    }
  });

  it('stays shut at a part of a yes', async () => {
    const lines = logged(leaving);
    const balancer = await placeBalancer(scene.url);
    leaving.unshift(() => balancer.close());
    balancer.sayNext(206, { 'Content-Type': 'application/json' }, '{"decision":true}');
    expect((await (await openWith(scene.volmacht({ url: balancer.url })))()).status).toBe(503);
    expect(lines.join('\n')).toContain('something that is no answer');
  });

  it('stays shut when the question itself goes wrong', async () => {
    logged(leaving);
    const open = await openWith(scene.volmacht(), {}, null);
    expect((await open()).status).toBe(500);
  });
});
