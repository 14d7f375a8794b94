import { addDays, type LocalDate } from '../kernel/index.js';

/** What a follow-up is about: how it goes, or whether the hours can grow (R15, R85). */
export const followUpKinds = ['follow-up', 'grow-hours'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export interface PlannedFollowUp {
  on: LocalDate;
  kind: FollowUpKind;
}

/** After the first week, after a month, and after three months the question whether the hours can grow. */
export const usualFollowUps = (startDate: LocalDate): PlannedFollowUp[] => [
  { on: addDays(startDate, 7), kind: 'follow-up' },
  { on: addDays(startDate, 28), kind: 'follow-up' },
  { on: addDays(startDate, 84), kind: 'grow-hours' },
];
