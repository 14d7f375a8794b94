import { heardWays, withdrawReasons, type HeardWay, type WithdrawReason } from '#domain';
import { oneOf } from '../../../http/fields/index.js';
import type { FormView } from '../../frame/form/index.js';
import { placementWords as w } from '../../words/desk-placement.js';
import { proposalsWords } from '../../words/desk-proposals.js';
import { asRadios, asSelect, type ActView } from './act-view.js';

/** Why a proposal or an offer does not stand any more; and how the citizen said so, when it was the citizen. */
export class WithdrawForm {
  @oneOf(withdrawReasons) hvorfor!: WithdrawReason;
  @oneOf(heardWays, { optional: true }) hvordan?: HeardWay;
}

export const withdrawFields = (form: FormView): ActView['fields'] => [
  asRadios(
    form.choice('hvorfor', proposalsWords.withdrawReason, {
      options: withdrawReasons.map((value) => ({ value, label: proposalsWords.withdrawReasons[value] })),
    }),
  ),
  asSelect(
    form.choice('hvordan', w.citizenSaid, {
      hint: w.citizenSaidHint,
      optional: true,
      options: [
        { value: '', label: '' },
        ...heardWays.map((value) => ({ value, label: proposalsWords.ways[value] })),
      ],
    }),
  ),
];
