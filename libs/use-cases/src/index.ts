export * from './ports/index.js';
export * from './agreement/change-hours.js';
export * from './agreement/draw-up-agreement.js';
export * from './agreement/end-agreement.js';
export * from './agreement/plan-follow-ups.js';
export * from './agreement/revise-agreement.js';
export * from './agreement/sign-agreement.js';
export * from './agreement/watch-last-day.js';
export type { AgreementTerms } from './agreement/terms.js';
export * from './answer-page/answer-by-link.js';
export * from './answer-page/answer-page.js';
export * from './answer-page/answer-shift-by-link.js';
export type { ShiftAnswerInput } from './answer-page/press-shift-button.js';
export * from './answer-page/show-shift-by-link.js';
export * from './answer-page/show-answer-page.js';
export type { TripToWork } from './answer-page/trip.js';
export { unlessTooLate } from './answer-page/unless-too-late.js';
export {
  PreviewAssignment,
  waitingWeightNames,
  type AssignmentPreview,
  type PlannedPair,
  type PreviewInput,
  type WaitingWeight,
} from './assignment/preview-assignment.js';
export * from './assignment/show-plan.js';
export { byNetwork } from './assignment/by-network.js';
export { planFor, type BestPlan, type ToDecide } from './assignment/plan-for.js';
export { unfilledReasons, type UnfilledReason } from './assignment/unfilled.js';
export * from './benefit/calculate-money.js';
export * from './benefit/estimate-benefit.js';
export * from './benefit/estimate-for-offer.js';
export * from './benefit/money-to-begin-with.js';
export * from './benefit/show-rates.js';
export * from './calendar/make-calendar-feed.js';
export type { FeedAddress } from './calendar/own-feed.js';
export * from './calendar/revoke-calendar-feed.js';
export * from './calendar/show-calendar-feed.js';
export * from './calendar/read-calendar.js';
export * from './citizen/change-citizen.js';
export * from './citizen/register-citizen.js';
export * from './company/add-company-user.js';
export * from './company/change-company.js';
export * from './company/close-company-days.js';
export * from './company/company-list.js';
export * from './company/closing-calendar.js';
export * from './company/company-overview.js';
export * from './company/register-company.js';
export * from './company/remove-company-user.js';
export * from './company/reopen-company-days.js';
export * from './company/register-visit.js';
export * from './company/show-company-desk.js';
export * from './contact/cover-contact.js';
export * from './contact/hand-over-broker.js';
export * from './contact/hand-over-contact.js';
export * from './escalation/acknowledge.js';
export * from './escalation/ask-still-at-it.js';
export * from './escalation/give-back.js';
export * from './escalation/resolve.js';
export * from './escalation/resume-escalation.js';
export * from './escalation/snooze.js';
export * from './escalation/take-step.js';
export * from './duty/duty-desk.js';
export * from './duty/keep-duty-list.js';
export * from './duty/swap-duty.js';
export * from './duty/take-leave.js';
export * from './ladder/change-ladder.js';
export * from './ladder/ladder-desk.js';
export * from './match/candidate-data.js';
// For the proof of what the engine is told, and what not (test/simulation/engine-inputs.spec.ts).
export { asCandidate, asCandidateJob } from './match/candidate-data.js';
export { differences } from './match/index/differences.js';
export { HeldIndex } from './match/index/held-index.js';
export { readAllRows, type IndexRows } from './match/index/index-rows.js';
export { modestFields } from './match/answer-interest.js';
export * from './match/confirm-match.js';
export * from './match/find-openings.js';
export * from './match/interest-input.js';
export * from './match/mind-silent-matches.js';
export * from './match/forget-rankings.js';
export * from './match/propose-match.js';
export * from './match/ask-broker.js';
export * from './match/answer-broker-question.js';
export * from './match/compare-citizens.js';
export type { ListedPerson, PersonStanding } from './match/listed-people.js';
export * from './match/proposal-desk.js';
export {
  BOARD_PLACES,
  RankingBoard,
  type Board,
  type BoardInput,
  type RuleCount,
} from './match/ranking-board.js';
export * from './match/what-if.js';
export * from './match/why-not.js';
export type { Scope } from './match/in-scope.js';
export { ForgetMatchingChanges } from './match/index/forget-matching-changes.js';
export { MatchingIndexes } from './match/index/matching-indexes.js';
export { ProveMatching } from './match/index/prove-matching.js';
export * from './match/rank-candidates.js';
export * from './match/rank-small-jobs.js';
export { ShowRanking, type RankingExplained } from './match/show-ranking.js';
export * from './match/record-interest.js';
export * from './match/remind-company.js';
export * from './match/reject-match.js';
export { matchReasons, type MatchReason } from './match/why-this-match.js';
export * from './match/withdraw-match.js';
export * from './desk/show-case.js';
export * from './desk/show-desk.js';
export type { TodayRow } from './desk/today-row.js';
export type { UrgentLine } from './desk/urgent-lines.js';
export * from './message/correct-number.js';
export * from './message/deliver-message.js';
export * from './message/forget-old-texts.js';
export * from './message/inbound-list.js';
export * from './message/incoming-sms.js';
export {
  MessageList,
  messageViews,
  type MessageListQuery,
  type MessageListRecord,
  type MessageView,
  type NamedMessage,
} from './message/message-list.js';
export * from './message/claim-deadline.js';
export { DayCaps } from './message/day-caps.js';
export { HandleUndelivered } from './message/handle-undelivered.js';
export { KeepOutcome } from './message/keep-outcome.js';
export { OtherChannel } from './message/other-channel.js';
export * from './message/pause-provider.js';
export * from './message/resume-provider.js';
export * from './message/receive-receipt.js';
export * from './message/receive-sms.js';
export * from './message/say-arrived.js';
export * from './message/send-again.js';
export * from './message/settle-message.js';
export { ShowMessage, type MessageFile } from './message/show-message.js';
export * from './my-page/answer-my-offer.js';
export * from './my-page/answer-my-shift.js';
export { choosableFields, type CardChoice, type ChoosableField } from './my-page/card-choices.js';
export * from './my-page/change-my-card.js';
export * from './my-page/change-my-messages.js';
export * from './my-page/change-my-settings.js';
export type { MyConsent } from './my-page/consents-in-force.js';
export type { MyContact } from './my-page/my-contact.js';
export type { ShiftView } from './my-page/shift-page.js';
export * from './my-page/show-my-cards.js';
export * from './my-page/show-my-consents.js';
export * from './my-page/show-my-data.js';
export * from './my-page/show-my-hours.js';
export { ShowMyOffers, type MyOffer } from './my-page/show-my-offers.js';
export * from './my-page/show-my-page.js';
export { ShowMyShifts, type MyShifts } from './my-page/show-my-shifts.js';
export type { Seen, SeenByRole } from './my-page/who-has-seen.js';
export * from './my-page/wish-correction.js';
export * from './offer/answer-offer.js';
export * from './offer/expire-offer.js';
export * from './offer/extend-offer.js';
export * from './offer/remind-of-offer.js';
export * from './offer/resend-offer.js';
export * from './offer/show-next-person.js';
export * from './offer/tell-company.js';
export * from './offer/withdraw-offer.js';
export * from './paid-hours/confirm-hours.js';
export * from './paid-hours/confirm-month.js';
export * from './paid-hours/month-records.js';
export * from './paid-hours/months-to-confirm.js';
export * from './placement/agreement-list.js';
export * from './placement/offer-list.js';
export * from './placement/proposal-list.js';
export * from './placement/show-agreement.js';
export * from './placement/show-offer.js';
export * from './placement/show-proposal.js';
export * from './records/agreement-records.js';
export * from './records/api-key-records.js';
export * from './records/citizen-records.js';
export * from './records/company-records.js';
export * from './records/company-user-records.js';
export * from './records/escalation-records.js';
export { KeyHolders } from './records/key-holders.js';
export * from './records/ladder-records.js';
export * from './records/match-records.js';
export * from './records/message-records.js';
export * from './records/offer-records.js';
export { CompanyShifts, type CompanyShift } from './records/company-shifts.js';
export type { ShiftFollowUp } from './records/follow-ups.js';
export * from './records/shift-records.js';
export * from './records/small-job-records.js';
export * from './records/staff-records.js';
export * from './records/task-records.js';
export * from './records/workplaces.js';
export * from './shift/cancel-shift.js';
export * from './shift/check-evidence.js';
export * from './shift/check-in.js';
export * from './shift/come-back.js';
export * from './shift/expect-later.js';
export * from './shift/move-shift.js';
export * from './shift/plan-shifts.js';
export * from './shift/record-attendance.js';
export * from './shift/remind-of-shift.js';
export * from './shift/report-absence.js';
export * from './shift/say-not-here.js';
export * from './shift/say-well-done.js';
export type { DeskShift } from './shift/desk-shift.js';
export * from './shift/shift-choices.js';
export * from './shift/shift-file.js';
export * from './shift/shift-list.js';
export * from './shift/shift-traces.js';
export { shiftScopes, type ShiftScope } from './shift/small-jobs-of-staff.js';
export * from './shift/week-of-shifts.js';
export type { Heard } from './shift/witness.js';
export * from './sign-in/accounts-of-address.js';
export * from './sign-in/ask-for-code.js';
export * from './sign-in/find-account.js';
export * from './sign-in/make-code-for-citizen.js';
export * from './sign-in/make-api-key.js';
export * from './sign-in/note-key-use.js';
export * from './sign-in/open-all-doors.js';
export * from './sign-in/revoke-api-key.js';
export * from './sign-in/sign-in-employer.js';
export * from './sign-in/sign-in-staff.js';
export * from './staff/be-busy.js';
export * from './task/postpone-task.js';
export * from './task/reopen-task.js';
export * from './sign-in/use-code.js';
export * from './posting/begin-posting-draft.js';
export * from './posting/callable-contacts.js';
export * from './posting/discard-posting-draft.js';
export * from './posting/duplicate-small-job.js';
export { EstimateBudget } from './posting/estimate-budget.js';
export * from './posting/estimate-fit.js';
export * from './posting/forget-stale-drafts.js';
export * from './posting/mail-posting-draft.js';
export * from './posting/post-from-draft.js';
export * from './posting/posting-draft-records.js';
export * from './posting/save-posting-draft.js';
export * from './posting/show-pay-guide.js';
export * from './posting/show-posting-desk.js';
export type { Assumed } from './posting/usual-task.js';
export * from './import/begin-import.js';
export * from './import/choose-columns.js';
export * from './import/correct-import-row.js';
export * from './import/discard-import.js';
export * from './import/forget-old-imports.js';
export type { JudgedRow, RowOutcome } from './import/judged-row.js';
export { RunImport } from './import/run-import.js';
export * from './import/show-import.js';
export * from './import/start-import.js';
export * from './bulk-proposal/best-pairs.js';
export type { AskLetter, Pair, PairSituation, WayToAsk } from './bulk-proposal/bulk-situation.js';
export * from './bulk-proposal/preview-bulk-proposal.js';
export * from './bulk-proposal/run-bulk-proposal.js';
export * from './bulk-proposal/show-bulk-proposal.js';
export * from './bulk-proposal/start-bulk-proposal.js';
export * from './bulk-proposal/undo-bulk-proposal.js';
export * from './report/forgotten-report.js';
export * from './report/spread-report.js';
export * from './report/attendance-report.js';
export {
  loadMark,
  ReportCaseloads,
  type Caseload,
  type CaseloadReport,
  type LoadMark,
} from './report/caseload-report.js';
export { ReportContactChanges, type ContactChangesReport } from './report/contact-changes-report.js';
export * from './report/enter-figure.js';
export { LATENESS_DAYS, ReportLateness, type LatenessReport } from './report/lateness-report.js';
export * from './report/rules-report.js';
export * from './report/monitoring-report.js';
export { ReportPaidHours, type PaidHoursReport } from './report/paid-hours-report.js';
export {
  hoursStanding,
  hoursStandings,
  ListPeopleWithHours,
  type HoursStanding,
  type HoursView,
  type PeopleWithHours,
} from './report/people-with-hours.js';
export { ReportPlacements, type PlacementsReport } from './report/placements-report.js';
export type { AskedSpan } from './report/report-span.js';
export * from './report/show-figures.js';
export { FORGOTTEN_DAYS, ListWaiting, type WaitingPage } from './report/waiting-list.js';
export * from './small-job/ask-owner.js';
export * from './small-job/small-job-desk.js';
export * from './small-job/show-job-desk.js';
export * from './posting/post-from-desk.js';
export * from './small-job/change-small-job.js';
export * from './small-job/close-small-job.js';
export * from './small-job/draft-from-observation.js';
export * from './small-job/pause-small-job.js';
export { positionOfTown, townsWithin } from './small-job/position-of.js';
export * from './small-job/post-small-job.js';
export * from './small-job/publish-small-job.js';
export * from './small-job/resume-small-job.js';
export type { Page, PageRequest } from './records/page.js';
export { neededUseCases, type UseCaseClass } from './wiring/needed-use-cases.js';
export { Timeline, type TimelineRequest } from './timeline/timeline.js';
export * from './timeline/timeline-entry.js';
export { WriteNote, type NoteInput } from './note/write-note.js';
export { NoteRecords, type NoteRecord } from './note/note-records.js';
export * from './own-text/change-sentences.js';
export * from './own-text/change-text.js';
export * from './own-text/text-desk.js';
export * from './own-text/try-text.js';
export * from './settings/change-settings.js';
export * from './settings/settings-desk.js';
export * from './staff/add-staff.js';
export * from './staff/change-staff.js';
export * from './staff/disable-staff.js';
export * from './staff/enable-staff.js';
export * from './staff/manage-teams.js';
export * from './staff/note-sign-in.js';
export * from './staff/staff-desk.js';
export type { StaffInput } from './staff/staff-input.js';
export * from './people/citizen-list.js';
export { CitizenRecordForm, type CitizenFormParts } from './people/citizen-record-form.js';
export * from './people/fitting-jobs.js';
export { SearchEverything, type FoundThings } from './people/search-everything.js';
export * from './people/show-citizen-desk.js';
// For the list of citizens in memory, which says by the same rule who is busy.
export { inPlay } from './match/in-play.js';
export * from './watch/ask-again.js';
export * from './watch/provider-states.js';
export * from './watch/replay-failed-job.js';
export * from './watch/schedules.js';
export * from './watch/show-failed-jobs.js';
export * from './watch/show-ladder.js';
export * from './watch/show-operations.js';
export * from './watch/tell-leaders.js';
export * from './watch/wake-ladder.js';
