export { removeCluster } from './cluster-folder.js';
export { freePort, tryPort } from './free-port.js';
export { stopLeftOver } from './left-over.js';
export { isAlive } from './postmaster-pid.js';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';
