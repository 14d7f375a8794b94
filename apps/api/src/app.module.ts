import { Module, type DynamicModule, type OnModuleDestroy, type Provider, type Type } from '@nestjs/common';
import { HighsAssignmentSolver } from '#computing';
import { HandlebarsMessageWriter, HouseTexts } from '#notifications';
import { PersistenceModule } from '#persistence';
import {
  AssignmentSolver,
  EstimateBudget,
  MatchingIndexes,
  MessageTexts,
  MessageWriter,
  RunningConditions,
  Transactor,
} from '#use-cases';
import { ApiConfig } from './config.js';
import { HttpModule } from './http/http.module.js';
import { useCasesOf } from './http/use-case-providers.js';
import { HeardMatchingFaults } from './ops/heard-matching-faults.js';
import { OpsModule } from './ops/ops.module.js';
import { DemoModule } from './pages/demo/demo.module.js';
import { PagesModule } from './pages/pages.module.js';
import { AgreementsController } from './rest/agreements/agreements.controller.js';
import { StaffModule } from './pages/staff/staff.module.js';
import { SignInModule } from './pages/sign-in/sign-in.module.js';
import { ApiKeysController } from './rest/api-keys/api-keys.controller.js';
import { AssignmentsController } from './rest/assignments/assignments.controller.js';
import { BenefitController } from './rest/benefit/benefit.controller.js';
import { BulkProposalsApiController } from './rest/bulk-proposals/bulk-proposals.controller.js';
import { CategoriesController } from './rest/categories/categories.controller.js';
import { CitizenCodesController } from './rest/citizens/citizen-codes.controller.js';
import { CitizenBrokerController } from './rest/citizens/citizen-broker.controller.js';
import { CitizenListController } from './rest/citizens/citizen-list.controller.js';
import { CitizenNotesController } from './rest/citizens/citizen-notes.controller.js';
import { SearchController } from './rest/search/search.controller.js';
import { CitizensController } from './rest/citizens/citizens.controller.js';
import { ClosingDaysController } from './rest/companies/closing-days.controller.js';
import { CompaniesController } from './rest/companies/companies.controller.js';
import { MonthsController } from './rest/companies/months.controller.js';
import { CompanyUsersController } from './rest/company-users/company-users.controller.js';
import { ContactsController } from './rest/contacts/contacts.controller.js';
import { DeskListsController } from './rest/desk-lists/desk-lists.controller.js';
import { EscalationsController } from './rest/escalations/escalations.controller.js';
import { DutyController } from './rest/duty/duty.controller.js';
import { LeavesController } from './rest/duty/leaves.controller.js';
import { LaddersController } from './rest/ladders/ladders.controller.js';
import { LadderVersionsController } from './rest/ladders/ladder-versions.controller.js';
import { CompanyAnswersController } from './rest/matches/company-answers.controller.js';
import { MatchesController } from './rest/matches/matches.controller.js';
import { MeController } from './rest/me/me.controller.js';
import { MessageActsController } from './rest/messages/message-acts.controller.js';
import { MessagesController } from './rest/messages/messages.controller.js';
import { MessageListsController } from './rest/messages/message-lists.controller.js';
import { ImportsController } from './rest/imports/imports.controller.js';
import { CalendarFeedController } from './rest/my/calendar-feed.controller.js';
import { ComeBackController } from './rest/my/come-back.controller.js';
import { MyDataController } from './rest/my/my-data.controller.js';
import { MyDataFileController } from './rest/my/my-data-file.controller.js';
import { MyJobsController } from './rest/my/my-jobs.controller.js';
import { MyShiftsController } from './rest/my/my-shifts.controller.js';
import { OffersController } from './rest/offers/offers.controller.js';
import { PaidHoursController } from './rest/paid-hours/paid-hours.controller.js';
import { MonthsToConfirmController } from './rest/paid-hours/months-to-confirm.controller.js';
import { PostingDraftsController } from './rest/posting-drafts/posting-drafts.controller.js';
import { PostingHelpController } from './rest/posting-drafts/posting-help.controller.js';
import { BrokerQuestionsController } from './rest/broker-questions/broker-questions.controller.js';
import { WhatIfController } from './rest/rankings/what-if.controller.js';
import { RankingsController } from './rest/rankings/rankings.controller.js';
import { FiguresController } from './rest/reports/figures.controller.js';
import { ReportsController } from './rest/reports/reports.controller.js';
import { AttendanceController } from './rest/shifts/attendance.controller.js';
import { DeskShiftsController } from './rest/shifts/desk-shifts.controller.js';
import { ShiftsController } from './rest/shifts/shifts.controller.js';
import { SmallJobStatesController } from './rest/small-jobs/small-job-states.controller.js';
import { SmallJobsController } from './rest/small-jobs/small-jobs.controller.js';
import { SettingsController } from './rest/settings/settings.controller.js';
import { StaffController } from './rest/staff/staff.controller.js';
import { StaffDeskController } from './rest/staff/staff-desk.controller.js';
import { TeamsController } from './rest/teams/teams.controller.js';
import { TextsController } from './rest/texts/texts.controller.js';
import { TasksController } from './rest/tasks/tasks.controller.js';
import { TimelineController } from './rest/timeline/timeline.controller.js';
import { UrgentController } from './rest/urgent/urgent.controller.js';
import { VisitsController } from './rest/visits/visits.controller.js';
import { WorkplacesController } from './rest/workplaces/workplaces.controller.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** The areas of the JSON interface and the pages: one controller a line. Their use cases follow by themselves. */
const areas: readonly Type[] = [
  MeController,
  CategoriesController,
  StaffController,
  StaffDeskController,
  TeamsController,
  ApiKeysController,
  CompaniesController,
  ClosingDaysController,
  CompanyUsersController,
  MonthsController,
  VisitsController,
  SmallJobsController,
  SmallJobStatesController,
  PostingDraftsController,
  PostingHelpController,
  ContactsController,
  CitizensController,
  CitizenCodesController,
  CitizenNotesController,
  CitizenBrokerController,
  CitizenListController,
  SearchController,
  RankingsController,
  WhatIfController,
  BrokerQuestionsController,
  AssignmentsController,
  ReportsController,
  FiguresController,
  DeskListsController,
  MatchesController,
  BulkProposalsApiController,
  CompanyAnswersController,
  OffersController,
  AgreementsController,
  ShiftsController,
  DeskShiftsController,
  AttendanceController,
  EscalationsController,
  DutyController,
  LeavesController,
  LaddersController,
  LadderVersionsController,
  TextsController,
  SettingsController,
  MessagesController,
  MessageActsController,
  UrgentController,
  MessageListsController,
  TasksController,
  TimelineController,
  PaidHoursController,
  MonthsToConfirmController,
  WorkplacesController,
  MyShiftsController,
  MyJobsController,
  MyDataController,
  MyDataFileController,
  CalendarFeedController,
  ComeBackController,
  BenefitController,
  ImportsController,
];

@Module({})
export class AppModule {
  static with(config: ApiConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        settings(config),
        PersistenceModule.forRootAsync({
          useFactory: () => ({
            databaseUrl: config.DATABASE_URL,
            poolSize: config.DATABASE_POOL_SIZE,
            masterKeys: config.masterKeys,
          }),
        }),
        HttpModule,
        OpsModule,
        PagesModule,
        SignInModule,
        StaffModule,
        WebhooksModule,
        ...(config.isDemo ? [DemoModule] : []),
      ],
      controllers: [...areas],
      providers: useCasesOf(areas),
    };
  }
}

@Module({})
class SettingsModule implements OnModuleDestroy {
  constructor(private readonly solver: AssignmentSolver) {}

  async onModuleDestroy(): Promise<void> {
    await this.solver.close();
  }
}

/** What the configuration says, in the words of the use cases. */
function settings(config: ApiConfig): DynamicModule {
  const conditions: RunningConditions = { quietHoursKept: config.QUIET_HOURS === 'on' };
  const providers: Provider[] = [
    { provide: ApiConfig, useValue: config },
    { provide: RunningConditions, useValue: conditions },
    // One for the pages and the interface together, or a company could ask twice as much.
    { provide: EstimateBudget, useValue: new EstimateBudget() },
    // One, for it answers one question at a time.
    { provide: AssignmentSolver, useValue: new HighsAssignmentSolver() },
    // What was sent is shown in the words of the same templates.
    { provide: MessageWriter, useValue: new HandlebarsMessageWriter() },
    // The same, for those who write their own beside them.
    { provide: MessageTexts, useFactory: () => new HouseTexts() },
    // One for all pages and routes of the process, or every index would be held several times.
    {
      provide: MatchingIndexes,
      inject: [Transactor, HeardMatchingFaults],
      useFactory: (transactor: Transactor, faults: HeardMatchingFaults) =>
        new MatchingIndexes(transactor, { mostBytes: config.matchingIndexBytes }, faults),
    },
  ];
  return {
    module: SettingsModule,
    global: true,
    imports: [OpsModule],
    providers,
    exports: [
      ApiConfig,
      MessageTexts,
      MessageWriter,
      RunningConditions,
      EstimateBudget,
      AssignmentSolver,
      MatchingIndexes,
    ],
  };
}
