import type { InterestWay } from '#domain';

/** What the contact or the citizen's own answer says about being shown to the company. */
export interface InterestInput {
  how: InterestWay;
  at: string;
  fields: string[];
  startWithoutMeeting?: boolean;
}

/** With who wrote it down, when it was a person of the municipality. */
export interface RecordedInterest extends InterestInput {
  byStaffId?: string;
}
