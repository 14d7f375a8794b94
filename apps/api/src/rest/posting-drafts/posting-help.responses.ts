import { fitBands, fromSentence, type SentenceReading } from '#domain';
import type { CallableContact, FitEstimate } from '#use-cases';
import {
  flag,
  int,
  list,
  listOf,
  localTime,
  nested,
  oneOf,
  phone,
  pickOf,
  slug,
  text,
  uuid,
  weekday,
} from '../../http/fields/index.js';
import { SmallJobChangeResponse, toSmallJobChange } from '../rankings/ranking-parts.js';
import { ChangeDemandsBody, SmallJobShiftBody } from '../small-jobs/small-job-parts.js';

export class UnderstoodResponse {
  @oneOf(['category', 'weekdays', 'start', 'end', 'minutes', 'demands', 'positions']) what!: string;
  @oneOf(['said', 'guessed'], { example: 'said', description: 'guessed: vores forslag, som skal ses efter.' })
  how!: string;
  @text({ min: 0, max: 300, example: 'hver morgen' }) words!: string;
}

class SlotResponse extends pickOf(SmallJobShiftBody, ['weekday', 'start', 'end']) {}

export class SentenceResponse {
  @text({ max: 80, nullable: true, example: 'Rydde op på lageret' }) title!: string | null;
  @slug({ nullable: true, example: 'oprydning' }) category!: string | null;
  @list(weekday()) weekdays!: number[];
  @localTime({ nullable: true, example: '08:00' }) start!: string | null;
  @localTime({ nullable: true, allow24: true, example: '10:00' }) end!: string | null;
  @int({ min: 1, max: 1440, nullable: true, example: 120 }) minutesPerDay!: number | null;
  @listOf(SlotResponse) weeklyShifts!: SlotResponse[];
  @nested(ChangeDemandsBody) demands!: ChangeDemandsBody;
  @int({ min: 1, max: 20, nullable: true, example: 1 }) positions!: number | null;
  @flag({ example: false, description: 'Hver anden uge kan ikke planlægges; tal med kommunen.' })
  everyOtherWeek!: boolean;
  @listOf(UnderstoodResponse) understood!: UnderstoodResponse[];
}

export const toSentence = (sentence: string): SentenceResponse => shown(fromSentence(sentence));

const shown = (read: SentenceReading): SentenceResponse => ({
  title: read.title,
  category: read.category,
  weekdays: read.weekdays,
  start: read.start,
  end: read.end,
  minutesPerDay: read.minutesPerDay,
  weeklyShifts: read.weeklyShifts.map(({ weekday: day, start, end }) => ({ weekday: day, start, end })),
  demands: { ...read.demands },
  positions: read.positions,
  everyOtherWeek: read.everyOtherWeek,
  understood: read.understood.map(({ what, how, words }) => ({ what, how, words })),
});

const band = (): PropertyDecorator =>
  oneOf(fitBands, { example: 'few', description: 'none: ingen endnu, few: få, many: flere. Aldrig et tal.' });

export class FitChangeResponse {
  @nested(SmallJobChangeResponse, { description: 'Kan sendes til PATCH, som det er.' })
  change!: SmallJobChangeResponse;
  @text({ max: 500, example: 'start kl. 9' }) text!: string;
  @band() band!: string;
}

export class FitResponse {
  @band() band!: string;
  @listOf(FitChangeResponse, { description: 'De mindste ændringer, der fører til flere.' })
  changes!: FitChangeResponse[];
  @list(text({ example: 'startDate' }), {
    description: 'Det, der ikke er svaret endnu, regnet som det plejer.',
  })
  assumed!: string[];
}

export const toFit = ({ band: now, changes, assumed }: FitEstimate): FitResponse => ({
  band: now,
  changes: changes.map(({ change, text: words, band: after }) => ({
    change: toSmallJobChange(change),
    text: words,
    band: after,
  })),
  assumed,
});

export class ContactHoursResponse {
  @list(weekday()) weekdays!: number[];
  @localTime({ example: '08:00' }) from!: string;
  @localTime({ allow24: true, example: '15:30' }) to!: string;
}

export class CallableContactResponse {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @phone({ example: '+4520123456' }) phone!: string;
  @nested(ContactHoursResponse) contactHours!: ContactHoursResponse;
  @flag({ example: true, description: 'Har været firmaets kontakt før eller besøgt det.' })
  knowsCompany!: boolean;
}

export const toCallableContact = ({ staff, knowsCompany }: CallableContact): CallableContactResponse => ({
  id: staff.id,
  name: staff.name,
  phone: staff.phone!,
  contactHours: {
    weekdays: staff.contactHours.weekdays,
    from: staff.contactHours.from,
    to: staff.contactHours.to,
  },
  knowsCompany,
});
