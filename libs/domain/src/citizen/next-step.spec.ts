import { describe, expect, it } from '@jest/globals';
import { citizenStepOf, type NextStep, type StepFacts } from './next-step.js';

const calm: StepFacts = {
  openCaseId: null,
  dueTaskId: null,
  visitingOfferId: null,
  askingMatchId: null,
  openOfferId: null,
  proposedMatchId: null,
  acceptedOfferId: null,
  draftAgreementId: null,
  nextShiftId: null,
  signedAgreementId: null,
  hasBroker: true,
  hasGoal: true,
  saidYes: true,
  isAvailable: true,
};

describe('the next step with a citizen', () => {
  // Each line has all the earlier ones' reasons gone and its own besides: the order is what is tested.
  it.each([
    [{ openCaseId: 'c', dueTaskId: 't' }, 'case-open', 'c'],
    [{ dueTaskId: 't', openOfferId: 'o' }, 'task-due', 't'],
    [{ visitingOfferId: 'v', openOfferId: 'o' }, 'visit-workplace', 'v'],
    [{ openOfferId: 'o', proposedMatchId: 'p' }, 'answer-to-register', 'o'],
    [{ askingMatchId: 'm', proposedMatchId: 'p' }, 'answer-to-register', 'm'],
    [{ draftAgreementId: 'a', acceptedOfferId: 'o' }, 'signature-missing', 'a'],
    [{ acceptedOfferId: 'o', nextShiftId: 's' }, 'agreement-to-draw-up', 'o'],
    [{ proposedMatchId: 'p', nextShiftId: 's' }, 'company-to-remind', 'p'],
    [{ nextShiftId: 's', signedAgreementId: 'a', hasGoal: false }, 'follow-shift', 's'],
    [{ signedAgreementId: 'a', hasBroker: false }, 'talk-of-hours', 'a'],
    [{ hasBroker: false, hasGoal: false }, 'give-broker', null],
    [{ hasGoal: false, saidYes: false }, 'goal-missing', null],
    [{ saidYes: false, isAvailable: false }, 'ask-if-small-job', null],
    [{ isAvailable: false }, 'wait-until-available', null],
    [{}, 'propose', null],
  ] as [Partial<StepFacts>, NextStep, string | null][])('with %j is %s', (over, step, id) => {
    expect(citizenStepOf({ ...calm, ...over })).toEqual({ step, id });
  });
});
