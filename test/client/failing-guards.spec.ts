import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import express5, { type ErrorRequestHandler } from 'express';
import { ExpressAdapter } from 'nest-platform-express';
import { askVolmacht, type ExpressGuardOptions } from '../../client/express.guard.ts';
import { AskVolmacht, VOLMACHT } from '../../client/nest.guard.ts';
import type { Question, Volmacht } from '../../client/volmacht.ts';
import { mayRead } from './examples/question.ts';
import { type ClientScene, joris, message, openClient } from './scene.ts';

const require = createRequire(import.meta.url); // the one before has no types of its own
const express4 = require('express-4') as typeof express5;

let scene: ClientScene;
const leaving: (() => unknown)[] = [];
beforeAll(async () => void (scene = await openClient()));
afterEach(async () => {
  for (const leave of leaving.splice(0)) await leave();
});
afterAll(() => scene.house.close());

/** What Express reads as "go on" or "elsewhere", and something else that is no error. */
const thrown: readonly unknown[] = [
  undefined,
  null,
  '',
  0,
  false,
  'route',
  'router',
  'other',
  new Error('own'),
];
const failures = thrown.flatMap((value): [unknown, string, () => Promise<never>][] => {
  const fail = () => {
    throw value;
  };
  return [
    [value, 'throws', fail],
    [value, 'rejects', async () => fail()],
  ];
});

describe.each([
  ['4', express4],
  ['5', express5],
])('A guard in Express %s', (_version, express) => {
  type Options = ExpressGuardOptions<express5.Request, express5.Response>;
  /** What somebody gets who asks for a message behind it: of two routes with one path the guarded one comes first. */
  async function got(
    volmacht: Volmacht,
    question: () => Question | Promise<Question>,
    options: Options = {},
  ) {
    const app = express();
    const guard = askVolmacht<express5.Request, express5.Response>(volmacht, question, options);
    const failed: unknown[] = [];
    const onError: ErrorRequestHandler = (error, _request, response, _next) => {
      failed.push(error);
      response.status(500).send('failed');
    };
    const inner = express.Router();
    inner.use(guard);
    inner.get('/', (_request, response) => void response.send('opened'));
    app.get('/message', guard, (_request, response) => void response.send('opened'));
    app.get('/message', (_request, response) => void response.send('another route'));
    app.use('/router', inner, (_request, response) => void response.send('another router'));
    app.use(onError);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    leaving.push(() => new Promise((resolve) => server.close(resolve)));
    const said: string[] = [];
    for (const path of ['message', 'router']) {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);
      said.push(await answer.text());
    }
    return { said, failed };
  }
  const closed = { said: ['failed', 'failed'], failed: [expect.any(Error), expect.any(Error)] };
  const yes = () => mayRead(joris, message(scene));
  const no = () => mayRead(joris, message(scene, { category: 'care' }));

  it('opens at a yes', async () => {
    expect(await got(scene.volmacht(), yes)).toEqual({ said: ['opened', 'opened'], failed: [] });
  });

  it.each(failures)('opens nothing when with %p its question %s', async (_value, _how, fail) => {
    expect(await got(scene.volmacht(), fail)).toEqual(closed);
  });

  it.each(failures)('opens nothing when with %p its way to refuse %s', async (_value, _how, fail) => {
    expect(await got(scene.volmacht(), no, { refuse: fail })).toEqual(closed);
  });

  it.each(failures)('opens nothing when with %p its way to report %s', async (_value, _how, fail) => {
    const lost = scene.volmacht({ url: 'http://127.0.0.1:1', retries: 0 });
    expect(await got(lost, yes, { report: fail })).toEqual(closed);
  });

  it('hands an error on as it is, and what is none as its cause', async () => {
    const own = new Error('own');
    expect((await got(scene.volmacht(), () => Promise.reject(own))).failed).toEqual([own, own]);
    const [, , fail] = failures.find(([value]) => value === 'route') ?? [];
    const { failed } = await got(scene.volmacht(), fail ?? yes);
    expect(failed).toEqual([expect.objectContaining({ cause: 'route' }), expect.anything()]);
  });
});

describe.each<[string, () => FastifyAdapter | ExpressAdapter]>([
  ['Fastify', () => new FastifyAdapter()],
  ['Express', () => new ExpressAdapter()],
])('A guard in Nest on %s', (_name, adapter) => {
  it.each(failures)('opens nothing when with %p its question %s', async (_value, _how, fail) => {
    @Controller('message')
    class Box {
      @Get()
      @AskVolmacht(fail)
      read(): string {
        return 'opened';
      }
    }
    @Module({ controllers: [Box], providers: [{ provide: VOLMACHT, useValue: scene.volmacht() }] })
    class Front {}
    const app = await NestFactory.create<NestFastifyApplication>(Front, adapter() as FastifyAdapter, {
      logger: false,
    });
    leaving.push(() => app.close());
    await app.listen(0, '127.0.0.1');
    const answer = await fetch(`${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/message`);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('opened')]);
  });
});
