/** Forms of pages: how a form is made, read and answered. See frame.md in docs. */
export { asShown } from './as-shown.js';
export {
  fault,
  faultsOf,
  noFaults,
  said,
  type Faults,
  type FieldsOfRefusals,
  type FormFault,
} from './faults.js';
export {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type InputView,
  type TextareaView,
} from './field-views.js';
export { FormBody, typedText, typedTexts, type Typed } from './form-body.js';
export { clockTime, day, inKroner, kroner, tick } from './form-fields.js';
export { readForm } from './read-form.js';
export { RefusedForm } from './refused-form.js';
export { SEEN, seenMark, staleForm } from './seen-mark.js';
export { press, refusal, submit } from './submit.js';
