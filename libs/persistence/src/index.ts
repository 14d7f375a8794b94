export { createDataSource, type ConnectionSettings, type DatabaseRole } from './data-source.js';
export * from './dispatch/index.js';
export { withFewRoundTrips } from './few-round-trips.js';
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
export { ProbeConnection } from './probe-connection.js';
export { knownRates } from './reference/known-rates.js';
export { RateRegister } from './reference/rate-register.js';
export { StoredRates } from './reference/stored-rates.js';
export { refuseUnsafeRole, UnsafeDatabaseRole } from './refuse-unsafe-role.js';
export { DerivedSecrets, type MasterKey } from './secrets.js';
export { StoredIdentityProviders } from './sign-in/identity-providers.js';
export { VitalRecords } from './vital-records.js';
export { StoredAlarms } from './stored-alarms.js';
export { StoredProviderPauses } from './provider-pauses.js';
export { KeptForms } from './sign-in/kept-forms.js';
export { StoredSignInCodes } from './sign-in/sign-in-codes.js';
export { Sessions } from './sign-in/sessions.js';
export { isDatabaseAway, isDatabaseGone } from './transaction/database-away.js';
export { checkedAtCommit } from './transaction/checked-at-commit.js';
export { TypeormTransactor } from './transaction/typeorm-transactor.js';
