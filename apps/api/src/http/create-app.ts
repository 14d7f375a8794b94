import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { NamedKey } from '#configuration';
import type { SessionLimits } from '#domain';
import { Sessions } from '#persistence';
import { answerOtherMethods } from './allowed-methods.js';
import { BearerKeys } from './bearer-keys.js';
import { readBodies } from './body-parsers.js';
import { compressPages } from './compression.js';
import { createFastifyAdapter } from './fastify.js';
import { createLogger, NestLog } from './logger.js';
import { ApiDocument } from './openapi/api-document.js';
import { createDocument } from './openapi/create-document.js';
import { limitRate } from './rate-limit.js';
import { knowTheRequest } from './request-context.js';
import { logRequests } from './request-log.js';
import { Accounts } from './session/accounts.js';
import { FormTokens } from './session/form-tokens.js';
import { knowVisitors } from './session/know-visitors.js';
import { sessionKeys } from './session/session-keys.js';
import { setSecurityHeaders } from './security-headers.js';
import { loadSite } from './site.js';
import { warnOfProxy } from './warn-of-proxy.js';

export interface HttpSettings {
  PUBLIC_URL: string;
  LOG_LEVEL: string;
  RATE_LIMIT_PER_SECOND: number;
  TRUST_PROXY_HOPS: number;
  SITE_FILE?: string;
  masterKeys: [NamedKey, ...NamedKey[]];
  sessionLimits: SessionLimits;
  isDemo: boolean;
}

/**
 * The app with everything that stands before Nest's routing, ready for `listen`. The hooks run in the order
 * of these lines, and also for addresses that lead nowhere: a refused caller still gets headers and a log line.
 */
export async function createApp(
  module: Type | DynamicModule,
  settings: HttpSettings,
  logger: Logger = createLogger(settings.LOG_LEVEL),
): Promise<NestFastifyApplication> {
  const adapter = createFastifyAdapter({ logger, trustProxyHops: settings.TRUST_PROXY_HOPS });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(logger),
    // Our parsers know depth, forms and empty bodies; Nest's would be registered beside them.
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.decorate('site', loadSite(settings.SITE_FILE));
  knowTheRequest(fastify);
  logRequests(fastify);
  warnOfProxy(fastify, settings.TRUST_PROXY_HOPS);
  await setSecurityHeaders(fastify, settings.PUBLIC_URL);
  await compressPages(fastify);
  await limitRate(fastify, app.get(BearerKeys), settings.RATE_LIMIT_PER_SECOND);
  answerOtherMethods(fastify);
  await knowVisitors(fastify, {
    sessions: app.get(Sessions),
    accounts: app.get(Accounts),
    tokens: app.get(FormTokens),
    keys: sessionKeys(settings.masterKeys),
    limits: settings.sessionLimits,
    isDemo: settings.isDemo,
  });
  await readBodies(fastify);
  app.get(ApiDocument).publish(() => createDocument(app, settings.PUBLIC_URL));
  // Whoever was asked to end and did so ends well: with 0, and not as if the signal had killed it.
  app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
  return app;
}
