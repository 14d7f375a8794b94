import type { StoredRanking } from '#use-cases';
import { int, listOf, nested, oneOf, slug, text } from '../../http/fields/index.js';
import { ChangeCitizenBody } from '../citizens/citizens.requests.js';
import { ChangeSmallJobBody } from '../small-jobs/small-jobs.requests.js';
import { pickOf } from '../../http/fields/index.js';

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

/** A partial citizen body, as PATCH /citizens/{id} takes it. */
export class CitizenChangeResponse extends pickOf(ChangeCitizenBody, [
  'hours',
  'windows',
  'reach',
  'saidYes',
  'availableFrom',
]) {}

export class FailedChangeResponse {
  @oneOf(['small-job', 'citizen', 'none'], { description: 'Hvis side ændringen ligger på; none: ingen bør overtales.' })
  on!: string;
  @text({ max: 1000, example: 'løft højst 10 kg', description: 'Går videre efter "Ja, hvis".' }) text!: string;
  @nested(SmallJobChangeResponse, { optional: true, description: 'Til PATCH /small-jobs/{id}.' })
  smallJob?: SmallJobChangeResponse;
  @nested(CitizenChangeResponse, { optional: true, description: 'Til PATCH /citizens/{id}.' })
  citizen?: CitizenChangeResponse;
}

export class FailedConstraintResponse {
  @slug({ example: 'lifting' }) constraint!: string;
  @text({ max: 1000, example: 'løft 15 kg, kan 10' }) text!: string;
  @nested(FailedChangeResponse) change!: FailedChangeResponse;
}

type Ranked = StoredRanking['ranked'][number];
type Failed = StoredRanking['excluded'][number]['failed'][number];
type SmallJobChange = Extract<Failed['change'], { on: 'small-job' }>['body'];
type CitizenChange = Extract<Failed['change'], { on: 'citizen' }>['body'];

export const toScore = ({ score, wants, canGet, parts }: Omit<Ranked, 'citizenId'>): ScoreFields => ({
  score,
  wants,
  canGet,
  parts: parts.map(({ part, points, max, text: words }) => ({ part, points, max, text: words })),
});

export function toSmallJobChange(change: NonNullable<SmallJobChange>): SmallJobChangeResponse {
  const { demands, danishLevel, certificates, weeklyShifts, startDate, startFlexibilityMinutes } = change;
  return { demands, danishLevel, certificates, weeklyShifts, startDate, startFlexibilityMinutes };
}

const toCitizenChange = ({ hours, windows, reach, saidYes, availableFrom }: NonNullable<CitizenChange>) => ({
  hours,
  windows,
  reach,
  saidYes,
  availableFrom,
});

function toChange(change: Failed['change']): FailedChangeResponse {
  const { on, text: words } = change;
  if (on === 'small-job' && change.body) return { on, text: words, smallJob: toSmallJobChange(change.body) };
  if (on === 'citizen' && change.body) return { on, text: words, citizen: toCitizenChange(change.body) };
  return { on, text: words };
}

export const toFailed = ({ constraint, text: words, change }: Failed): FailedConstraintResponse => ({
  constraint,
  text: words,
  change: toChange(change),
});
