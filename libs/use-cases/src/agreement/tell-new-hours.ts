import { dayInWords, firstName, weekInWords, type Agreement, type Language, type LocalDate } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { orTellCompanyByHand } from '../message/company-by-hand.js';
import type { Correspondence } from '../message/correspondence.js';
import { found } from '../wiring/permissions.js';

/** Both sides get the new week in writing: nobody stands at a door on a day that has moved. */
export async function tellNewHours(
  unit: UnitOfWork,
  ids: Ids,
  correspondence: Correspondence,
  { id, citizenId, companyId, smallJobId, hours, unpaid }: Agreement,
  from: LocalDate,
): Promise<void> {
  const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
  const company = found(await unit.companies.find(companyId), 'company.not-found');
  const { title } = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
  const now = await unit.now();
  const contact = await contactFor(unit, smallJobId, now);
  const week = [...(hours.at(-1)?.paid ?? []), ...unpaid];
  const said = (language: Language) => ({
    ...contactInWords(contact),
    title,
    from: dayInWords(from, language),
    when: weekInWords(week, language),
  });
  const note = `Nye timer fra ${dayInWords(from)}`;
  const about = { subjectId: id, occasion: String(now.epochMilliseconds) };
  await correspondence.toCitizen(
    unit,
    citizen,
    contact,
    {
      template: 'hours-changed',
      data: { firstName: firstName(citizen), ...said(citizen.language) },
      ...about,
    },
    { kind: 'tell-citizen', smallJobId, note },
  );
  const data = { companyContact: firstName(company.contact), person: firstName(citizen), ...said('da') };
  const letter = { template: 'hours-changed-company' as const, data, ...about };
  const written = await correspondence.toCompany(unit, company, letter);
  await orTellCompanyByHand(unit, ids, written, contact, { citizenId, smallJobId, note });
}
