import { addDays, followUpKinds, type Task } from '#domain';
import type { AgreementDesk } from '#use-cases';
import { FormView, type ErrorSummaryView } from '../../frame/form/index.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { asInput, asRadios, asTextarea, ofAct, type ActView, type Refused } from '../placement/act-view.js';

/** The forms about follow-ups, and what was wrong with any form of the page. */
export function actsOf(
  desk: AgreementDesk,
  refused?: Refused,
): { errors: ErrorSummaryView | null; usual: ActView | null; acts: ActView[] } {
  const form = new FormView('da', ...ofAct('opfoelgning', refused));
  const isOver = desk.agreement.state === 'ended';
  return {
    errors: form.errors() ?? (refused ? errorsOf(refused) : null),
    usual: isOver ? null : usualAct(desk),
    acts: isOver ? [] : [planAct(desk, form, refused)],
  };
}

/** As long as nothing is planned. */
function usualAct({ agreement, followUps }: AgreementDesk): ActView | null {
  if (followUps.length > 0) return null;
  return {
    id: 'plan',
    label: w.planUsual,
    help: w.planUsualHelp,
    action: `/kommune/aftaler/${agreement.id}/opfoelgningsplan`,
    fields: [],
    button: w.planUsual,
    look: 'next',
    open: true,
  };
}

const planAct = ({ agreement, today }: AgreementDesk, form: FormView, refused?: Refused): ActView => ({
  id: 'opfoelgning',
  label: w.planOne,
  help: '',
  action: `/kommune/aftaler/${agreement.id}/opfoelgning`,
  fields: [
    asInput(form.date('dag', w.followUpOn, { value: addDays(today, 7) })),
    asRadios(
      form.choice('om', w.followUpAbout, {
        options: followUpKinds.map((value) => ({ value, label: w.followUpKinds[value] })),
        value: 'follow-up',
      }),
    ),
    asInput(form.input('note', w.followUpNote, { optional: true, max: 500 })),
  ],
  button: w.savePlan,
  look: 'next',
  open: refused?.act === 'opfoelgning',
});

/** What was said at a follow-up; several can stand on one page, so the fields are named by their task. */
export function growsAct({ agreement }: AgreementDesk, { id }: Task, refused?: Refused): ActView {
  const act = `holdt-${id}`;
  const form = new FormView('da', ...ofAct(act, refused));
  const field = form.textarea('udfald', w.held, { rows: 3, max: 2000 });
  return {
    id: act,
    label: w.followUpHeld,
    help: '',
    action: `/kommune/aftaler/${agreement.id}/opfoelgning/${id}`,
    fields: [
      asTextarea({
        ...field,
        id: `${field.id}-${id}`,
        describedBy: field.error ? `${field.id}-${id}-error` : '',
      }),
    ],
    button: w.saveHeld,
    look: 'next',
    open: refused?.act === act,
  };
}

/** Faults of a form that stands elsewhere on the page, or that is gone. */
function errorsOf({ act, typed, faults }: Refused): ErrorSummaryView | null {
  const form = new FormView('da', typed, faults);
  const field = act.startsWith('holdt-') ? form.textarea('udfald', w.held) : null;
  const found = form.errors();
  if (!found || !field) return found;
  const id = act.slice('holdt-'.length);
  return { ...found, errors: found.errors.map(({ text }) => ({ text, href: `#${field.id}-${id}` })) };
}
