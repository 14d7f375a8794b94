import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../ops/readiness.js';
import { forLog } from './error-for-log.js';

/** Readiness, the balancer's time and the slowest request, all told: less than an orchestrator waits before it kills. */
const ENDS_WITHIN_MS = 24_000;

export interface LifetimeSettings {
  HOST: string;
  PORT: number;
  isDemo: boolean;
}

/**
 * Listens, and on SIGTERM or SIGINT closes: readiness first, then the listener, then what is still running,
 * then the database (Nest's shutdown hooks). A process that cannot close in time ends anyway.
 */
export async function runUntilStopped(
  app: NestFastifyApplication,
  settings: LifetimeSettings,
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const { log } = fastify;
  const readiness = app.get(Readiness);
  // Connections that are kept open would be cut at the end, perhaps under a request: each caller is sent away before.
  fastify.addHook('onSend', async (_request, reply) => {
    if (readiness.isDraining) reply.header('connection', 'close');
  });
  const endInTime = (): void => void setTimeout(() => process.exit(1), ENDS_WITHIN_MS).unref();
  process.once('SIGTERM', endInTime);
  process.once('SIGINT', endInTime);
  process.on('unhandledRejection', (error) => {
    // Nobody knows what was left half done: better to end, and be started anew.
    log.fatal({ error: forLog(error) }, 'unhandled rejection');
    process.exit(1);
  });
  if (settings.isDemo && process.send) {
    // The launcher went away, perhaps by kill -9: a demo leaves no orphans.
    process.once('disconnect', () => {
      endInTime();
      void app.close().finally(() => process.exit(0));
    });
  }
  await app.listen(settings.PORT, settings.HOST);
  log.info({ url: await app.getUrl() }, 'listening');
}
