import { types } from 'node:util';

const { isNativeError } = types;

/**
 * What of an error may stand in a log. Messages, details and parameters of the database name values of rows,
 * so of a database error only its code and the names of the schema are kept.
 */
export function forLog(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { type: typeof error };
  const { driverError } = error as { driverError?: unknown };
  if (isNativeError(driverError)) return { ...forLog(driverError), stack: frames(error) };
  const { code, table, constraint, routine } = error as Error & Record<string, unknown>;
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    ...(fromDatabase ? { code, table, constraint, routine } : { code, message: error.message.slice(0, 500) }),
    stack: frames(error),
    ...(isNativeError(error.cause) && error.cause !== error && { cause: forLog(error.cause) }),
  };
}

/** The places only: the first lines of a stack repeat the message. */
const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 15);
