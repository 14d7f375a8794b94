export { CrashPoints } from './crash-points.js';
export {
  DatabaseConfig,
  InstallationConfig,
  onOrOff,
  POSTGRES_ADDRESS,
  whole,
  type NamedKey,
} from './installation-config.js';
export { logDestination } from './log-destination.js';
export { loadConfig, loadConfigOrExit } from './load-config.js';
