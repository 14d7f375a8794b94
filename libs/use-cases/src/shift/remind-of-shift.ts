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
  type Agreement,
  type Citizen,
  type LocalDate,
  type Shift,
  type SmallJob,
  type Temporal,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { reminderAt } from './schedule-shift.js';

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
  static readonly needs = [Transactor, Correspondence, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, shiftId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const shift = await unit.shifts.lock(shiftId);
      const now = await unit.now();
      if (shift?.state !== 'planned' || !isBefore(now, shift.startsAt)) return;
      // Asked for twice, somebody has it on the list once.
      if (await unit.tasks.first({ kind: 'remind-shift', shiftId, doneAt: { isNull: true } })) return;
      const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
      const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
      const agreement = found(await unit.agreements.find(shift.agreementId), 'agreement.not-found');
      const contact = await contactFor(unit, smallJob.id, now);
      if (await isMissedEvening(unit, shift, agreement, citizen, now)) {
        const note = 'Påmindelsen gik ikke i går. Ring i stedet.';
        const about = { staffId: contact.id, citizenId: citizen.id, shiftId, smallJobId: smallJob.id };
        await openTask(unit, this.ids, { kind: 'remind-shift', ...about, note, dueAt: now });
        return;
      }
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

/**
 * The evening has gone by without us (an outage), and now it is the day itself: an SMS may be read too late, a call is
 * not. Not so for a shift that was agreed or moved since, which is told of at once.
 */
async function isMissedEvening(
  unit: UnitOfWork,
  shift: Shift,
  { signedAt }: Agreement,
  { mondayReminder }: Citizen,
  now: Temporal.Instant,
): Promise<boolean> {
  if (localDateOf(now) !== shift.date) return false;
  const { at } = (await unit.municipality()).settings.shiftReminder;
  const evening = reminderAt(shift, mondayReminder, at);
  if (signedAt === null || !isBefore(signedAt, evening)) return false;
  const [moved] = await unit.happenings({ subjectIds: [shift.id], types: ['ShiftMoved'], limit: 1 });
  return !moved || isBefore(moved.at, evening);
}
