export { InMemoryAlarms } from './in-memory-alarms.js';
export { InMemoryTransactor } from './in-memory-transactor.js';
export { HeardFaults, noFaults } from './matching-faults.js';
export { InMemoryRates } from './in-memory-rates.js';
export type { InMemoryDueJob } from './in-memory-database.js';
export { ReadableSecrets } from './readable-secrets.js';
export { SequentialIds } from './sequential-ids.js';
export { SettableClock } from './settable-clock.js';
