import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  Alarms,
  DeskBell,
  IdentityProviders,
  Ids,
  ProviderPauses,
  Rates,
  Secrets,
  SignInCodes,
  Transactor,
  VitalSigns,
} from '#use-cases';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { DoneJobs, ListeningDeskBell } from './dispatch/index.js';
import { IdempotentRequests } from './idempotency.js';
import { TimeOrderedIds } from './ids.js';
import { MunicipalityRegister } from './municipality-register.js';
import { VitalRecords } from './vital-records.js';
import { StoredAlarms } from './stored-alarms.js';
import { StoredProviderPauses } from './provider-pauses.js';
import { StoredRates } from './reference/stored-rates.js';
import { ProbeConnection } from './probe-connection.js';
import { refuseUnsafeRole, UnsafeDatabaseRole } from './refuse-unsafe-role.js';
import { DerivedSecrets, type MasterKey } from './secrets.js';
import { StoredIdentityProviders } from './sign-in/identity-providers.js';
import { KeptForms } from './sign-in/kept-forms.js';
import { Sessions } from './sign-in/sessions.js';
import { StoredSignInCodes } from './sign-in/sign-in-codes.js';
import { TypeormTransactor } from './transaction/typeorm-transactor.js';

export interface PersistenceSettings {
  databaseUrl: string;
  poolSize?: number;
  /** The first one is used for what is new; older ones open what they sealed. */
  masterKeys: readonly [MasterKey, ...MasterKey[]];
}

export interface PersistenceModuleOptions extends Pick<ModuleMetadata, 'imports'> {
  inject?: unknown[];
  useFactory: (...injected: never[]) => PersistenceSettings | Promise<PersistenceSettings>;
}

const SETTINGS = Symbol('PersistenceSettings');

@Module({})
export class PersistenceModule {
  static forRootAsync({ imports = [], inject = [], useFactory }: PersistenceModuleOptions): DynamicModule {
    const settings: DynamicModule = {
      module: PersistenceSettingsModule,
      imports,
      providers: [{ provide: SETTINGS, inject: inject as [], useFactory }],
      exports: [SETTINGS],
    };
    return {
      module: PersistenceModule,
      global: true,
      imports: [settings, connection(settings)],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

@Module({})
class PersistenceSettingsModule {}

const connection = (settings: DynamicModule): DynamicModule =>
  TypeOrmModule.forRootAsync({
    imports: [settings],
    inject: [SETTINGS],
    useFactory: ({ databaseUrl, poolSize }: PersistenceSettings) => ({
      ...dataSourceOptions({ url: databaseUrl, poolSize }, 'app'),
      retryDelay: 1_000,
      retryAttempts: 30,
      toRetry: (error) => !(error instanceof UnsafeDatabaseRole),
    }),
    dataSourceFactory: openChecked,
  });

async function openChecked(options?: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options!).initialize();
  try {
    await refuseUnsafeRole(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

const providers = [
  { provide: Ids, useFactory: () => new TimeOrderedIds() },
  {
    provide: Secrets,
    inject: [SETTINGS],
    useFactory: ({ masterKeys }: PersistenceSettings) => new DerivedSecrets(masterKeys),
  },
  {
    provide: DeskBell,
    inject: [SETTINGS],
    useFactory: ({ databaseUrl }: PersistenceSettings) => new ListeningDeskBell(databaseUrl),
  },
  {
    provide: ProbeConnection,
    inject: [SETTINGS],
    useFactory: ({ databaseUrl }: PersistenceSettings) => new ProbeConnection(databaseUrl),
  },
  {
    provide: IdentityProviders,
    inject: [StoredIdentityProviders],
    useFactory: (stored: StoredIdentityProviders) => stored,
  },
  { provide: SignInCodes, inject: [StoredSignInCodes], useFactory: (stored: StoredSignInCodes) => stored },
  {
    provide: Transactor,
    inject: [DataSource, Ids],
    useFactory: (dataSource: DataSource, ids: Ids) => new TypeormTransactor(dataSource, ids),
  },
  {
    provide: Alarms,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new StoredAlarms(dataSource),
  },
  {
    provide: ProviderPauses,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new StoredProviderPauses(dataSource),
  },
  {
    provide: VitalSigns,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new VitalRecords(dataSource),
  },
  {
    provide: Rates,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new StoredRates(dataSource),
  },
  ...[
    IdempotentRequests,
    DoneJobs,
    MunicipalityRegister,
    Sessions,
    KeptForms,
    StoredSignInCodes,
    StoredIdentityProviders,
  ].map((Service) => ({
    provide: Service,
    inject: [DataSource],
    useFactory: (dataSource: DataSource) => new Service(dataSource),
  })),
];
