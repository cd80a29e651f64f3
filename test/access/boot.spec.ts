import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Open, Requires, DOOR } from '../../src/access/requires.ts';
import { routesOf } from '../../src/access/routes.ts';
import { buildApp } from '../../src/app.setup.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { makeLog } from '../../src/platform/logging.ts';
import { MeController } from '../../src/sign-in/me.controller.ts';
import { freshDatabase } from '../support/database.ts';
import { openHouse } from '../support/house.ts';

@Controller('planted')
class Planted {
  @Get('asked')
  @Requires('inbox.list')
  asked(): void {}

  @Get('open')
  @Open('a test may be read by anyone')
  open(): void {}

  @Post(':id/silent')
  silent(): void {}

  @Get('silent-too')
  silentToo(): void {}
}

@Module({ imports: [DiscoveryModule], controllers: [Planted] })
class PlantedModule {}

describe('A route that declares nothing', () => {
  it('is named, with all others that are silent, before anything is served', async () => {
    const house = await NestFactory.create(PlantedModule, new FastifyAdapter(), { logger: false });
    expect(() => routesOf(house)).toThrow(
      'these routes do not say what they require:\n  POST /planted/:id/silent (Planted.silent)\n  GET /planted/silent-too (Planted.silentToo)',
    );
    await house.close();
  });

  it('stops the boot of the whole house', async () => {
    const handler = MeController.prototype.me;
    const rule: unknown = Reflect.getMetadata(DOOR, handler);
    Reflect.deleteMetadata(DOOR, handler);
    const database = await freshDatabase();
    try {
      const config = loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: database.url,
        ISSUERS: 'test=http://localhost:1',
      });
      await expect(buildApp(config, makeLog('silent'))).rejects.toThrow('GET /v1/me (MeController.me)');
    } finally {
      Reflect.defineMetadata(DOOR, rule, handler);
      await database.drop();
    }
  });

  it('does not stop it when it says something: the same house opens', async () => {
    const house = await openHouse();
    expect((await house.as('nobody').get('/v1/me')).status).toBe(401);
    await house.close();
  });
});

describe('A permit', () => {
  const source = resolve(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );

  it('is made by decide(); nothing else in the product calls something one', () => {
    const making = files.filter((name) =>
      /\bas (unknown as )?Permit\b/.test(readFileSync(join(source, name), 'utf8')),
    );
    expect(making.toSorted()).toEqual(['domain/access.ts']);
  });
});
