import {
  rateGroups,
  travelModes,
  type Address,
  type CitizenBenefit,
  type Citizen,
  type Channel,
  type ContactLevel,
  type DanishLevel,
  type Degree,
  type Entity,
  type Language,
  type LocalTime,
  type Position,
  type RateGroup,
  type TimeWindow,
  type TravelMode,
  type Weekday,
} from '#domain';
import { positionOfTown, type CitizenInput } from '#use-cases';
import {
  email,
  int,
  list,
  listOf,
  number,
  oneOf,
  phone,
  slug,
  text,
  uuid,
} from '../../../http/fields/index.js';
import { ShapeError, type Fault } from '../../../http/shape-error.js';
import { clockTime, day, kroner, seenMark, tick } from '../../frame/form/index.js';

export const channels: readonly Channel[] = ['sms', 'email', 'call', 'letter', 'in-person'];
export const contactLevels: readonly ContactLevel[] = ['low', 'normal', 'close'];
export const languages: readonly Language[] = ['da', 'en'];
export const reminderDays = ['friday', 'sunday'] as const;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
/** So many are asked for; more may stand there already. */
export const GOALS = 4;
const MOST_GOALS = 20;
const degrees: readonly Degree[] = [0, 1, 2];
const levels: readonly DanishLevel[] = [0, 1, 2, 3, 4, 5];

class GoalRow {
  @slug({ example: 'lager' }) slags!: string;
  @text({ max: 1000, multiline: true, optional: true, example: 'Jeg vil gerne bruge kroppen' }) ord?: string;
}

/** The form of a citizen, as people fill it in. There is no field for a diagnosis and never will be (R45). */
export class CitizenForm {
  @text({ example: 'Jonas Hansen' }) navn!: string;
  @phone({ optional: true, example: '+4530123456' }) telefon?: string;
  @email({ optional: true, example: 'jonas@borger.example' }) mail?: string;
  @oneOf(channels) kanal!: Channel;
  @tick() delt!: boolean;
  @oneOf(languages) sprog!: Language;
  @text({ optional: true, example: 'Havnegade 12' }) gade?: string;
  @text({ optional: true, max: 10, example: '7100' }) postnr?: string;
  @text({ optional: true, example: 'Vejle' }) by?: string;
  @tick() beskyttet!: boolean;
  @text({ optional: true, max: 11, example: '010180-1234' }) cpr?: string;
  @listOf(GoalRow, { max: MOST_GOALS, optional: true }) maal: GoalRow[] = [];
  @text({ max: 2000, multiline: true, optional: true, example: 'At køre truck en dag' }) droem?: string;
  @tick() ja!: boolean;
  @number({ min: 0, max: 168, example: 5 }) mindst!: number;
  @number({ min: 0, max: 168, example: 15 }) hoejst!: number;
  @number({ min: 0, max: 168, example: 12 }) helst!: number;
  @day({ example: '2026-12-01' }) klar!: string;
  @int({ min: 0, max: 1440, optional: true, example: 20 }) walk?: number;
  @int({ min: 0, max: 1440, optional: true, example: 30 }) bike?: number;
  @int({ min: 0, max: 1440, optional: true, example: 45 }) bus?: number;
  @int({ min: 0, max: 1440, optional: true, example: 30 }) car?: number;
  @number({ min: 0, max: 200, example: 10 }) loeft!: number;
  @oneOf(degrees) staa!: Degree;
  @oneOf(degrees) larm!: Degree;
  @oneOf(degrees) mennesker!: Degree;
  @list(slug({ example: 'stairs' }), { max: 50, optional: true }) andet: string[] = [];
  @oneOf(levels) dansk!: DanishLevel;
  @list(slug({ example: 'truck' }), { max: 50, optional: true }) beviser: string[] = [];
  @list(slug({ example: 'fixed-buddy' }), { max: 50, optional: true }) hensyn: string[] = [];
  @uuid({ optional: true }) kontakt?: string;
  @oneOf(contactLevels) niveau!: ContactLevel;
  @oneOf(reminderDays) mandag!: 'friday' | 'sunday';
  @list(uuid(), { max: 500, optional: true }) nej: string[] = [];
  @uuid({ optional: true }) nejFlere?: string;
  @list(uuid(), { max: 500, optional: true }) praktik: string[] = [];
  @uuid({ optional: true }) praktikFlere?: string;
  @oneOf(['none', ...rateGroups]) sats!: 'none' | RateGroup;
  @kroner({ optional: true, example: 1_334_500 }) ydelse?: number;
  @tick() folkekirke!: boolean;
  @kroner({ optional: true, example: 0 }) frikort?: number;
  @text({ optional: true, example: 'Hanne Bro' }) setAf?: string;
  @day({ optional: true }) setDen?: string;
}

type OwnTimes = { [Field in `${'fra' | 'til'}${Weekday}`]?: LocalTime };
/** Times of each day: `fra1` to `til7`. */
for (const weekday of weekdays) {
  clockTime({ optional: true })(CitizenForm.prototype, `fra${weekday}`);
  clockTime({ optional: true, allow24: true })(CitizenForm.prototype, `til${weekday}`);
}

/** What a form says of a citizen; `position` is absent when nobody knows where the town is. */
export type CitizenFormInput = Omit<
  Citizen,
  | keyof Entity
  | 'position'
  | 'reach'
  | 'triedJobs'
  | 'brokerId'
  | 'cprSealed'
  | 'phoneVerifiedAt'
  | 'waitingSince'
  | 'address'
> & { position: Position | undefined; address: Address | null };

/** What is saved, from what was filled in. */
export function inputOf(form: CitizenForm, before?: Omit<Citizen, 'cprSealed'>): CitizenFormInput {
  const { address, position } = placeOf(form, before);
  return {
    name: form.navn,
    preferredChannel: form.kanal,
    sharedPhone: form.delt,
    language: form.sprog,
    protectedAddress: form.beskyttet,
    position,
    jobGoals: form.maal.map(({ slags, ord }, at) => ({ category: slags, rank: at + 1, ownWords: ord ?? '' })),
    hours: { min: form.mindst, max: form.hoejst, wish: form.helst },
    windows: windowsOf(form, before),
    limits: {
      liftKg: form.loeft,
      standing: form.staa,
      noise: form.larm,
      peopleContact: form.mennesker,
      other: form.andet,
    },
    danishLevel: form.dansk,
    certificates: form.beviser,
    needs: form.hensyn,
    ruledOutCompanyIds: added(form.nej, form.nejFlere),
    placementUsedCompanyIds: added(form.praktik, form.praktikFlere),
    saidYes: form.ja,
    availableFrom: form.klar,
    contactLevel: form.niveau,
    mondayReminder: form.mandag,
    phone: form.telefon ?? null,
    email: form.mail ?? null,
    address,
    dream: form.droem ?? null,
    benefit: benefitOf(form),
  };
}

/** Whoever stands there without an address, as from another system, keeps the place that is known. */
function placeOf(
  { gade = '', postnr = '', by }: CitizenForm,
  before: Pick<Citizen, 'address' | 'position'> | undefined,
): { address: Address | null; position: Position | undefined } {
  if (by === undefined) {
    const isUnchanged = before?.address === null && gade === '' && postnr === '';
    return { address: null, position: isUnchanged ? before.position : undefined };
  }
  const address = { street: gade, postcode: postnr, town: by };
  const sameTown = before?.address?.town === by && before.address.postcode === postnr;
  return { address, position: sameTown ? before.position : positionOfTown(address) };
}

/** A new record has no nulls: what was not said is absent. */
export function asNew(
  input: CitizenFormInput & { position: Citizen['position'] },
  form: CitizenForm,
): CitizenInput {
  const { phone: tel, email: mail, address, dream, benefit, placementUsedCompanyIds: _, ...rest } = input;
  return {
    ...rest,
    reach: reachOf(form),
    ...(tel !== null && { phone: tel }),
    ...(mail !== null && { email: mail }),
    ...(address !== null && { address }),
    ...(dream !== null && { dream }),
    ...(benefit !== null && { benefit }),
    ...(form.kontakt !== undefined && { brokerId: form.kontakt }),
  };
}

function reachOf(form: CitizenForm): Citizen['reach'] {
  const reach: Citizen['reach'] = {};
  for (const mode of travelModes) if (form[mode] !== undefined) reach[mode] = form[mode];
  return reach;
}

/** A way of travel that was left empty is not used any more. */
export const changedReachOf = (form: CitizenForm): Record<TravelMode, number | null> => ({
  walk: form.walk ?? null,
  bike: form.bike ?? null,
  bus: form.bus ?? null,
  car: form.car ?? null,
});

/** More times of one day than the form has room for: they stand beside it, and stay as long as the day does. */
export const moreTimesOf = (citizen: Pick<Citizen, 'windows'> | undefined, weekday: Weekday): TimeWindow[] =>
  (citizen?.windows ?? []).filter((window) => window.weekday === weekday).slice(1);

/** @throws ShapeError for a day with one of its two times */
function windowsOf(form: CitizenForm, before: Pick<Citizen, 'windows'> | undefined): TimeWindow[] {
  const times = form as CitizenForm & OwnTimes;
  const faults: Fault[] = [];
  const windows = weekdays.flatMap((weekday) => {
    const [from, to] = [times[`fra${weekday}`], times[`til${weekday}`]];
    if (from === undefined && to === undefined) return [];
    if (from !== undefined && to !== undefined)
      return [{ weekday, from, to }, ...moreTimesOf(before, weekday)];
    faults.push({ path: `${from === undefined ? 'fra' : 'til'}${weekday}`, text: MISSING });
    return [];
  });
  if (faults.length > 0) throw new ShapeError(faults);
  return windows;
}
const MISSING = { da: 'mangler', en: 'is missing' };

const added = (ids: readonly string[], more: string | undefined): string[] => [
  ...new Set(more === undefined ? ids : [...ids, more]),
];

function benefitOf(form: CitizenForm): CitizenBenefit | null {
  if (form.sats === 'none' || form.ydelse === undefined) return null;
  return {
    rate: form.sats,
    benefitBeforeOre: form.ydelse,
    churchMember: form.folkekirke,
    ...(form.frikort !== undefined && { freeCardLeftOre: form.frikort }),
    ...(form.setAf !== undefined && { confirmedBy: form.setAf }),
    ...(form.setDen !== undefined && { confirmedAt: form.setDen }),
  };
}

/** Of what the form would write over. Who follows the citizen, and what happens at work, changes beside it. */
export function markOfRecord(citizen: Omit<Citizen, 'cprSealed'>): string {
  const {
    brokerId: _,
    triedJobs: _tried,
    phoneVerifiedAt: _verified,
    waitingSince: _since,
    ...record
  } = citizen;
  return seenMark(record);
}
