import {
  addDays,
  declineReasons,
  firstName,
  isBefore,
  isOpen,
  localDateOf,
  localTimeOf,
  offerAnswers,
  type AnswerWay,
} from '#domain';
import type { OfferDesk } from '#use-cases';
import { FormView, type ErrorSummaryView } from '../../frame/form/index.js';
import { offersWords as w } from '../../words/desk-offers.js';
import {
  asInput,
  asRadios,
  asSelect,
  asTick,
  firstErrors,
  ofAct,
  type ActView,
  type Refused,
} from '../placement/act-view.js';
import { shortTime } from '../placement/when.js';
import { withdrawFields } from '../placement/withdraw-fields.js';

/** On the page only the citizen answers. */
export const heardAnswerWays = [
  'phone',
  'in-person',
  'sms',
  'email',
  'letter',
] as const satisfies readonly AnswerWay[];

type ActName = 'svar' | 'fortrudt' | 'frist' | 'send-igen' | 'traek' | 'fortael';
type Make = (desk: OfferDesk, form: FormView) => Omit<ActView, 'id' | 'action' | 'open'>;

/** What can be done about an offer in its state, and what cannot be done just now. */
export function actsOf(
  desk: OfferDesk,
  refused?: Refused,
): { errors: ErrorSummaryView | null; acts: ActView[]; notes: string[] } {
  const forms: FormView[] = [];
  const acts = namesOf(desk).map((id): ActView => {
    const form = new FormView('da', ...ofAct(id, refused));
    forms.push(form);
    const act = makers[id](desk, form);
    return { id, action: `/kommune/tilbud/${desk.offer.id}/${id}`, open: refused?.act === id, ...act };
  });
  // It was done already, or cannot be done any more: the page says why, and how it stands now.
  if (refused && !acts.some(({ id }) => id === refused.act))
    forms.push(new FormView('da', refused.typed, refused.faults));
  const { mayResendAt, now } = desk;
  const waits = mayResendAt !== null && isBefore(now, mayResendAt);
  return {
    errors: firstErrors(forms),
    acts,
    notes: waits ? [w.resendLater(shortTime(mayResendAt, now))] : [],
  };
}

function namesOf({ offer, now, mayResendAt, canTakeBack, agreementId }: OfferDesk): ActName[] {
  if (isOpen(offer)) {
    const isPast = offer.state === 'sent' && !isBefore(now, offer.expiresAt);
    if (isPast) return ['traek'];
    const mayResend = mayResendAt !== null && !isBefore(now, mayResendAt);
    return ['svar', 'frist', ...(mayResend ? (['send-igen'] as const) : []), 'traek'];
  }
  if (offer.state !== 'accepted' || agreementId !== null) return [];
  return [
    ...(offer.companyToldAt === null ? (['fortael'] as const) : []),
    ...(canTakeBack ? (['fortrudt'] as const) : []),
    'traek',
  ];
}

const makers: Record<ActName, Make> = {
  svar: ({ citizen }, form) => ({
    label: w.registerAnswer(firstName(citizen)),
    help: w.registerHelp(firstName(citizen)),
    fields: [
      asRadios(form.choice('svar', w.answer, { options: optionsOf(offerAnswers, w.answers) })),
      howField(form),
      reasonField(form),
      asTick(
        form.choices('straks', w.tellNow, {
          options: [{ value: 'ja', label: w.tellNow, hint: w.tellNowHint }],
        }),
      ),
    ],
    button: w.saveAnswer,
    look: 'first',
  }),
  fortrudt: ({ citizen }, form) => ({
    label: w.changedMind(firstName(citizen)),
    help: w.changedHelp,
    fields: [howField(form), reasonField(form)],
    button: w.saveAnswer,
    look: 'next',
  }),
  frist: ({ offer, latestDeadline, now }, form) => ({
    label: w.extend,
    help: latestDeadline ? w.extendHelp(shortTime(latestDeadline, now)) : '',
    fields: [
      asInput(form.date('dag', w.untilDay, { value: addDays(localDateOf(offer.expiresAt), 1) })),
      asInput(form.time('klokken', w.untilTime, { value: localTimeOf(offer.expiresAt) })),
      asTick(
        form.choices('skriv', w.tellCitizen, {
          options: [{ value: 'ja', label: w.tellCitizen, hint: w.tellCitizenHint }],
          value: 'ja',
        }),
      ),
    ],
    button: w.saveExtend,
    look: 'next',
  }),
  'send-igen': ({ citizen }) => ({
    label: w.resend,
    help: w.resendHelp(firstName(citizen)),
    fields: [],
    button: w.saveResend,
    look: 'next',
  }),
  traek: ({ citizen }, form) => ({
    label: w.withdraw,
    help: w.withdrawHelp(firstName(citizen)),
    fields: withdrawFields(form),
    button: w.saveWithdraw,
    look: 'next',
  }),
  fortael: ({ citizen }) => ({
    label: w.tell,
    help: w.tellHelp(firstName(citizen)),
    fields: [],
    button: w.saveTell,
    look: 'next',
  }),
};

const howField = (form: FormView) =>
  asRadios(form.choice('hvordan', w.how, { options: optionsOf(heardAnswerWays, w.hows), value: 'phone' }));

const reasonField = (form: FormView) =>
  asSelect(
    form.choice('grund', w.declineReason, {
      optional: true,
      options: [{ value: '', label: '' }, ...optionsOf(declineReasons, w.declineReasons)],
    }),
  );

const optionsOf = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: names[value] }));
