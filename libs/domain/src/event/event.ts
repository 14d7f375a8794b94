/**
 * What has happened, in the past tense, with ids only: an event is saved in the transaction of the change and
 * read by whoever reacts. The names are the vocabulary of the whole house.
 */
interface Events {
  CompanyRegistered: { companyId: string };
  CompanyClosed: { companyId: string; closingDaysId: string };
  CompanyReopened: { companyId: string; closingDaysId: string };
  SmallJobPosted: { smallJobId: string };
  SmallJobChanged: { smallJobId: string };
  SmallJobPublished: { smallJobId: string };
  SmallJobPaused: { smallJobId: string };
  SmallJobClosed: { smallJobId: string };
  ContactChanged: { smallJobId: string; assignmentId: string };
  ContactCovered: { smallJobId: string; coverId: string };
  CitizenRegistered: { citizenId: string };
  CitizenChanged: { citizenId: string };
  CitizenAsked: { matchId: string };
  MatchProposed: { matchId: string };
  MatchConfirmed: { matchId: string };
  MatchRejected: { matchId: string };
  MatchWithdrawn: { matchId: string };
  MatchLapsed: { matchId: string };
  OfferMade: { offerId: string };
  OfferAccepted: { offerId: string };
  OfferDeclined: { offerId: string };
  OfferExpired: { offerId: string };
  OfferWithdrawn: { offerId: string };
  VisitWished: { offerId: string };
  CallWished: { citizenId: string };
  CompanyTold: { offerId: string };
  AgreementDrawnUp: { agreementId: string };
  AgreementSigned: { agreementId: string };
  HoursChanged: { agreementId: string };
  AgreementEnded: { agreementId: string };
  CitizenArrived: { shiftId: string };
  AbsenceReported: { shiftId: string };
  ShiftNotSeen: { shiftId: string };
  ShiftSaidNotHere: { shiftId: string };
  ShiftMissed: { shiftId: string };
  ShiftCancelled: { shiftId: string };
  ShiftMoved: { shiftId: string };
  HoursConfirmed: { shiftId: string };
  WellDoneSaid: { shiftId: string };
  CitizenExpectedLater: { shiftId: string };
  EscalationOpened: { escalationId: string };
  EscalationAcknowledged: { escalationId: string };
  EscalationClosed: { escalationId: string };
  LadderChanged: { ladder: string };
  StaffAdded: { staffId: string };
  StaffChanged: { staffId: string };
  StaffDisabled: { staffId: string };
  StaffEnabled: { staffId: string };
  FailedJobReplayed: { dueJobId: string; by: 'leader' | 'operator' };
}

export type EventType = keyof Events;
export type DomainEvent = { [T in EventType]: { type: T } & Events[T] }[EventType];

/** What an event is about: the first id it names. Null for what is about the municipality. */
export function subjectOf({ type: _, ...payload }: DomainEvent): string | null {
  const [name, id] = Object.entries(payload)[0] ?? [];
  return name?.endsWith('Id') ? String(id) : null;
}

/** Every event type, for tables that must be exhaustive. */
export const eventTypes = [
  'CompanyRegistered',
  'CompanyClosed',
  'CompanyReopened',
  'SmallJobPosted',
  'SmallJobChanged',
  'SmallJobPublished',
  'SmallJobPaused',
  'SmallJobClosed',
  'ContactChanged',
  'ContactCovered',
  'CitizenRegistered',
  'CitizenChanged',
  'CitizenAsked',
  'MatchProposed',
  'MatchConfirmed',
  'MatchRejected',
  'MatchWithdrawn',
  'MatchLapsed',
  'OfferMade',
  'OfferAccepted',
  'OfferDeclined',
  'OfferExpired',
  'OfferWithdrawn',
  'VisitWished',
  'CallWished',
  'CompanyTold',
  'AgreementDrawnUp',
  'AgreementSigned',
  'HoursChanged',
  'AgreementEnded',
  'CitizenArrived',
  'AbsenceReported',
  'ShiftNotSeen',
  'ShiftSaidNotHere',
  'ShiftMissed',
  'ShiftCancelled',
  'ShiftMoved',
  'HoursConfirmed',
  'WellDoneSaid',
  'CitizenExpectedLater',
  'EscalationOpened',
  'EscalationAcknowledged',
  'EscalationClosed',
  'LadderChanged',
  'StaffAdded',
  'StaffChanged',
  'StaffDisabled',
  'StaffEnabled',
  'FailedJobReplayed',
] as const satisfies readonly EventType[];

/** Fails to compile when an event type is missing in the list above. */
export type MissingEventTypes = Exclude<EventType, (typeof eventTypes)[number]>;
const complete: MissingEventTypes extends never ? true : never = true;
void complete;
