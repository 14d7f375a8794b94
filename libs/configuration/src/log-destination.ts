import { pino, type DestinationStream } from 'pino';

/** What waits to be written while the disk is full; lines beyond it are dropped. */
const MOST_KEPT = 1_048_576;

/**
 * Standard output, without which the work goes on: a line that cannot be written, because the disk is full or whoever read
 * it is gone, is lost. Pino's own destination ends the process then; and where the process writes what is left at its
 * end, or a fatal line at once, it tries for ever and stands still with everything it holds.
 */
export function logDestination(fd = 1): DestinationStream {
  const destination = pino.destination({ fd, sync: true, maxLength: MOST_KEPT });
  destination.on('error', () => undefined);
  // Each line is written at once: there is nothing to flush but what could not be written.
  destination.flushSync = () => undefined;
  return destination;
}
