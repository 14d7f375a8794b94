import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { forLog } from './error-for-log.js';

/** Longer than any request may take to finish, shorter than an orchestrator waits before it kills. */
const CLOSES_WITHIN_MS = 10_000;

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
  const { log } = app.getHttpAdapter().getInstance();
  const endInTime = (): void => void setTimeout(() => process.exit(1), CLOSES_WITHIN_MS).unref();
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
