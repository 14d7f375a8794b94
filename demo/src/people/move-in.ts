import { addDays, localDateOf } from '#domain';
import type { Transactor, UnitOfWork } from '#use-cases';
import { companyUsersOf } from './company-users.js';
import type { DemoDay } from './demo-day.js';
import { insertDutyList } from './duty-list.js';
import { earlierImport } from './on-the-desk.js';
import type { TownKey } from './phones.js';
import { planAhead } from './plan-ahead.js';
import { samsoe } from './samsoe.js';
import { teamsOf } from './staff.js';
import type { TownRows } from './town.js';
import { vejle } from './vejle.js';
import { beginDraft, wakeWaiting } from './waiting.js';

const towns: Record<TownKey, (day: DemoDay) => TownRows> = { vejle, samsoe };

/**
 * Everybody of one municipality, or nobody: one transaction. Rows are written as they are, without events and
 * messages, because none of this happens now.
 */
export async function moveIn(unit: UnitOfWork, transactor: Transactor, town: TownKey): Promise<void> {
  const day = await demoDay(unit);
  const rows = towns[town](day);
  await unit.teams.insertMany(teamsOf(town));
  await unit.staff.insertMany(rows.staff);
  await unit.ladders.insertMany(rows.ladders);
  await unit.companies.insertMany(rows.companies);
  await unit.companyUsers.insertMany(companyUsersOf(town, rows.companies));
  await unit.closingDays.insertMany(rows.closingDays);
  await unit.visits.insertMany(rows.visits);
  await unit.smallJobs.insertMany(rows.smallJobs);
  await unit.contacts.insertMany(rows.contacts);
  await unit.citizens.insertMany(rows.citizens);
  await unit.matches.insertMany(rows.matches);
  await unit.offers.insertMany(rows.offers);
  await unit.agreements.insertMany(rows.agreements);
  await unit.shifts.insertMany(rows.shifts);
  await unit.messages.insertMany(rows.messages);
  await unit.tasks.insertMany(rows.tasks);
  if (town === 'vejle') {
    await insertDutyList(unit, day);
    await unit.imports.insert(earlierImport(day));
    await beginDraft(unit, transactor);
    await wakeWaiting(unit);
  }
  await planAhead(unit, transactor);
}

async function demoDay(unit: UnitOfWork): Promise<DemoDay> {
  const now = await unit.now();
  const today = localDateOf(now);
  return { now, today, holidays: await unit.holidays(addDays(today, -365), addDays(today, 365)) };
}
