import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { ChannelGateway, HandlebarsMessageWriter } from '#notifications';
import { PersistenceModule } from '#persistence';
import {
  AskAgain,
  ForgetMatchingChanges,
  ForgetOldImports,
  ForgetOldTexts,
  ForgetRankings,
  ForgetStaleDrafts,
  Links,
  MatchingIndexes,
  MessageGateway,
  MessageWriter,
  neededUseCases,
  OpenAllDoors,
  ProveMatching,
  RunningConditions,
  TellLeaders,
  Transactor,
  WakeLadder,
} from '#use-cases';
import type { WorkerConfig } from './config.js';
import { CrashingGateway, CrashingTransactor } from './crash-points/index.js';
import { gatewayOf } from './gateway-of.js';
import { handlerUseCases } from './handlers.js';
import { LoggedMatchingFaults } from './logged-matching-faults.js';

/** Wires ports to adapters, and makes the use cases that jobs need. */
@Module({})
export class WorkerModule {
  static with(config: WorkerConfig, log: Logger): DynamicModule {
    const { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: poolSize, masterKeys } = config;
    return {
      module: WorkerModule,
      imports: [
        PersistenceModule.forRootAsync({ useFactory: () => ({ databaseUrl, poolSize, masterKeys }) }),
      ],
      providers: [...adapters(config, log), ...useCases(config)],
    };
  }
}

function adapters(config: WorkerConfig, log: Logger): Provider[] {
  const pages = { interest: 'o', offer: 'o', match: 'e', shift: 'v' } as const;
  const links: Links = {
    answerPage: (purpose, token) => `${config.PUBLIC_URL}/${pages[purpose]}/${token}`,
    page: (path) => `${config.PUBLIC_URL}${path}`,
  };
  const conditions: RunningConditions = { quietHoursKept: config.QUIET_HOURS === 'on' };
  const gateway = gatewayOf(config);
  const { crashPoints } = config;
  return [
    { provide: Links, useValue: links },
    { provide: RunningConditions, useValue: conditions },
    {
      provide: MatchingIndexes,
      inject: [Transactor],
      useFactory: (transactor: Transactor) =>
        new MatchingIndexes(
          transactor,
          { mostBytes: config.matchingIndexBytes },
          new LoggedMatchingFaults(log),
        ),
    },
    { provide: MessageWriter, useValue: new HandlebarsMessageWriter() },
    { provide: ChannelGateway, useValue: gateway },
    { provide: MessageGateway, useValue: crashPoints ? new CrashingGateway(gateway, crashPoints) : gateway },
  ];
}

/** What runs beside the jobs. */
const housekeeping = [
  OpenAllDoors,
  ForgetOldTexts,
  ForgetStaleDrafts,
  ForgetRankings,
  ForgetMatchingChanges,
  ForgetOldImports,
  ProveMatching,
  AskAgain,
  WakeLadder,
  TellLeaders,
];

function useCases({ crashPoints }: WorkerConfig): Provider[] {
  const given = (dependency: unknown): unknown =>
    crashPoints && dependency instanceof Transactor
      ? new CrashingTransactor(dependency, crashPoints)
      : dependency;
  return [...neededUseCases([...handlerUseCases, ...housekeeping])].map((useCase) => ({
    provide: useCase,
    useFactory: (...dependencies: unknown[]) => new useCase(...(dependencies.map(given) as never[])),
    inject: [...useCase.needs],
  }));
}
