/** What the consultant does next for a citizen, the most pressing first (R40): an order to be read, not a path to be kept. */
export const nextSteps = [
  'case-open',
  'task-due',
  'visit-workplace',
  'answer-to-register',
  'signature-missing',
  'agreement-to-draw-up',
  'company-to-remind',
  'follow-shift',
  'talk-of-hours',
  'give-broker',
  'goal-missing',
  'ask-if-small-job',
  'wait-until-available',
  'propose',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** How things stand, as far as the next step depends on it. Ids are of what the button leads to. */
export interface StepFacts {
  openCaseId: string | null;
  /** An open task that is due now, by id. */
  dueTaskId: string | null;
  /** An offer after BESØG: somebody shows the place. */
  visitingOfferId: string | null;
  /** Asked, and no answer yet. */
  askingMatchId: string | null;
  openOfferId: string | null;
  proposedMatchId: string | null;
  /** A yes without an agreement. */
  acceptedOfferId: string | null;
  draftAgreementId: string | null;
  nextShiftId: string | null;
  /** A signed agreement, by id. */
  signedAgreementId: string | null;
  hasBroker: boolean;
  hasGoal: boolean;
  saidYes: boolean;
  isAvailable: boolean;
}

export interface CitizenStep {
  step: NextStep;
  /** What it is about; null where it is the citizen's page itself. */
  id: string | null;
}

/**
 * Goals stand before everything that is about small jobs (R10), and nothing is demanded: *later* is an answer (R110).
 */
export function citizenStepOf(at: StepFacts): CitizenStep {
  if (at.openCaseId) return { step: 'case-open', id: at.openCaseId };
  if (at.dueTaskId) return { step: 'task-due', id: at.dueTaskId };
  if (at.visitingOfferId) return { step: 'visit-workplace', id: at.visitingOfferId };
  const asked = at.openOfferId ?? at.askingMatchId;
  if (asked) return { step: 'answer-to-register', id: asked };
  if (at.draftAgreementId) return { step: 'signature-missing', id: at.draftAgreementId };
  if (at.acceptedOfferId) return { step: 'agreement-to-draw-up', id: at.acceptedOfferId };
  if (at.proposedMatchId) return { step: 'company-to-remind', id: at.proposedMatchId };
  if (at.nextShiftId) return { step: 'follow-shift', id: at.nextShiftId };
  if (at.signedAgreementId) return { step: 'talk-of-hours', id: at.signedAgreementId };
  if (!at.hasBroker) return { step: 'give-broker', id: null };
  if (!at.hasGoal) return { step: 'goal-missing', id: null };
  if (!at.saidYes) return { step: 'ask-if-small-job', id: null };
  if (!at.isAvailable) return { step: 'wait-until-available', id: null };
  return { step: 'propose', id: null };
}
