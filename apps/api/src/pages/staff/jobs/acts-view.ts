import { firstName } from '#domain';
import type { JobDesk } from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import type { ChoiceView, Faults, FormView, TextareaView } from '../../frame/form/index.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { jobPath } from '../ranking/addresses.js';
import { hasFault } from './contact-view.js';

export const closeReasons = ['solved', 'gone', 'busy', 'other'] as const;

export class CloseForm {
  @oneOf(closeReasons) grund!: (typeof closeReasons)[number];
  @text({ max: 900, multiline: true, optional: true, example: 'De har ansat en fast' }) ord?: string;
}

/** What can be done with a job in the state it has: templates/partials/page-desk-job-acts.hbs */
export interface ActsView {
  label: string;
  buttons: { action: string; label: string; hint: string; look: string }[];
  close: {
    label: string;
    hint: string;
    action: string;
    open: boolean;
    reason: ChoiceView;
    words: TextareaView;
    submit: string;
  } | null;
}

export function actsView({ smallJob, fixedContact }: JobDesk, f: FormView, faults: Faults): ActsView {
  const { id, status, ownerAskedAt, companyContact } = smallJob;
  const button = (action: string, label: string, hint = '', look = 'next') => ({
    action: `${jobPath(id)}/${action}`,
    label,
    hint,
    look,
  });
  const owner = firstName(companyContact);
  return {
    label: w.doWith,
    buttons: [
      ...(status === 'draft' && fixedContact ? [button('slaa-op', w.publish, '', 'first')] : []),
      ...(status === 'draft'
        ? [button('spoerg-ejer', ownerAskedAt ? w.askOwnerAgain : w.askOwner, w.askOwnerHint(owner))]
        : []),
      ...(status === 'open' || status === 'filled' ? [button('pause', w.pause, w.pauseHint)] : []),
      ...(status === 'paused' ? [button('aabn', w.resume, '', 'first')] : []),
      button('magen', w.duplicate),
    ],
    close:
      status === 'closed'
        ? null
        : {
            label: w.close,
            hint: w.closeHint,
            action: `${jobPath(id)}/luk`,
            open: hasFault(faults, ['grund', 'ord']),
            reason: f.choice('grund', w.closeWhy, {
              options: closeReasons.map((value) => ({ value, label: w.closeReasons[value] })),
            }),
            words: f.textarea('ord', w.noteLabel, { optional: true, rows: 2, max: 900 }),
            submit: w.doClose,
          },
  };
}
