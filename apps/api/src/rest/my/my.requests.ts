import {
  absenceSpans,
  declineReasons,
  laterMinutes,
  offerAnswers,
  shiftAnswers,
  type AbsenceSpan,
  type DeclineReason,
  type LaterMinutes,
  type OfferAnswer,
  type ShiftAnswer,
} from '#domain';
import { choosableFields, correctable, type ChoosableField, type Correctable } from '#use-cases';
import { flag, list, localDate, oneOf, text } from '../../http/fields/index.js';
import { contactLevels, languages, reminderDays } from '../citizens/citizens.requests.js';

export class MyShiftAnswerBody {
  @oneOf(shiftAnswers, { example: 'later' }) answer!: ShiftAnswer;
  @oneOf(laterMinutes, { optional: true, example: 30, description: 'Til later og on-the-way.' })
  minutes?: LaterMinutes;
  @oneOf(absenceSpans, { optional: true, example: 'today', description: 'Til cannot; ellers i dag.' })
  span?: AbsenceSpan;
}

export class MyOfferAnswerBody {
  @oneOf(offerAnswers, { example: 'yes' }) answer!: OfferAnswer;
  @oneOf(declineReasons, {
    optional: true,
    example: 'not-now',
    description: 'Kun til et nej, også bagefter.',
  })
  reason?: DeclineReason;
}

export class MyCardBody {
  @list(oneOf(choosableFields), { max: choosableFields.length, example: ['goals', 'hours'] })
  fields!: ChoosableField[];
}

export class MyMessagesBody {
  @flag({ example: true, description: 'Må kommunen skrive? Ellers ringer den.' }) allowed!: boolean;
}

export class MySettingsBody {
  @oneOf(contactLevels, { optional: true, example: 'normal' }) contactLevel?: 'low' | 'normal' | 'close';
  @oneOf(reminderDays, { optional: true, example: 'sunday', description: 'Hvornår en mandag nævnes.' })
  mondayReminder?: 'friday' | 'sunday';
  @oneOf(languages, { optional: true }) language?: 'da' | 'en';
}

export class CorrectionBody {
  @oneOf(correctable, { example: 'hours' }) about!: Correctable;
  @text({ max: 1000, multiline: true, example: 'Jeg kan først møde kl. 9' }) words!: string;
}

export class ComeBackBody {
  @localDate({ description: 'Fra den dag er vagterne med igen.' }) from!: string;
}
