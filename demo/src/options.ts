import { join, resolve } from 'node:path';

export interface Options {
  /** Absent: 3000, or a free one when that is taken. 0: a free one. */
  port?: number;
  dataDir: string;
  fresh: boolean;
  /** An outside server, as the owner of the database; absent: the embedded one. */
  databaseUrl?: string;
}

export class UsageError extends Error {}

const FLAGS = ['--fresh'];

export function readOptions(args: string[], env: NodeJS.ProcessEnv, checkout: string): Options {
  const unknown = args.find((arg) => !FLAGS.includes(arg));
  if (unknown)
    throw new UsageError(
      `Unknown: ${unknown}. The one flag is --fresh, which begins with an empty database.`,
    );
  return {
    port: env.PORT ? readPort(env.PORT) : undefined,
    dataDir: env.DATA_DIR ? resolve(env.DATA_DIR) : join(checkout, '.fodfaeste'),
    fresh: args.includes('--fresh'),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`PORT must be a number from 0 to 65535, not "${text}"`);
  return port;
}
