import { heardWays, type HeardWay } from '#domain';
import { int, listOf, oneOf, text, uuid } from '../../http/fields/index.js';
import { timeOfAttendance } from '../shifts/time-of-attendance.js';

export class MonthCorrectionBody {
  @uuid() shiftId!: string;
  @timeOfAttendance({ example: '08:10' }) arrived!: string;
  @timeOfAttendance({ example: '12:00' }) left!: string;
  @int({ min: 0, max: 720, example: 15, optional: true, description: 'Vagtens pause, når intet er sagt.' })
  breakMinutes?: number;
}

export class ConfirmMonthBody {
  @text({
    max: 20_000,
    example: '6c7d8e9f0a2b-1x2y3z4',
    description: '`version` fra måneden, som den blev set.',
  })
  version!: string;
  @listOf(MonthCorrectionBody, { max: 1000, description: 'Kun det, der skal rettes; resten stemmer.' })
  corrections: MonthCorrectionBody[] = [];
  @oneOf(heardWays, {
    optional: true,
    example: 'phone',
    description: 'Hvordan firmaet sagde det, når en medarbejder skriver det ned; kun for kommunen.',
  })
  how?: HeardWay;
}
