import { Module } from '@nestjs/common';
import { useCasesOf } from '../http/use-case-providers.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarPagesController } from './calendar/calendar-pages.controller.js';
import { CalculatorController } from './calculator/calculator.controller.js';
import { MyMoneyController, OfferMoneyController } from './calculator/citizen-money.controller.js';
import { CitizenAnswerController } from './citizen/answer.controller.js';
import { MyContactController } from './citizen/my/my-contact.controller.js';
import { MyDataPagesController } from './citizen/my/my-data.controller.js';
import { MyDaysController } from './citizen/my/my-days.controller.js';
import { MyJobPagesController } from './citizen/my/my-jobs.controller.js';
import { ShiftByLinkController } from './citizen/shift-by-link.controller.js';
import { EmployerAnswerController } from './employer/answer.controller.js';
import { ClosingDaysPageController } from './employer/closing-days/closing-days.controller.js';
import { MonthController } from './employer/month/month.controller.js';
import { BeginTaskController } from './employer/posting/begin-task.controller.js';
import { ChangeTaskController } from './employer/posting/change-task.controller.js';
import { DraftController } from './employer/posting/draft.controller.js';
import { DraftStepsController } from './employer/posting/draft-steps.controller.js';
import { TasksController } from './employer/posting/tasks.controller.js';
import { OverviewController } from './employer/overview/overview.controller.js';
import { ProposalsController } from './employer/proposals/proposals.controller.js';
import { UsersController } from './employer/users/users.controller.js';
import { WeekController } from './employer/week/week.controller.js';
import { EverybodyController } from './everybody/everybody.controller.js';
import { AssetsController } from './frame/assets.controller.js';
import { HomeController } from './home/home.controller.js';

const controllers = [
  HomeController,
  CalculatorController,
  OfferMoneyController,
  MyMoneyController,
  EverybodyController,
  CalendarController,
  CalendarPagesController,
  CitizenAnswerController,
  ShiftByLinkController,
  MyDaysController,
  MyJobPagesController,
  MyContactController,
  MyDataPagesController,
  EmployerAnswerController,
  OverviewController,
  ProposalsController,
  WeekController,
  MonthController,
  ClosingDaysPageController,
  UsersController,
  TasksController,
  BeginTaskController,
  DraftController,
  DraftStepsController,
  ChangeTaskController,
  AssetsController,
];

/** Pages for people without a login: HTML that works without scripts, on an old phone. */
@Module({ controllers, providers: useCasesOf(controllers) })
export class PagesModule {}
