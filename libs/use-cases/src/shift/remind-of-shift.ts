import {
  addDays,
  dayInWords,
  firstName,
  isBefore,
  linkEndsAt,
  localDateOf,
  timeInWords,
  weekdayName,
  weekdayOf,
  type LocalDate,
  type Shift,
  type SmallJob,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/** "i morgen, fredag", as one would say it the evening before; the whole date when it is further away. */
function reminderDay(date: LocalDate, today: LocalDate, language: 'da' | 'en'): string {
  const [now, next] = language === 'da' ? (['i dag', 'i morgen'] as const) : (['today', 'tomorrow'] as const);
  if (date === today) return now;
  return date === addDays(today, 1)
    ? `${next}, ${weekdayName(weekdayOf(date), language)}`
    : dayInWords(date, language);
}

/** Day, time and place of a shift, as messages say them. */
export const shiftInWords = (
  shift: Shift,
  smallJob: SmallJob,
  language: 'da' | 'en',
): { day: string; time: string; workplace: string } => ({
  day: dayInWords(shift.date, language),
  time: timeInWords(shift.start),
  workplace: `${smallJob.workplace.street}, ${smallJob.workplace.town}`,
});

/** The evening before: time, place, contact, and the ring-aftale in the citizen's own words. */
export class RemindOfShift {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, shiftId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const shift = await unit.shifts.lock(shiftId);
      const now = await unit.now();
      if (shift?.state !== 'planned' || !isBefore(now, shift.startsAt)) return;
      const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
      const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
      const agreement = found(await unit.agreements.find(shift.agreementId), 'agreement.not-found');
      const contact = await contactFor(unit, smallJob.id, now);
      const leavesAt = await this.correspondence.leavesAt(unit);
      await this.correspondence.toCitizen(
        unit,
        citizen,
        contact,
        {
          template: 'shift-reminder',
          data: {
            firstName: firstName(citizen),
            ...contactInWords(contact),
            ...shiftInWords(shift, smallJob, citizen.language),
            day: reminderDay(shift.date, localDateOf(leavesAt), citizen.language),
            callAgreement: agreement.callAgreement ?? '',
          },
          question: 'shift',
          subjectId: shiftId,
          linkPurpose: 'shift',
          linkTo: { subjectId: shiftId, endsAt: linkEndsAt(shift) },
          occasion: shift.startsAt.toString(),
        },
        { kind: 'remind-shift', shiftId, smallJobId: smallJob.id },
      );
    });
  }
}
