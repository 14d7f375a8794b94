import { citizensOf } from './citizens.js';
import { companiesOf } from './companies.js';
import type { DemoDay } from './demo-day.js';
import { onSamsoe } from './places.js';
import { firstContactsOf, smallJobsOf } from './small-jobs/index.js';
import { staffIdOf, staffOf } from './staff.js';
import { laddersOf, municipalityOf, type TownRows } from './town.js';

/** A second, small municipality: what one knows must never be seen by the other. */
export function samsoe(day: DemoDay): TownRows {
  const companies = companiesOf('samsoe', day);
  const brokers = Array.from({ length: 12 }, () => staffIdOf('samsoe', 'Karen'));
  const smallJobs = smallJobsOf('samsoe', companies, day);
  return {
    municipality: municipalityOf('samsoe'),
    staff: staffOf('samsoe'),
    ladders: laddersOf('samsoe', day.now),
    companies,
    closingDays: [],
    visits: [],
    smallJobs,
    contacts: firstContactsOf('samsoe', smallJobs),
    messages: [],
    citizens: citizensOf({ town: 'samsoe', count: brokers.length, areas: onSamsoe, companies, brokers }, day),
    matches: [],
    offers: [],
    agreements: [],
    shifts: [],
    tasks: [],
  };
}
