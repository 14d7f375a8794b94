import type { Address, Entity, LocalDate, LocalTime, Position, Temporal, Weekday } from '../kernel/index.js';
import type { DanishLevel, Demands, SmallJob, WeeklyShift } from '../small-job/index.js';

/** What has been answered so far; what is absent has not been asked or not been answered. */
export interface PostingAnswers {
  /** The line it began with, as it was written. */
  sentence?: string;
  title?: string;
  category?: string;
  description?: string;
  workplace?: Address & { position?: Position | null };
  weeklyShifts?: WeeklyShift[];
  /** The week as far as it is known, while there are no whole shifts yet; gone when there are. */
  week?: RoughWeek;
  startFlexibilityMinutes?: number;
  startDate?: LocalDate;
  endDate?: LocalDate | null;
  hourlyWageOre?: number;
  /** Null: the company follows none, which it may. */
  collectiveAgreement?: string | null;
  demands?: Partial<Demands>;
  danishLevel?: DanishLevel;
  certificates?: string[];
  accommodationsOffered?: string[];
  positions?: number;
  roomToGrowHours?: number | null;
  companyContact?: { name: string; phone: string };
  /** Never defaulted: the company picks whom it wants to call. */
  fixedContactId?: string;
}

export interface RoughWeek {
  weekdays: Weekday[];
  start?: LocalTime;
  end?: LocalTime;
}

/** A posting that somebody has begun and may go on with on another day or another phone ("kladde"). */
export interface PostingDraft extends Entity {
  companyId: string;
  /** Who began it, as shown to colleagues. */
  startedBy: string;
  answers: PostingAnswers;
  /** Counts every save: a page that was opened before the newest one is told so. */
  version: number;
  /** The small job it has become; from then on the draft is closed. */
  smallJobId: string | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
}

/** Drafts that nobody has touched for so long are forgotten. */
export const DRAFT_KEPT_DAYS = 90;

/** What a page saves goes on top of what is there; demands are merged. Undefined leaves, null clears. */
export type AnswersChange = {
  [Field in keyof PostingAnswers]?: PostingAnswers[Field] | undefined | null;
};

export function withAnswers(before: PostingAnswers, change: AnswersChange): PostingAnswers {
  const { demands, ...rest } = change;
  const after: Record<string, unknown> = { ...before };
  for (const [field, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    if (value === null && !keepsNull.has(field)) delete after[field];
    else after[field] = value;
  }
  if (rest.weeklyShifts?.length) delete after['week'];
  if (demands === null) delete after['demands'];
  else if (demands !== undefined) after['demands'] = { ...before.demands, ...demands };
  return after;
}

/** For these, null is an answer: "no end", "no agreement", "no growing". */
const keepsNull: ReadonlySet<string> = new Set(['endDate', 'collectiveAgreement', 'roomToGrowHours']);

/**
 * The same change for a small job that has been posted: an answer taken back leaves what was there, and neither the
 * line it began with nor a rough week is part of it.
 */
export function asChange({ sentence: _, week: __, workplace, ...answers }: AnswersChange): ChangedAnswers {
  const entries = Object.entries(answers).filter(
    ([field, value]) => value !== undefined && (value !== null || keepsNull.has(field)),
  );
  return { ...Object.fromEntries(entries), ...(workplace && { workplace: workplaceOf(workplace) }) };
}

/** Null only where it is an answer. */
export type ChangedAnswers = Partial<Omit<PostingAnswers, 'sentence' | 'week' | 'workplace'>> & {
  workplace?: Address & { position?: Position };
};

/** Where the work is, with the position only where one is known. */
export const workplaceOf = ({
  street,
  postcode,
  town,
  position,
}: NonNullable<PostingAnswers['workplace']>): Address & { position?: Position } => ({
  street,
  postcode,
  town,
  ...(position && { position }),
});

/** The answers of a posted small job, for another one like it. Its contact is picked anew, and so is its start. */
export function answersOf(job: SmallJob): PostingAnswers {
  return {
    title: job.title,
    category: job.category,
    description: job.description,
    workplace: job.workplace,
    weeklyShifts: job.weeklyShifts,
    startFlexibilityMinutes: job.startFlexibilityMinutes,
    hourlyWageOre: job.hourlyWageOre,
    collectiveAgreement: job.collectiveAgreement,
    demands: job.demands,
    danishLevel: job.danishLevel,
    certificates: job.certificates,
    accommodationsOffered: job.accommodationsOffered,
    positions: job.positions,
    roomToGrowHours: job.roomToGrowHours,
    companyContact: job.companyContact,
  };
}
