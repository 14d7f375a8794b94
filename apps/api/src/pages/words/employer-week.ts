import type { Language } from '#domain';
import { closingDa } from './employer-week-closing-da.js';
import { closingEn } from './employer-week-closing-en.js';
import { monthDa } from './employer-week-month-da.js';
import { monthEn } from './employer-week-month-en.js';
import { overviewDa } from './employer-week-overview-da.js';
import { overviewEn } from './employer-week-overview-en.js';
import { proposalsDa } from './employer-week-proposals-da.js';
import { proposalsEn } from './employer-week-proposals-en.js';
import { shiftsDa } from './employer-week-shifts-da.js';
import { shiftsEn } from './employer-week-shifts-en.js';
import { usersDa } from './employer-week-users-da.js';
import { usersEn } from './employer-week-users-en.js';

/** What a company reads after it has posted: from the proposal to the hours of the month. */
export type ClosingWords = typeof closingDa;
export type MonthWords = typeof monthDa;
type OverviewWords = typeof overviewDa;
export type ProposalWords = typeof proposalsDa;
export type ShiftWords = typeof shiftsDa;
type UserWords = typeof usersDa;

export const closingWords: Record<Language, ClosingWords> = { da: closingDa, en: closingEn };
export const monthWords: Record<Language, MonthWords> = { da: monthDa, en: monthEn };
export const overviewWords: Record<Language, OverviewWords> = { da: overviewDa, en: overviewEn };
export const proposalWords: Record<Language, ProposalWords> = { da: proposalsDa, en: proposalsEn };
export const shiftWords: Record<Language, ShiftWords> = { da: shiftsDa, en: shiftsEn };
export const userWords: Record<Language, UserWords> = { da: usersDa, en: usersEn };
