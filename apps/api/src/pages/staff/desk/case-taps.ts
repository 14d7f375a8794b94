import { acknowledgeActions, escalationOutcomes, isBefore, Temporal, type Escalation } from '#domain';
import { urgentWords as w } from '../../words/desk-urgent.js';
import { whenInWords } from '../../words/when-in-words.js';
import { RowForm, tapOf, type Refused } from './row-form.js';
import type { FoldView, TapsView, TapView } from './urgent-views.js';

export const casePath = (id: string): string => `/kommune/sager/${id}`;

/** What stopped, until when, and what the company has heard: shown after the tap, and to colleagues. */
export function stateOfCase(escalation: Escalation, me: string, now: Temporal.Instant): string[] {
  const { state, acknowledged, snoozedUntil, employerToldAt } = escalation;
  if (state === 'snoozed' && snoozedUntil) return [w.snoozedUntil(whenInWords(snoozedUntil, now))];
  if (state !== 'acknowledged' || !acknowledged) return [];
  const { byStaffId, byName, action, at, expiresAt, askedAt } = acknowledged;
  const mine = byStaffId === me;
  const until = whenInWords(Temporal.Instant.from(expiresAt), now);
  return [
    mine ? w.takenByYou(action) : w.takenBy(byName, action),
    w.stops(until),
    ...(mine && askedAt !== null ? [w.asked] : []),
    told(),
  ];

  function told(): string {
    if (employerToldAt === null) return w.companyNotTold;
    // One calm sentence in a case: who takes it over is not told of again.
    if (isBefore(employerToldAt, Temporal.Instant.from(at)))
      return w.companyToldBefore(whenInWords(employerToldAt, now));
    return w.companyTold(mine ? w.youSubject : byName, action);
  }
}

const fold = (label: string, taps: TapView[], hint = ''): FoldView => ({
  label,
  hint,
  open: false,
  taps,
  forms: [],
  errors: [],
});

/** *Jeg ringer*, *Jeg kører*, *Andet*; once somebody has it: how it ended. */
export function escalationTaps(escalation: Escalation, me: string, refused?: Refused): TapsView {
  const { id, state, acknowledged } = escalation;
  if (state === 'closed') return { taps: [], links: [], folds: [] };
  const taken = state === 'acknowledged' ? acknowledged : null;
  const close = closeFold(id, refused);
  if (taken && taken.byStaffId !== me) {
    const takeOver = fold(w.takeOver, acknowledgeTaps(id, true), w.takeOverHint(taken.byName));
    return { taps: [], links: [], folds: [close, takeOver] };
  }
  if (taken) {
    const pass = tapOf(`${casePath(id)}/giv-videre`, w.giveBack);
    const more = fold(w.other, [...acknowledgeTaps(id, false), ...laterTaps(id), pass]);
    // Nobody answers within five minutes, and the ladder goes on: the answer is one tap.
    const still = tapOf(`${casePath(id)}/tag`, w.stillAtIt, { jeg: taken.action });
    const taps = taken.askedAt === null ? [] : [{ ...still, first: true }];
    return { taps, links: [], folds: [close, more] };
  }
  const [call, drive, other] = acknowledgeTaps(id, false);
  const rest: FoldView = { ...close, label: w.other, taps: [other!, ...laterTaps(id)] };
  return { taps: [{ ...call!, first: true }, drive!], links: [], folds: [rest] };
}

const actionWords = { call: w.call, drive: w.drive, other: w.lookIntoIt };

const acknowledgeTaps = (id: string, takeOver: boolean): TapView[] =>
  acknowledgeActions.map((action) =>
    tapOf(`${casePath(id)}/tag`, actionWords[action], { jeg: action, ...(takeOver && { overtag: 'ja' }) }),
  );

const laterTaps = (id: string): TapView[] =>
  [30, 60, 120].map((minutes) =>
    tapOf(`${casePath(id)}/vent`, `${w.later} ${w.laterFor(minutes)}`, { minutter: String(minutes) }),
  );

/** With an outcome from a closed list, and what was agreed for the next time. */
export function closeFold(id: string, refused: Refused | undefined): FoldView {
  const f = new RowForm(`${casePath(id)}/luk`, id, refused);
  const options = [
    { value: '', label: '' },
    ...escalationOutcomes.map((value) => ({ value, label: w.outcomes[value] })),
  ];
  const form = f.made(w.closeCase, {
    selects: [f.select('udfald', w.outcome, { options })],
    areas: [f.textarea('note', w.note, { optional: true, rows: 2, max: 2000 })],
    inputs: [f.input('naeste', w.nextTime, { optional: true, hint: w.nextTimeHint, max: 2000 })],
  });
  return { label: w.close, hint: '', open: f.isRefused, taps: [], forms: [form], errors: f.errors() };
}
