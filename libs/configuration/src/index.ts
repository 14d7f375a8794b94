export {
  DatabaseConfig,
  InstallationConfig,
  onOrOff,
  POSTGRES_ADDRESS,
  whole,
  type NamedKey,
} from './installation-config.js';
export { loadConfig, loadConfigOrExit } from './load-config.js';
