import type { AddressInfo } from 'node:net';
import { type CanActivate, type ExecutionContext, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
// Under a name of its own: under the usual one the production image would get it, as an optional part of Nest.
import { ExpressAdapter } from 'nest-platform-express';
import { VOLMACHT } from '../../client/nest.guard.ts';
import { Volmacht } from '../../client/volmacht.ts';
import { type Decisions, oins, openDecisions, people } from '../decisions/scene.ts';
import { messageBox } from './examples/express.ts';
import { MessageBox, Messages } from './examples/nest.ts';
import type { Message, User } from './examples/question.ts';

/** The product at its port, with Joris who may read what the tax office writes to Yasmina about money. */
export async function openClient() {
  const decisions = await openDecisions();
  const { house } = decisions;
  const { port } = house.app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const token = await house.issuer.sign(people.system);
  const volmacht = (more: Partial<ConstructorParameters<typeof Volmacht>[0]> = {}) =>
    new Volmacht({ url, token: () => token, timeout: 5_000, ...more });
  return { ...decisions, url, port, token, volmacht };
}

/** The same, with what it holds. */
export type ClientScene = Decisions & Awaited<ReturnType<typeof openClient>>;

/** Joris, as the sign-in of the message box knows him. */
export const joris: User = {
  ...{ sub: people.joris.sub as string, issuer: 'test', kvk: people.joris.kvk as string },
  acr: people.joris.acr as string,
};

/** A message elsewhere; a test says what differs. */
export const message = (scene: ClientScene, more: Partial<Message> = {}): Message => ({
  ...{ id: 'FBS-2026-0042', owner: scene.yasmina, sender: oins.tax, category: 'financial' },
  ...{ deliveredAt: scene.house.clock.now().toISOString(), subject: 'Your assessment' },
  ...more,
});

/** Somebody else's program, guarded, at a port of its own. */
export interface Guarded {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds it: how it asks, who is signed in, and what it holds. */
export type Build = (volmacht: Volmacht, user: User | undefined, held: Message) => Promise<Guarded>;

const onExpress: Build = async (volmacht, user, held) => {
  const server = messageBox(volmacht, { userOf: () => user as User, find: () => held }).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const nothing = (): void => undefined;

const onNest =
  (adapter: () => FastifyAdapter | ExpressAdapter): Build =>
  async (volmacht, user, held) => {
    const signIn: CanActivate = {
      canActivate: (context: ExecutionContext) =>
        Boolean(Object.assign(context.switchToHttp().getRequest<object>(), { user })),
    };
    @Module({
      controllers: [MessageBox],
      providers: [
        { provide: VOLMACHT, useValue: volmacht },
        { provide: Messages, useValue: { find: () => held } },
        { provide: APP_GUARD, useValue: signIn },
      ],
    })
    class Front {}
    const app = await NestFactory.create<NestFastifyApplication>(Front, adapter() as FastifyAdapter, {
      logger: { log: nothing, warn: nothing, error: (...said) => console.error(...said) },
    });
    await app.listen(0, '127.0.0.1');
    return { url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), close: () => app.close() };
  };

/** The programs that a guard has to stand before. */
export const programs: readonly [string, Build][] = [
  ['Express', onExpress],
  ['Nest on Fastify', onNest(() => new FastifyAdapter())],
  ['Nest on Express', onNest(() => new ExpressAdapter())],
];

/** What is written from now on for who runs the program; as usual again when the test leaves. */
export function logged(leaving: (() => unknown)[]): string[] {
  const lines: string[] = [];
  const usual = console.error;
  leaving.unshift(() => (console.error = usual));
  console.error = (...words: unknown[]) => void lines.push(words.join(' '));
  return lines;
}
