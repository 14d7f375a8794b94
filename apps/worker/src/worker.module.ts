import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Logger } from 'pino';
import { ChannelGateway, GatewayApiSms, HandlebarsMessageWriter, SmtpEmail } from '#notifications';
import { PersistenceModule } from '#persistence';
import {
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
  Transactor,
} from '#use-cases';
import type { WorkerConfig } from './config.js';
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
      providers: [...adapters(config, log), ...useCases()],
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
  const sms = new GatewayApiSms({
    url: config.SMS_GATEWAY_URL,
    token: config.SMS_GATEWAY_TOKEN,
    sender: config.SMS_SENDER,
  });
  const email = new SmtpEmail({ url: config.SMTP_URL, from: config.MAIL_FROM });
  return [
    { provide: Links, useValue: links },
    { provide: RunningConditions, useValue: conditions },
    {
      provide: MatchingIndexes,
      inject: [Transactor],
      useFactory: (transactor: Transactor) =>
        new MatchingIndexes(
          transactor,
          { mostBytes: config.matchingIndexBytes, keepsLists: true },
          new LoggedMatchingFaults(log),
        ),
    },
    { provide: MessageWriter, useValue: new HandlebarsMessageWriter() },
    { provide: MessageGateway, useValue: new ChannelGateway(sms, email) },
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
];

const useCases = (): Provider[] =>
  [...neededUseCases([...handlerUseCases, ...housekeeping])].map((useCase) => ({
    provide: useCase,
    useFactory: (...dependencies: never[]) => new useCase(...dependencies),
    inject: [...useCase.needs],
  }));
