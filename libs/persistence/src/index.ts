export { createDataSource, type ConnectionSettings, type DatabaseRole } from './data-source.js';
export * from './dispatch/index.js';
export {
  IdempotentRequests,
  KeyReused,
  StillRunning,
  type Answer,
  type RepeatableRequest,
} from './idempotency.js';
export { TimeOrderedIds } from './ids.js';
export { migrate } from './migrate.js';
export { MunicipalityRegister } from './municipality-register.js';
export {
  PersistenceModule,
  type PersistenceModuleOptions,
  type PersistenceSettings,
} from './persistence.module.js';
export { refuseUnsafeRole, UnsafeDatabaseRole } from './refuse-unsafe-role.js';
export { DerivedSecrets, type MasterKey } from './secrets.js';
export { TypeormTransactor } from './transaction/typeorm-transactor.js';
