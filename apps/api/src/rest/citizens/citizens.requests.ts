import type { Channel, ContactLevel, DanishLevel, Language } from '#domain';
import {
  address,
  code,
  email,
  flag,
  list,
  listOf,
  localDate,
  nested,
  oneOf,
  partialOf,
  phone,
  pickOf,
  position,
  text,
  uuid,
  type AddressFields,
  type PositionFields,
} from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import { CitizenBenefitBody } from '../benefit/citizen-benefit.fields.js';
import { danishLevel, names } from '../small-jobs/small-job-parts.js';
import {
  ChangeCitizenHoursBody,
  ChangeLimitsBody,
  ChangeReachBody,
  CitizenHoursBody,
  JobGoalBody,
  LimitsBody,
  ReachBody,
  TimeWindowBody,
} from './citizen-parts.js';

export const channels: readonly Channel[] = ['sms', 'email', 'call', 'letter', 'in-person'];
export const contactLevels: readonly ContactLevel[] = ['low', 'normal', 'close'];
export const languages: readonly Language[] = ['da', 'en'];
export const reminderDays = ['friday', 'sunday'] as const;

const CPR = {
  pattern: /^\d{6}-?\d{4}$/,
  form: {
    da: 'skal være ti cifre, med eller uden bindestreg',
    en: 'must be ten digits, with or without a hyphen',
  },
  example: '010180-1234',
};

const BENEFIT = 'Til at regne ud, hvad et job giver. Ses kun af kommunens medarbejdere og borgeren selv.';

/** There is no field for a diagnosis and never will be: wishes, abilities and limits only. */
export class PostCitizenBody {
  @text({ example: 'Jonas Hansen' }) name!: string;
  @phone({ optional: true, nullable: true, example: '+4530123456' }) phone?: string | null;
  @email({ optional: true, nullable: true, example: 'jonas@borger.example' }) email?: string | null;
  @oneOf(channels) preferredChannel!: Channel;
  @flag({ optional: true, example: false, description: 'Andre læser med: en SMS beder kun om at ringe.' })
  sharedPhone?: boolean;
  @oneOf(languages, { optional: true, description: 'Dansk, når intet er sagt.' }) language?: Language;
  @address({ optional: true, nullable: true }) address?: AddressFields | null;
  @flag({ optional: true, example: false, description: 'Adresse og sted ses kun af kommunens medarbejdere.' })
  protectedAddress?: boolean;
  @position() position!: PositionFields;
  @listOf(JobGoalBody, { max: 20 }) jobGoals!: JobGoalBody[];
  @text({ max: 2000, multiline: true, optional: true, nullable: true, example: 'At køre truck en dag' })
  dream?: string | null;
  @nested(CitizenHoursBody, { description: 'Timer om ugen.' }) hours!: CitizenHoursBody;
  @listOf(TimeWindowBody, { max: 100 }) windows!: TimeWindowBody[];
  @nested(ReachBody, { description: 'Hvor mange minutter hver vej, på hver måde.' }) reach!: ReachBody;
  @nested(LimitsBody) limits!: LimitsBody;
  @danishLevel(4) danishLevel!: DanishLevel;
  @names('truck') certificates: string[] = [];
  @names('fixed-buddy', 'De hensyn, borgeren er med på at nævne.') needs?: string[];
  @list(uuid(), { max: 500, optional: true }) ruledOutCompanyIds: string[] = [];
  @flag({ description: 'Har sagt ja til et småjob.' }) saidYes!: boolean;
  @localDate({ example: '2026-12-01' }) availableFrom!: string;
  @uuid({ optional: true, description: 'Den, der opretter, når intet er sagt.' }) brokerId?: string;
  @oneOf(contactLevels, { optional: true, example: 'normal' }) contactLevel?: ContactLevel;
  @oneOf(reminderDays, { optional: true, example: 'sunday', description: 'Hvornår der mindes om mandag.' })
  mondayReminder?: 'friday' | 'sunday';
  @nested(CitizenBenefitBody, { optional: true, nullable: true, description: BENEFIT })
  benefit?: CitizenBenefitBody | null;
  @code({ ...CPR, optional: true, description: 'Gemmes krypteret og vises aldrig igen.' }) cpr?: string;
}

const changeable = pickOf(PostCitizenBody, [
  'name',
  'phone',
  'email',
  'preferredChannel',
  'sharedPhone',
  'language',
  'address',
  'protectedAddress',
  'position',
  'jobGoals',
  'dream',
  'windows',
  'danishLevel',
  'certificates',
  'needs',
  'ruledOutCompanyIds',
  'saidYes',
  'availableFrom',
  'brokerId',
  'contactLevel',
  'mondayReminder',
  'benefit',
  'cpr',
]);

export class ChangeCitizenBody extends partialOf(changeable) {
  @list(uuid(), { max: 500, optional: true, description: 'Firmaer, hvor en ulønnet praktik er brugt.' })
  placementUsedCompanyIds?: string[];
  @nested(ChangeCitizenHoursBody, { optional: true, description: 'Flettes med dem, der er.' })
  hours?: ChangeCitizenHoursBody;
  @nested(ChangeReachBody, {
    optional: true,
    description: 'Flettes med den, der er; null tager en måde væk.',
  })
  reach?: ChangeReachBody;
  @nested(ChangeLimitsBody, { optional: true, description: 'Flettes med dem, der er.' })
  limits?: ChangeLimitsBody;
}

export class CitizenQuery extends PageQuery {
  @uuid({ optional: true, description: 'Dem, denne medarbejder følger.' }) brokerId?: string;
}
