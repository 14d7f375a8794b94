import { ensureBuilt } from '../../demo/build.mjs';

/** End-to-end tests start the compiled product, so what they start must be what the sources say. */
export default async function buildOnce() {
  await ensureBuilt();
}
