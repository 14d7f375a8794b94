import type { StoredRanking } from '#use-cases';
import { flag, int, listOf, localDate, nested, oneOf, pickOf, slug, text } from '../../http/fields/index.js';
import { ChangeCitizenHoursBody, ReachBody, TimeWindowBody } from '../citizens/citizen-parts.js';
import { ChangeSmallJobBody } from '../small-jobs/small-jobs.requests.js';

const SCALE = { min: 0, max: 10_000 };

export class ScoredPartResponse {
  @slug({ example: 'travel' }) part!: string;
  @int({ ...SCALE, example: 825 }) points!: number;
  @int({ ...SCALE, example: 1100 }) max!: number;
  @text({ max: 1000, example: '14 min. på cykel' }) text!: string;
}

export class ScoreFields {
  @int({ ...SCALE, example: 8200, description: 'Summen af delenes point.' }) score!: number;
  @int({ ...SCALE, example: 7900, description: 'Ønsker.' }) wants!: number;
  @int({ ...SCALE, example: 8600, description: 'Kan lade sig gøre.' }) canGet!: number;
  @listOf(ScoredPartResponse) parts!: ScoredPartResponse[];
}

/** A partial small-job body, as PATCH /small-jobs/{id} takes it. */
export class SmallJobChangeResponse extends pickOf(ChangeSmallJobBody, [
  'demands',
  'danishLevel',
  'certificates',
  'weeklyShifts',
  'startDate',
  'startFlexibilityMinutes',
]) {}

/** A partial body of whichever of the two `on` says. */
export class ChangeBodyResponse extends SmallJobChangeResponse {
  @nested(ChangeCitizenHoursBody, { optional: true }) hours?: ChangeCitizenHoursBody;
  @listOf(TimeWindowBody, { optional: true }) windows?: TimeWindowBody[];
  @nested(ReachBody, { optional: true }) reach?: ReachBody;
  @flag({ optional: true }) saidYes?: boolean;
  @localDate({ optional: true, example: '2026-12-01' }) availableFrom?: string;
}

export class FailedChangeResponse {
  @oneOf(['small-job', 'citizen', 'none'], {
    description: 'Hvad der skal ændres; none: ingen bør overtales.',
  })
  on!: string;
  @text({ max: 1000, example: 'løft er højst 10 kg', description: 'Går videre efter "Ja, hvis".' })
  text!: string;
  @nested(ChangeBodyResponse, { nullable: true, description: 'Til PATCH; null, når det ikke kan gøres der.' })
  body!: ChangeBodyResponse | null;
}

export class FailedConstraintResponse {
  @slug({ example: 'lifting' }) constraint!: string;
  @text({ max: 1000, example: 'løft 15 kg, kan 10' }) text!: string;
  @nested(FailedChangeResponse) change!: FailedChangeResponse;
}

type Ranked = StoredRanking['ranked'][number];
type Failed = StoredRanking['excluded'][number]['failed'][number];
type ChangeOf<On> = NonNullable<Extract<Failed['change'], { on: On; body?: object }>['body']>;

export const toScore = ({ score, wants, canGet, parts }: Omit<Ranked, 'citizenId'>): ScoreFields => ({
  score,
  wants,
  canGet,
  parts: parts.map(({ part, points, max, text: words }) => ({ part, points, max, text: words })),
});

/** Only what the change sets: a field that is undefined is not sent. */
export function toSmallJobChange(change: ChangeOf<'small-job'>): SmallJobChangeResponse {
  const { demands, danishLevel, certificates, weeklyShifts, startDate, startFlexibilityMinutes } = change;
  const shifts = weeklyShifts?.map(({ weekday, start, end, breakMinutes }) => ({
    weekday,
    start,
    end,
    breakMinutes,
  }));
  return { demands, danishLevel, certificates, weeklyShifts: shifts, startDate, startFlexibilityMinutes };
}

const toCitizenChange = ({
  hours,
  windows,
  reach,
  saidYes,
  availableFrom,
}: ChangeOf<'citizen'>): ChangeBodyResponse => ({
  hours,
  windows: windows?.map(({ weekday, from, to }) => ({ weekday, from, to })),
  reach,
  saidYes,
  availableFrom,
});

function bodyOf(change: Failed['change']): ChangeBodyResponse | null {
  if (change.on === 'none' || !change.body) return null;
  return change.on === 'small-job' ? toSmallJobChange(change.body) : toCitizenChange(change.body);
}

export const toFailed = ({ constraint, text: words, change }: Failed): FailedConstraintResponse => ({
  constraint,
  text: words,
  change: { on: change.on, text: change.text, body: bodyOf(change) },
});
