import { smallJobStates, type DanishLevel, type SmallJobStatus } from '#domain';
import {
  flag,
  int,
  listOf,
  localDate,
  money,
  nested,
  oneOf,
  partialOf,
  pickOf,
  slug,
  text,
  uuid,
} from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import {
  ChangeDemandsBody,
  CompanyPersonBody,
  danishLevel,
  DemandsBody,
  names,
  SmallJobShiftBody,
  WorkplaceBody,
} from './small-job-parts.js';

export class PostSmallJobBody {
  @uuid() companyId!: string;
  @text({ max: 300, example: 'Fjerne tomme kasser' }) title!: string;
  @slug({ example: 'lager', description: 'En kategori fra /categories.' }) category!: string;
  @text({ max: 5000, multiline: true, example: 'Du samler tomme kasser op, så trucken kan køre' })
  description!: string;
  @nested(WorkplaceBody) workplace!: WorkplaceBody;
  @listOf(SmallJobShiftBody, { min: 1, max: 50 }) weeklyShifts!: SmallJobShiftBody[];
  @localDate({ example: '2026-12-07' }) startDate!: string;
  @localDate({ example: '2027-12-31', optional: true, nullable: true }) endDate?: string | null;
  @int({ min: 0, max: 1440, example: 60, description: 'Så meget senere er også fint.' })
  startFlexibilityMinutes!: number;
  @money({ min: 1, example: 15_845 }) hourlyWageOre!: number;
  @text({ max: 300, optional: true, nullable: true, example: 'Fællesoverenskomsten' })
  collectiveAgreement?: string | null;
  @nested(DemandsBody) demands!: DemandsBody;
  @danishLevel(1) danishLevel!: DanishLevel;
  @names('truck') certificates: string[] = [];
  @names('fixed-buddy') accommodationsOffered: string[] = [];
  @int({ min: 1, max: 1000, example: 2 }) positions!: number;
  @int({
    min: 0,
    max: 37,
    example: 20,
    optional: true,
    nullable: true,
    description: 'Timer om ugen, det kan vokse til.',
  })
  roomToGrowHours?: number | null;
  @nested(CompanyPersonBody, { description: 'Hvem tager imod?' }) companyContact!: CompanyPersonBody;
  @uuid({
    optional: true,
    description: 'Kommunens ene person, som begge kan ringe til. Vælges aldrig af sig selv.',
  })
  fixedContactId?: string;
  @flag({
    optional: true,
    example: false,
    description: 'Timer uden vagt hos kommunen, sagt åbent til begge.',
  })
  withoutDuty?: boolean;
}

/** All but whose it is and what it demands. */
export const changeable = pickOf(PostSmallJobBody, [
  'title',
  'category',
  'description',
  'workplace',
  'weeklyShifts',
  'startDate',
  'endDate',
  'startFlexibilityMinutes',
  'hourlyWageOre',
  'collectiveAgreement',
  'danishLevel',
  'certificates',
  'accommodationsOffered',
  'positions',
  'roomToGrowHours',
  'companyContact',
  'fixedContactId',
  'withoutDuty',
]);

/** As a what-if of `/openings` stands in `change`. */
export class ChangeSmallJobBody extends partialOf(changeable) {
  @nested(ChangeDemandsBody, { optional: true, description: 'Flettes med dem, der er.' })
  demands?: ChangeDemandsBody;
}

export class CloseSmallJobBody {
  @text({ max: 1000, example: 'Opgaven er løst' }) reason!: string;
}

export class SmallJobQuery extends PageQuery {
  @oneOf(smallJobStates.states, { optional: true, example: 'open' }) status?: SmallJobStatus;
  @uuid({ optional: true }) companyId?: string;
}
