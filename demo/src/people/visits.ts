import { addDays, type ClosingDays, type CompanyVisit, type LocalDate, type SmallJob } from '#domain';
import { companyIdOf } from './companies.js';
import { daysBefore, type DemoDay } from './demo-day.js';
import { demoId } from './demo-ids.js';
import { staffIdOf } from './staff.js';
import { municipalityId } from './town.js';

interface VisitPlan {
  at: string;
  by: string;
  daysAgo: number;
  seen: { bottleneck: string; whoIsHeldUp: string; minutesPerWeek: number; idea: string; became?: string }[];
}

/** What somebody noticed on a tour of the place: where jobs that nobody advertised come from (R61). */
const plans: VisitPlan[] = [
  {
    at: 'frugt',
    by: 'Mette',
    daysAgo: 145,
    seen: [
      {
        bottleneck: 'Tomme kasser står i vejen, og chaufføren må ned af trucken',
        whoIsHeldUp: 'Truckføreren',
        minutesPerWeek: 600,
        idea: 'En fast person samler og stabler kasser tre formiddage',
        became: 'Tomme kasser på frugtlageret',
      },
      {
        bottleneck: 'Paller med blandet frugt bliver stående til om eftermiddagen',
        whoIsHeldUp: 'Pakkeriet',
        minutesPerWeek: 180,
        idea: 'Sortering to timer om dagen',
      },
    ],
  },
  {
    at: 'kontor',
    by: 'Sofie',
    daysAgo: 80,
    seen: [
      {
        bottleneck: 'Bordene er ikke ryddet, når næste hold skal bruge rummet',
        whoIsHeldUp: 'Receptionen',
        minutesPerWeek: 450,
        idea: 'Halvanden time hver dag efter frokost',
        became: 'Rydde af efter frokost',
      },
    ],
  },
  {
    at: 'metal',
    by: 'Thomas',
    daysAgo: 12,
    seen: [
      {
        bottleneck: 'Smedene fejer selv og henter selv rør',
        whoIsHeldUp: 'To smede',
        minutesPerWeek: 240,
        idea: 'En hånd til at hente og feje sidst på dagen',
      },
    ],
  },
];

export const visitsIn = (smallJobs: readonly SmallJob[], day: DemoDay): CompanyVisit[] =>
  plans.map(({ at, by, daysAgo, seen }, place) => ({
    id: demoId('vejle visit', place + 1),
    municipalityId: municipalityId('vejle'),
    companyId: companyIdOf('vejle', at),
    on: addDays(day.today, -daysAgo),
    observations: seen.map(({ became, ...observation }) => ({
      ...observation,
      smallJobId: smallJobs.find(({ title }) => title === became)?.id ?? null,
    })),
    byStaffId: staffIdOf('vejle', by),
    createdAt: daysBefore(day.today, daysAgo, '13:30'),
  }));

/** The office house is shut for a week in a month's time: shifts stay out of it. */
export function closingDaysIn(day: DemoDay): ClosingDays[] {
  const from: LocalDate = addDays(day.today, 30);
  return [
    {
      id: demoId('vejle closing days', 1),
      municipalityId: municipalityId('vejle'),
      companyId: companyIdOf('vejle', 'kontor'),
      from,
      to: addDays(from, 6),
      reason: 'Lokalerne bliver malet',
      cancelledShiftIds: [],
    },
  ];
}
