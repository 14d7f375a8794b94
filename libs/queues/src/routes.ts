import type { DomainEvent, DueJobName, EventType } from '#domain';

/** A job that an event asks for, at once. */
export interface Reaction {
  job: DueJobName;
  subjectId: string;
}

type Routes = { readonly [T in EventType]: (event: Extract<DomainEvent, { type: T }>) => Reaction[] };

const nothing = (): Reaction[] => [];

/**
 * Which event asks for which work: typed and exhaustive. An event without a reaction is still history: the
 * index service and the timeline read it.
 */
const routes: Routes = {
  CompanyRegistered: nothing,
  CompanyClosed: nothing,
  CompanyReopened: nothing,
  SmallJobPosted: nothing,
  SmallJobChanged: ({ smallJobId }) => [{ job: 'match.rank', subjectId: smallJobId }],
  SmallJobPublished: ({ smallJobId }) => [{ job: 'match.rank', subjectId: smallJobId }],
  SmallJobPaused: nothing,
  SmallJobClosed: nothing,
  ContactChanged: nothing,
  ContactCovered: nothing,
  CitizenRegistered: nothing,
  CitizenChanged: nothing,
  CitizenAsked: nothing,
  MatchProposed: nothing,
  MatchConfirmed: nothing,
  MatchRejected: nothing,
  MatchWithdrawn: nothing,
  MatchLapsed: nothing,
  OfferMade: nothing,
  OfferAccepted: nothing,
  OfferDeclined: ({ offerId }) => [{ job: 'offer.show-next-person', subjectId: offerId }],
  OfferExpired: ({ offerId }) => [{ job: 'offer.show-next-person', subjectId: offerId }],
  OfferWithdrawn: nothing,
  VisitWished: nothing,
  CallWished: nothing,
  CompanyTold: nothing,
  AgreementDrawnUp: nothing,
  AgreementSigned: nothing,
  HoursChanged: nothing,
  AgreementEnded: nothing,
  CitizenArrived: nothing,
  AbsenceReported: nothing,
  ShiftNotSeen: nothing,
  ShiftSaidNotHere: nothing,
  ShiftMissed: nothing,
  ShiftCancelled: nothing,
  ShiftMoved: nothing,
  HoursConfirmed: nothing,
  WellDoneSaid: nothing,
  CitizenExpectedLater: nothing,
  EscalationOpened: nothing,
  EscalationAcknowledged: nothing,
  EscalationClosed: nothing,
  LadderChanged: nothing,
  StaffAdded: nothing,
  StaffChanged: nothing,
  StaffDisabled: nothing,
  StaffEnabled: nothing,
  FailedJobReplayed: nothing,
};

export const reactionsTo = (event: DomainEvent): Reaction[] =>
  (routes[event.type] as (event: DomainEvent) => Reaction[])(event);
