import type { Weekday } from '#domain';
import {
  int,
  list,
  listOf,
  localDate,
  localTime,
  money,
  nested,
  partialOf,
  phone,
  pickOf,
  text,
  uuid,
  weekday,
} from '../../http/fields/index.js';
import { PageQuery } from '../../http/page.js';
import { ChangeDemandsBody, SmallJobShiftBody, WorkplaceBody } from '../small-jobs/small-job-parts.js';
import { changeable, PostSmallJobBody } from '../small-jobs/small-jobs.requests.js';

const SOME = { optional: true, nullable: true } as const;

class DraftContactBody {
  @text({ max: 200, example: 'Ali Demir' }) name!: string;
  @phone({ example: '+4575123456' }) phone!: string;
}

class AsPosted extends pickOf(PostSmallJobBody, [
  'startFlexibilityMinutes',
  'certificates',
  'accommodationsOffered',
  'danishLevel',
  'positions',
]) {}

export class RoughWeekBody {
  @list(weekday(), { max: 7 }) weekdays!: Weekday[];
  @localTime({ optional: true, example: '08:00' }) start?: string;
  @localTime({ optional: true, allow24: true, example: '11:00' }) end?: string;
}

/** Anything may be missing; null takes an answer back. */
export class PostingAnswersBody extends partialOf(AsPosted) {
  @text({ ...SOME, max: 300, example: 'vi skal have ryddet op på lageret hver morgen' }) sentence?:
    string | null;
  @text({ ...SOME, max: 300, example: 'Rydde op på lageret' }) title?: string | null;
  @text({ ...SOME, max: 60, example: 'oprydning', description: 'En kategori fra /categories.' })
  category?: string | null;
  @text({ ...SOME, max: 5000, multiline: true, example: 'Du samler pap og plast' }) description?:
    string | null;
  @nested(WorkplaceBody, SOME) workplace?: WorkplaceBody | null;
  @listOf(SmallJobShiftBody, { ...SOME, max: 50 }) weeklyShifts?: SmallJobShiftBody[] | null;
  @nested(RoughWeekBody, {
    ...SOME,
    description: 'Ugen, så vidt den er kendt; væk, når der er `weeklyShifts`.',
  })
  week?: RoughWeekBody | null;
  @localDate({ ...SOME, example: '2026-12-07' }) startDate?: string | null;
  @localDate({ ...SOME, example: '2027-12-31' }) endDate?: string | null;
  @money({ ...SOME, min: 1, example: 16_750 }) hourlyWageOre?: number | null;
  @text({ ...SOME, max: 300, example: 'Serviceoverenskomsten' }) collectiveAgreement?: string | null;
  @nested(ChangeDemandsBody, { ...SOME, description: 'Flettes med dem, der er.' })
  demands?: ChangeDemandsBody | null;
  @int({ ...SOME, min: 0, max: 37, example: 15 }) roomToGrowHours?: number | null;
  @nested(DraftContactBody, { ...SOME, description: 'Hvem tager imod?' })
  companyContact?: DraftContactBody | null;
  @uuid({ ...SOME, description: 'Hvem firmaet vil ringe til. Vælges aldrig af sig selv.' })
  fixedContactId?: string | null;
}

export class PostPostingDraftBody extends PostingAnswersBody {
  @uuid({ optional: true, description: 'For hvem; et firma begynder altid for sig selv.' })
  companyId?: string;
}

export class PatchPostingDraftBody extends PostingAnswersBody {
  @int({
    min: 1,
    max: 1_000_000,
    optional: true,
    example: 3,
    description:
      '`version` fra siden, der var åben. Det nyeste gælder; var der gemt imens, siger svaret det.',
  })
  seenVersion?: number;
}

export class PostingDraftQuery extends PageQuery {
  @uuid({ optional: true, description: 'Kun for kommunen; et firma ser sine egne.' }) companyId?: string;
}

export class SentenceBody {
  @text({ max: 300, example: 'vi skal have ryddet op på lageret hver morgen' }) sentence!: string;
}

/** A small job as far as it is known. */
export class FitBody extends partialOf(changeable) {
  @nested(ChangeDemandsBody, { optional: true }) demands?: ChangeDemandsBody;
  @uuid({ optional: true, description: 'For hvem; et firma spørger altid for sig selv.' }) companyId?: string;
}
