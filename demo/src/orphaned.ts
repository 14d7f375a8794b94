const LOOK_EVERY_MS = 500;

/**
 * Calls `then` when whoever started us is gone: npm, when it was killed without being able to pass
 * the signal on, or a test run that has a channel to us. Somebody who starts us in the background
 * and closes the terminal means us to go on, so nobody else is watched.
 */
export function whenOrphaned(then: () => void): void {
  if (process.connected) process.once('disconnect', then);
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) then();
  }, LOOK_EVERY_MS).unref();
}
