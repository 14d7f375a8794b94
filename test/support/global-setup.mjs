import { ensureBuilt } from '../../demo/build.mjs';

/**
 * One embedded cluster for the whole jest run, with one migrated template database. The workers
 * learn of it through the environment they inherit. Plain JavaScript over `dist`, because jest
 * does not transform ES modules in a global setup.
 */
export default async function globalSetup() {
  await ensureBuilt();
  const { startTestCluster } = await import('./test-cluster.mjs');
  globalThis.fodfaesteTestCluster = await startTestCluster();
  process.env.FODFAESTE_TEST_CLUSTER = JSON.stringify(globalThis.fodfaesteTestCluster.addresses);
}
