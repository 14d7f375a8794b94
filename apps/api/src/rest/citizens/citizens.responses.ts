import { isoWithOffset, isStaff, travelModes, type Actor, type Citizen } from '#domain';
import {
  AddressFields,
  email,
  flag,
  instant,
  list,
  nested,
  oneOf,
  phone,
  pickOf,
  position,
  text,
  uuid,
  type PositionFields,
} from '../../http/fields/index.js';
import { CitizenBenefitBody, toCitizenBenefit } from '../benefit/citizen-benefit.fields.js';
import { toAddress, toPosition } from '../companies/companies.responses.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { LimitsBody, ReachBody } from './citizen-parts.js';
import { contactLevels, languages, PostCitizenBody, reminderDays } from './citizens.requests.js';

export class LimitsResponse extends pickOf(LimitsBody, ['liftKg', 'standing', 'noise', 'peopleContact']) {
  @list(text({ max: 100, example: 'stairs' })) other!: string[];
}

const PROTECTED = 'Null for andre end kommunens medarbejdere, når adressen er beskyttet.';

/** The CPR number is never answered, not even a part of it. */
export class CitizenResponse extends pickOf(PostCitizenBody, [
  'name',
  'preferredChannel',
  'jobGoals',
  'hours',
  'windows',
  'danishLevel',
  'saidYes',
  'availableFrom',
]) {
  @uuid() id!: string;
  @phone({ nullable: true, example: '+4530123456' }) phone!: string | null;
  @email({ nullable: true, example: 'jonas@borger.example' }) email!: string | null;
  @flag({ example: false }) sharedPhone!: boolean;
  @oneOf(languages) language!: string;
  @nested(AddressFields, { nullable: true, description: PROTECTED }) address!: AddressFields | null;
  @flag({ example: false }) protectedAddress!: boolean;
  @position({ nullable: true, description: PROTECTED }) position!: PositionFields | null;
  @text({ max: 2000, nullable: true, example: 'At køre truck en dag' }) dream!: string | null;
  @nested(ReachBody) reach!: ReachBody;
  @nested(LimitsResponse) limits!: LimitsResponse;
  @list(text({ max: 100, example: 'truck' })) certificates!: string[];
  @list(text({ max: 100, example: 'fixed-buddy' })) needs!: string[];
  @list(uuid()) ruledOutCompanyIds!: string[];
  @list(uuid()) placementUsedCompanyIds!: string[];
  @uuid({ nullable: true }) brokerId!: string | null;
  @oneOf(contactLevels, { example: 'normal' }) contactLevel!: string;
  @oneOf(reminderDays, { example: 'sunday' }) mondayReminder!: string;
  @flag() hasCpr!: boolean;
  @instant({ nullable: true, description: 'Det første svar fra nummeret.' }) phoneVerifiedAt!: string | null;
  @instant() waitingSince!: string;
  @nested(CitizenBenefitBody, { nullable: true, description: 'Null for andre end kommunens medarbejdere.' })
  benefit!: CitizenBenefitBody | null;
}

export function toCitizen(citizen: Citizen, actor: Actor): CitizenResponse {
  const placed = isStaff(actor) || actor.citizenId === citizen.id || !citizen.protectedAddress;
  return {
    id: citizen.id,
    name: citizen.name,
    phone: citizen.phone,
    email: citizen.email,
    preferredChannel: citizen.preferredChannel,
    sharedPhone: citizen.sharedPhone,
    language: citizen.language,
    address: placed && citizen.address ? toAddress(citizen.address) : null,
    protectedAddress: citizen.protectedAddress,
    position: placed ? toPosition(citizen.position) : null,
    ...wantsOf(citizen),
    ...canOf(citizen),
    placementUsedCompanyIds: citizen.placementUsedCompanyIds,
    brokerId: citizen.brokerId,
    contactLevel: citizen.contactLevel,
    mondayReminder: citizen.mondayReminder,
    hasCpr: citizen.cprSealed !== null,
    phoneVerifiedAt: isoOrNull(citizen.phoneVerifiedAt),
    waitingSince: isoWithOffset(citizen.waitingSince),
    benefit: toCitizenBenefit(citizen, actor),
  };
}

const wantsOf = ({ jobGoals, dream, hours, ruledOutCompanyIds, saidYes, availableFrom }: Citizen) => ({
  jobGoals: jobGoals.map(({ category, rank, ownWords }) => ({ category, rank, ownWords })),
  dream,
  hours: { min: hours.min, max: hours.max, wish: hours.wish },
  ruledOutCompanyIds,
  saidYes,
  availableFrom,
});

const canOf = ({ windows, reach, limits, danishLevel, certificates, needs }: Citizen) => ({
  windows: windows.map(({ weekday, from, to }) => ({ weekday, from, to })),
  reach: Object.fromEntries(travelModes.map((mode) => [mode, reach[mode]])) as ReachBody,
  limits: {
    liftKg: limits.liftKg,
    standing: limits.standing,
    noise: limits.noise,
    peopleContact: limits.peopleContact,
    other: limits.other,
  },
  danishLevel,
  certificates,
  needs,
});
