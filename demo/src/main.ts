import { join } from 'node:path';
import { announce, dim, red } from './announce.js';
import { readOptions } from './options.js';
import { whenOrphaned } from './orphaned.js';
import { startProduct } from './start-product.js';
import { Teardown } from './teardown.js';

/** `npm start`, once the product is installed and built: starts it, and stops it in order. */
const dist = join(import.meta.dirname, '../..');
const teardown = new Teardown();
const ending = new AbortController();
const print = (text: string): void => void process.stdout.write(`${text}\n`);

// npm passes on a Ctrl-C that the terminal has already sent us: the second one changes nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
whenOrphaned(() => ending.abort());
// Whoever read our output may have left, as `npm start | head` does.
process.stdout.on('error', () => ending.abort());

let failed = false;
try {
  const options = readOptions(process.argv.slice(2), process.env, join(dist, '..'));
  const ready = await startProduct(options, dist, (text) => print(dim(text)), teardown, ending.signal);
  print(announce(ready, options.dataDir));
  await untilEnding(ending.signal);
  print(dim('Stopping …'));
} catch (error) {
  // What breaks because we are ending is no failure.
  failed = !ending.signal.aborted;
  if (failed) process.stderr.write(`${red('Fodfæste could not start.')} ${(error as Error).message}\n`);
}
for (const error of await teardown.run()) {
  failed = true;
  process.stderr.write(`${red('Could not stop cleanly:')} ${(error as Error).message}\n`);
}
process.exit(failed ? 1 : 0);

function untilEnding(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
