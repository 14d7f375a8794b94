import { join } from 'node:path';
import { templatesFolder } from '#notifications';
import type { Catcher } from './catcher/index.js';
import type { Database } from './open-database.js';
import type { Secrets } from './secrets.js';

/** Whom the pages tell people to write to, made up like everybody here. */
const demoSite = join(templatesFolder(), '../demo/site.json');

interface Known {
  port: number;
  url: string;
  database: Database;
  catcher: Catcher;
  secrets: Secrets;
  smsSender: string;
}

/** What the two applications are told. REDIS_URL, QUIET_HOURS and LOG_LEVEL pass through from outside. */
export function environmentFor(known: Known): Record<'api' | 'worker', NodeJS.ProcessEnv> {
  const { port, url, database, catcher, secrets, smsSender } = known;
  const { DATABASE_OWNER_URL: _owner, NODE_OPTIONS: _options, ...outside } = process.env;
  const both = {
    ...outside,
    // With the doors of a demo open, neither would start as production.
    NODE_ENV: 'development',
    DEMO: 'on',
    DATABASE_URL: database.apiUrl,
    PUBLIC_URL: url,
    SECRET_KEY: secrets.secretKey,
    QUEUE_PREFIX: `fodfaeste-${secrets.instance.slice(0, 8)}`,
    SMTP_URL: catcher.smtpUrl,
    MAIL_FROM: 'Fodfæste <svar@fodfaeste.example>',
    SMS_GATEWAY_URL: catcher.smsUrl,
    SMS_GATEWAY_TOKEN: secrets.smsToken,
    SMS_WEBHOOK_SECRET: secrets.webhookSecret,
    SMS_SENDER: smsSender,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
  };
  return {
    api: { ...both, HOST: '127.0.0.1', PORT: String(port), SITE_FILE: process.env.SITE_FILE ?? demoSite },
    worker: { ...both, PORT: undefined, DATABASE_DISPATCH_URL: database.relayUrl },
  };
}
