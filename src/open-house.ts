import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './platform/config.ts';
import { BadConfiguration } from './platform/config.ts';
import { followSilentConnections } from './platform/silent-connections.ts';
import { HealthService } from './service/health.service.ts';
import { OpenApi } from './service/openapi.controller.ts';

/** So long a request that was on its way has to arrive once the door is shut, in milliseconds. */
const lastKnock = 1_000;

/** Somebody else listens there. */
export const portTaken = (variable: string, port: number): BadConfiguration =>
  new BadConfiguration([
    `${variable} ${port} is taken by another program; stop it or choose another ${variable}`,
  ]);

/**
 * Opens the front door, and closes it in order on SIGTERM or SIGINT: not ready, drain, stop.
 * `after` stops what was started beside it.
 * @throws BadConfiguration when the port is taken.
 */
export async function openHouse(
  app: NestFastifyApplication,
  config: Config,
  after: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const endSilent = followSilentConnections(app.getHttpServer());
  void app.get(OpenApi).document; // now, so that no request waits for it; one that cannot be made stops the boot
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    await after();
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw portTaken('PORT', config.port);
  }
  let leaving: Promise<void> | undefined;
  const leave = async () => {
    app.get(HealthService).leaving = true;
    await new Promise((resolve) => setTimeout(resolve, config.leavingNotice));
    const knocks = setInterval(endSilent, lastKnock);
    await app.close();
    clearInterval(knocks);
    await after();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void (leaving ??= leave()));
}
