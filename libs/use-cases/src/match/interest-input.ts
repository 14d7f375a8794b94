import type { InterestWay } from '#domain';

/** What the contact or the citizen's own answer says about being shown to the company. */
export interface InterestInput {
  how: InterestWay;
  at: string;
  fields: string[];
  startWithoutMeeting?: boolean;
}
