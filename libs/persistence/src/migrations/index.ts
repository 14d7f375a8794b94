import { Alarms1763000000113 } from './alarms.js';
import { AgreementsAndShifts1762000000007 } from './agreements-and-shifts.js';
import { ApiKeys1763000000022 } from './api-keys.js';
import { Citizens1762000000005 } from './citizens.js';
import { CitizenPage1763000000005 } from './citizen-page.js';
import { Companies1762000000002 } from './companies.js';
import { CitizensDesk1763000000095 } from './citizens-desk.js';
import { CitizenBenefit1763000000011 } from './citizen-benefit.js';
import { CompanyUsers1763000000012 } from './company-users.js';
import { CountedFailures1763000000114 } from './counted-failures.js';
import { DeskPlacement1763000000101 } from './desk-placement.js';
import { DeskOfTheDay1763000000094 } from './desk-of-the-day.js';
import { DeskSetUp1763000000099 } from './desk-set-up.js';
import { DoorsAndLogs1762000000011 } from './doors-and-logs.js';
import { DutyList1763000000103 } from './duty-list.js';
import { EmployerWeek1763000000004 } from './employer-week.js';
import { Escalations1762000000008 } from './escalations.js';
import { EverybodyInTheLog1763000000093 } from './everybody-in-the-log.js';
import { ExplainedRankings1763000000091 } from './explained-rankings.js';
import { Figures1763000000098 } from './figures.js';
import { FixedContacts1762000000004 } from './fixed-contacts.js';
import { ImportsAndBulkProposals1763000000097 } from './imports-and-bulk-proposals.js';
import { KeysInTheLog1763000000080 } from './keys-in-the-log.js';
import { LastDay1763000000102 } from './last-day.js';
import { MatchingJournal1763000000090 } from './matching-journal.js';
import { MatchesAndOffers1762000000006 } from './matches-and-offers.js';
import { MessageProviders1763000000106 } from './message-providers.js';
import { MessagesAndTasks1762000000009 } from './messages-and-tasks.js';
import { Municipalities1762000000001 } from './municipalities.js';
import { RepeatedSteps1763000000105 } from './repeated-steps.js';
import { Rates1763000000001 } from './rates.js';
import { PostingDrafts1763000000003 } from './posting-drafts.js';
import { SignIn1763000000002 } from './sign-in.js';
import { SignInWithLimits1763000000060 } from './sign-in-with-limits.js';
import { SmallJobs1762000000003 } from './small-jobs.js';
import { SpreadSettings1763000000092 } from './spread-settings.js';
import { StaffLeave1763000000104 } from './staff-leave.js';
import { AskedFirst1763000000100 } from './asked-first.js';
import { SmsChoices1763000000110 } from './sms-choices.js';
import { SmsStops1763000000111 } from './sms-stops.js';
import { WatchedWork1763000000112 } from './watched-work.js';
import { WorkToDo1762000000010 } from './work-to-do.js';
import { UnaskedClaims1763000000107 } from './unasked-claims.js';
import { WaitingMessages1763000000108 } from './waiting-messages.js';

/** Listed by hand: what is not here does not run, whatever lies in the folder. */
export const migrations = [
  Municipalities1762000000001,
  Companies1762000000002,
  SmallJobs1762000000003,
  FixedContacts1762000000004,
  Citizens1762000000005,
  MatchesAndOffers1762000000006,
  AgreementsAndShifts1762000000007,
  Escalations1762000000008,
  MessagesAndTasks1762000000009,
  WorkToDo1762000000010,
  DoorsAndLogs1762000000011,
  PostingDrafts1763000000003,
  Rates1763000000001,
  CitizenBenefit1763000000011,
  EmployerWeek1763000000004,
  CitizenPage1763000000005,
  SignIn1763000000002,
  CompanyUsers1763000000012,
  ApiKeys1763000000022,
  SignInWithLimits1763000000060,
  KeysInTheLog1763000000080,
  MatchingJournal1763000000090,
  ExplainedRankings1763000000091,
  SpreadSettings1763000000092,
  EverybodyInTheLog1763000000093,
  CitizensDesk1763000000095,
  DeskOfTheDay1763000000094,
  DeskPlacement1763000000101,
  AskedFirst1763000000100,
  Figures1763000000098,
  DeskSetUp1763000000099,
  ImportsAndBulkProposals1763000000097,
  MessageProviders1763000000106,
  LastDay1763000000102,
  DutyList1763000000103,
  StaffLeave1763000000104,
  RepeatedSteps1763000000105,
  UnaskedClaims1763000000107,
  WaitingMessages1763000000108,
  SmsChoices1763000000110,
  SmsStops1763000000111,
  WatchedWork1763000000112,
  Alarms1763000000113,
  CountedFailures1763000000114,
];
