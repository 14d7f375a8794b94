import type { AgreementDesk } from '#use-cases';
import { list, oneOf, text } from '../../../http/fields/index.js';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';

export type EndReason = keyof typeof w.endReasons;
const reasons = Object.keys(w.endReasons) as EndReason[];

export class EndForm {
  @oneOf(reasons) grund!: EndReason;
  @text({ max: 2000, multiline: true, optional: true, example: 'En fast makker gjorde forskellen' })
  laert?: string;
  @list(oneOf(['citizen', 'company']), { max: 2, optional: true }) ved: ('citizen' | 'company')[] = [];
}

interface EndView {
  errors: ErrorSummaryView | null;
  heading: string;
  means: string;
  action: string;
  reason: ChoiceView;
  learnt: TextareaView;
  told: ChoiceView;
  button: string;
  keep: { href: string; label: string };
}

export const endPage = page<EndView>('staff/agreements/end');

export function endView({ agreement, shifts }: AgreementDesk, typed?: Typed, faults?: Faults): EndView {
  const form = new FormView('da', typed, faults);
  return {
    heading: w.endHeading,
    means: agreement.state === 'draft' ? w.endDraft : w.endMeans(shifts.ahead),
    action: `/kommune/aftaler/${agreement.id}/slut`,
    reason: form.choice('grund', w.endReason, {
      options: reasons.map((value) => ({ value, label: w.endReasons[value] })),
    }),
    learnt: form.textarea('laert', w.learntLabel, { hint: w.learntHint, optional: true, rows: 4, max: 2000 }),
    told: form.choices('ved', w.toldLabel, {
      hint: w.toldHint,
      optional: true,
      options: [
        { value: 'citizen', label: w.told.citizen },
        { value: 'company', label: w.told.company },
      ],
    }),
    button: w.saveEnd,
    keep: { href: `/kommune/aftaler/${agreement.id}`, label: w.keep },
    errors: form.errors(),
  };
}
