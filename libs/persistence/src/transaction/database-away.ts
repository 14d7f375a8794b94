/**
 * PostgreSQL going down, starting, out of connections, or ending a connection (classes 08, 53 and 57P), and
 * one that is too busy: a deadlock or lost race that stayed after repeats, a lock or an answer not in time.
 */
const GONE = /^(?:08...|53[123]00|57P0[1-5])$/;
const BUSY = /^(?:57014|40001|40P01|55P03)$/;
const NETWORK = /\b(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)\b/;
/** What pg and its pool say without a code. */
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
/** What TypeORM calls a transaction whose connection broke under it. */
const RELEASED = /^QueryRunner(?:Provider)?AlreadyReleasedError$/;

/**
 * Whether the database could not be reached or could not keep up, which is worth another try and nobody's fault. Codes may
 * be lost where errors are wrapped, so the words count too.
 */
export const isDatabaseAway = (error: unknown): boolean => isSaidBy(error, [GONE, BUSY]);

/** Only the first: it says nothing about what was asked, while a statement that is always too slow is a fault of its own. */
export const isDatabaseGone = (error: unknown): boolean => isSaidBy(error, [GONE]);

function isSaidBy(error: unknown, states: readonly RegExp[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, message, driverError, cause } = error as Record<string, unknown>;
  if (typeof name === 'string' && RELEASED.test(name)) return true;
  if (typeof code === 'string' && [...states, NETWORK].some((known) => known.test(code))) return true;
  if (typeof message === 'string' && (WORDS.test(message) || NETWORK.test(message))) return true;
  const inner = driverError ?? cause;
  return inner !== error && isSaidBy(inner, states);
}
