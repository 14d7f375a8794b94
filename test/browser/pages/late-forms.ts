import type { LateForm } from './late-form.js';
import { lateCitizenForms } from './late-forms-citizen.js';
import { lateCompanyForms } from './late-forms-company.js';
import { lateDeskForms } from './late-forms-desk.js';
import { lateDutyForms } from './late-forms-duty.js';
import { lateHoursForms } from './late-forms-hours.js';
import { lateLeaderForms } from './late-forms-leader.js';
import { lateSignInForms } from './late-forms-sign-in.js';
import { lateUrgentForms } from './late-forms-urgent.js';

/** Pages that are known already, in a state in which they have a form that they do not have at first. */
export const lateForms: readonly LateForm[] = [
  ...lateCompanyForms,
  ...lateCitizenForms,
  ...lateSignInForms,
  ...lateDeskForms,
  ...lateUrgentForms,
  ...lateHoursForms,
  ...lateDutyForms,
  ...lateLeaderForms,
];
