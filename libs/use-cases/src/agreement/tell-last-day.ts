import { dayInWords, firstName, type Agreement, type LocalDate, type SmallJob } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import type { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/** The citizen hears until when there is work, in writing or from the contact. `why`: it comes near, or is another day. */
export async function tellLastDay(
  unit: UnitOfWork,
  correspondence: Correspondence,
  { id: agreementId, citizenId }: Agreement,
  { id: smallJobId, title, endDate }: SmallJob,
  why: 'soon' | 'moved',
): Promise<void> {
  const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
  const now = await unit.now();
  const contact = await contactFor(unit, smallJobId, now);
  const lastDay = endDate ? dayInWords(endDate, citizen.language) : '';
  await correspondence.toCitizen(
    unit,
    citizen,
    contact,
    {
      template: 'last-day',
      data: {
        firstName: firstName(citizen),
        ...contactInWords(contact),
        title,
        why: endDate === null ? 'gone' : why,
        lastDay,
      },
      subjectId: agreementId,
      occasion: why === 'soon' ? dayKey(endDate) : `${now.epochMilliseconds}${dayKey(endDate)}`,
    },
    { kind: 'tell-citizen', smallJobId, note: lastDayNote(endDate) },
  );
}

/** How the key of such a message ends: old news is told from new by it. */
export const dayKey = (lastDay: LocalDate | null): string => `-until-${lastDay ?? 'further-notice'}`;

/** As it stands on somebody's list. */
export const lastDayNote = (lastDay: LocalDate | null): string =>
  lastDay ? `Jobbets sidste dag er ${dayInWords(lastDay)}` : 'Jobbet har ikke længere en sidste dag';
