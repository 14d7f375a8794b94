export default async function globalTeardown() {
  await globalThis.fodfaesteTestCluster?.stop();
}
