import type { Address, LocalDate, WeeklySlot } from '../kernel/index.js';
import {
  travelModes,
  type Channel,
  type JobGoal,
  type Language,
  type TimeWindow,
  type TravelMode,
} from '../citizen/index.js';
import type { DanishLevel, Degree } from '../small-job/index.js';
import type { CellReader } from './cells.js';
import {
  categoryIn,
  channelIn,
  cvrIn,
  dateIn,
  degreeIn,
  emailIn,
  goalIn,
  languageIn,
  numberIn,
  oreIn,
  phoneIn,
  postcodeIn,
  truthIn,
  weekIn,
} from './written.js';

/** Limits or demands, as far as the row says them. */
export interface RowDemands {
  liftKg?: number;
  standing?: Degree;
  noise?: Degree;
  peopleContact?: Degree;
}

/** What a row says of a citizen; undefined is what it does not say. */
export interface CitizenRow {
  reference?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  preferredChannel?: Channel | undefined;
  sharedPhone?: boolean | undefined;
  language?: Language | undefined;
  address?: Address | undefined;
  protectedAddress?: boolean | undefined;
  cprSealed?: string | undefined;
  /** Name or e-mail, as written. */
  broker?: string | undefined;
  jobGoals: JobGoal[];
  hours: { min?: number | undefined; wish?: number | undefined; max?: number | undefined };
  windows?: TimeWindow[] | undefined;
  reach: Partial<Record<TravelMode, number>>;
  limits: RowDemands;
  danishLevel?: DanishLevel | undefined;
  saidYes?: boolean | undefined;
  availableFrom?: LocalDate | undefined;
}

export interface CompanyRow {
  cvr?: string | undefined;
  name?: string | undefined;
  address?: Address | undefined;
  industry?: string | undefined;
  contactName?: string | undefined;
  contactPhone?: string | undefined;
  contactEmail?: string | undefined;
}

export interface SmallJobRow {
  reference?: string | undefined;
  /** CVR number or name, as written. */
  company?: string | undefined;
  title?: string | undefined;
  category?: string | undefined;
  description?: string | undefined;
  address?: Address | undefined;
  shifts?: WeeklySlot[] | undefined;
  startDate?: LocalDate | undefined;
  endDate?: LocalDate | undefined;
  startFlexibilityMinutes?: number | undefined;
  hourlyWageOre?: number | undefined;
  collectiveAgreement?: string | undefined;
  positions?: number | undefined;
  demands: RowDemands;
  danishLevel?: DanishLevel | undefined;
  contactName?: string | undefined;
  contactPhone?: string | undefined;
  /** Name or e-mail of a member of staff, as written. */
  fixedContact?: string | undefined;
}

const whole =
  (min: number, max: number) =>
  (text: string): number | undefined => {
    const value = numberIn(text);
    return value !== undefined && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
  };
const upTo =
  (max: number) =>
  (text: string): number | undefined => {
    const value = numberIn(text);
    return value !== undefined && value <= max ? value : undefined;
  };
const level = (text: string): DanishLevel | undefined => whole(0, 5)(text) as DanishLevel | undefined;

export function readCitizenRow(cells: CellReader): CitizenRow {
  const hours = {
    min: cells.read('hoursMin', upTo(37), 'number'),
    wish: cells.read('hoursWish', upTo(37), 'number'),
    max: cells.read('hoursMax', upTo(37), 'number'),
  };
  const said = [hours.min, hours.wish, hours.max].filter((one) => one !== undefined);
  if (said.some((value, at) => at > 0 && value < said[at - 1]!)) cells.fault('hoursWish', 'hours-order');
  return {
    reference: cells.text('reference', 100),
    name: cells.needed('name'),
    phone: cells.read('phone', phoneIn, 'phone'),
    email: cells.read('email', emailIn, 'email'),
    preferredChannel: channelOf(cells),
    sharedPhone: cells.read('sharedPhone', truthIn, 'truth'),
    language: cells.read('language', languageIn, 'language'),
    address: addressOf(cells),
    protectedAddress: cells.read('protectedAddress', truthIn, 'truth'),
    cprSealed: cells.sealed('cpr'),
    broker: cells.text('broker'),
    jobGoals: goalsOf(cells),
    hours,
    windows: cells
      .read('windows', weekIn, 'week')
      ?.map(({ weekday, start, end }) => ({ weekday, from: start, to: end })),
    reach: reachOf(cells),
    limits: demandsOf(cells),
    danishLevel: cells.read('danish', level, 'level'),
    saidYes: cells.read('saidYes', truthIn, 'truth'),
    availableFrom: cells.read('availableFrom', dateIn, 'date'),
  };
}

export function readCompanyRow(cells: CellReader): CompanyRow {
  return {
    cvr: cells.neededRead('cvr', cvrIn, 'cvr'),
    name: cells.needed('name'),
    address: addressOf(cells, true),
    industry: cells.text('industry'),
    contactName: cells.needed('contactName'),
    contactPhone: cells.neededRead('contactPhone', phoneIn, 'phone'),
    contactEmail: cells.read('contactEmail', emailIn, 'email'),
  };
}

export function readSmallJobRow(cells: CellReader, today: LocalDate): SmallJobRow {
  const startDate = cells.neededRead('startDate', dateIn, 'date');
  const endDate = cells.read('endDate', dateIn, 'date');
  if (startDate !== undefined && startDate < today) cells.fault('startDate', 'past');
  if (startDate !== undefined && endDate !== undefined && endDate < startDate)
    cells.fault('endDate', 'dates-order');
  return {
    reference: cells.text('reference', 100),
    company: cells.needed('company'),
    title: cells.needed('title'),
    category: cells.neededRead('category', (text) => categoryIn(text)?.id, 'category'),
    description: cells.text('description', 2000),
    address: addressOf(cells),
    shifts: cells.neededRead('shifts', weekIn, 'week'),
    startDate,
    endDate,
    startFlexibilityMinutes: cells.read('flexibility', whole(0, 480), 'number'),
    hourlyWageOre: cells.neededRead('wage', wageIn, 'money'),
    collectiveAgreement: cells.text('agreement'),
    positions: cells.read('positions', whole(1, 50), 'number'),
    demands: demandsOf(cells),
    danishLevel: cells.read('danish', level, 'level'),
    contactName: cells.text('contactName'),
    contactPhone: cells.read('contactPhone', phoneIn, 'phone'),
    fixedContact: cells.text('fixedContact'),
  };
}

/** Between 50 and 1,000 kroner: what lies outside is a monthly wage, or a comma that was lost. */
function wageIn(text: string): number | undefined {
  const ore = oreIn(text);
  return ore !== undefined && ore >= 5_000 && ore <= 100_000 ? ore : undefined;
}

function channelOf(cells: CellReader): Channel | undefined {
  const channel = cells.read('channel', channelIn, 'channel');
  if (channel === 'sms' && !cells.has('phone')) cells.fault('channel', 'channel-unreachable');
  if (channel === 'email' && !cells.has('email')) cells.fault('channel', 'channel-unreachable');
  return channel;
}

/** All three parts or none: half an address finds nobody. */
function addressOf(cells: CellReader, required = false): Address | undefined {
  const parts = ['street', 'postcode', 'town'] as const;
  if (!required && !parts.some((part) => cells.has(part))) return undefined;
  const street = cells.needed('street');
  const postcode = cells.neededRead('postcode', postcodeIn, 'postcode');
  const town = cells.needed('town', 100);
  return street === undefined || postcode === undefined || town === undefined
    ? undefined
    : { street, postcode, town };
}

function goalsOf(cells: CellReader): JobGoal[] {
  return [1, 2, 3].flatMap((rank) => {
    const goal = cells.read(`goal${rank}`, (text) => goalIn(text, rank), 'category');
    return goal ? [goal] : [];
  });
}

function reachOf(cells: CellReader): CitizenRow['reach'] {
  const reach: CitizenRow['reach'] = {};
  for (const mode of travelModes) {
    const minutes = cells.read(mode, whole(0, 180), 'number');
    if (minutes !== undefined) reach[mode] = minutes;
  }
  return reach;
}

function demandsOf(cells: CellReader): RowDemands {
  const liftKg = cells.read('lift', whole(0, 100), 'number');
  const standing = cells.read('standing', degreeIn, 'degree');
  const noise = cells.read('noise', degreeIn, 'degree');
  const peopleContact = cells.read('people', degreeIn, 'degree');
  return {
    ...(liftKg !== undefined && { liftKg }),
    ...(standing !== undefined && { standing }),
    ...(noise !== undefined && { noise }),
    ...(peopleContact !== undefined && { peopleContact }),
  };
}
