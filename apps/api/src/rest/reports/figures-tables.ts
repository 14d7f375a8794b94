import { localDateOf, localTimeOf, type LocalDate } from '#domain';
import type {
  AttendanceReport,
  CaseloadReport,
  ContactChangesReport,
  FiguresNow,
  ForgottenReport,
  HoursStanding,
  LatenessReport,
  MonitoringReport,
  PaidHoursReport,
  PeopleWithHours,
  PlacementsReport,
  RulesReport,
  SpreadReport,
  WaitingPage,
} from '#use-cases';
import { date, number, text, type Table } from '../../http/tables/table.js';
import {
  changeKindWords,
  changeReasonWords,
  fewWords,
  indicatorWords,
  loadMarkWords,
  measureWords,
} from '../../http/sentences/report-words.js';

type Made = { at: FiguresNow['at'] };

const madeAt = ({ at }: Made): string => `Tallene er fra den ${localDateOf(at)} kl. ${localTimeOf(at)}.`;
const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
const fileOf = (name: string, { at }: Made): string => `${name}-${localDateOf(at)}`;

export const paidHoursTable = (report: PaidHoursReport): Table => ({
  title: 'Timer pr. uge',
  file: fileOf('loentimer', report),
  columns: [
    date('Uge fra'),
    number('Lønnede minutter'),
    number('Lønnede timer'),
    number('Borgere med løntimer'),
    number('Ulønnede minutter'),
    number('Ulønnede timer'),
    number('Borgere med ulønnede timer'),
  ],
  rows: report.weeks.map((week) => [
    week.start,
    week.paidMinutes,
    hours(week.paidMinutes),
    week.paidPeople,
    week.unpaidMinutes,
    hours(week.unpaidMinutes),
    week.unpaidPeople,
  ]),
  notes: [
    madeAt(report),
    'Lønnede og ulønnede timer er aldrig lagt sammen.',
    'Kun vagter, der er slut, er med. Bekræftede minutter tæller; ellers det, der er sagt om komme og gå; ellers planen. Fravær tæller ikke.',
    'Den første og den sidste uge er kun med for de dage, der er spurgt om.',
  ],
});

export const attendanceTable = (report: AttendanceReport): Table => ({
  title: 'Fremmøde pr. måned',
  file: fileOf('fremmoede', report),
  columns: [
    text('Måned'),
    number('Kom til tiden'),
    number('Kom senere'),
    number('Ingen har sagt noget'),
    number('Meldte afbud'),
    number('Mødte ikke op'),
    number('Borgere'),
  ],
  rows: report.months.map(({ start, onTime, late, unknown, told, missed, people }) => [
    start.slice(0, 7),
    onTime,
    late,
    unknown,
    told,
    missed,
    people,
  ]),
  notes: [
    madeAt(report),
    'Vagter, der er slut og ikke aflyst. Tavshed er ikke fravær: "Mødte ikke op" står der kun, når et menneske har sagt det.',
  ],
});

export const contactChangesTable = (report: ContactChangesReport): Table => ({
  title: 'Skift af kontaktperson',
  file: fileOf('kontaktskift', report),
  columns: [date('Dag'), text('Borger'), text('Id'), text('Hvad'), text('Grund'), text('Slags')],
  rows: report.rows.map(({ change, citizen }) => [
    localDateOf(change.at),
    citizen.name,
    citizen.id,
    change.smallJobId === null ? 'Den, der følger borgeren' : 'Fast kontakt på småjobbet',
    changeReasonWords[change.reason],
    changeKindWords[change.kind],
  ]),
  notes: [
    madeAt(report),
    'Flere skift for samme borger på samme dag tæller som ét. At borgerens egen formidler tager over, tæller ikke: borgeren kender personen.',
    'Hvert skift hænger sammen med 22 % lavere chance for job (Rosholm m.fl. 2017, aktivitetsparate). Det er en sammenhæng, ikke et bevis for årsag.',
  ],
});

export const caseloadTable = (report: CaseloadReport): Table => ({
  title: 'Borgere pr. medarbejder',
  file: fileOf('borgere-pr-medarbejder', report),
  columns: [
    text('Medarbejder'),
    text('Rolle'),
    number('Borgere'),
    number('Mål'),
    number('Grænse'),
    text('Mærke'),
  ],
  rows: report.people.map(({ staff, citizens, mark }) => [
    staff.name,
    staff.role === 'leader' ? 'Leder' : 'Medarbejder',
    citizens,
    report.target,
    report.limit,
    loadMarkWords[mark],
  ]),
  notes: [
    madeAt(report),
    'Efter navn. Tallet er til at fordele arbejdet efter og siger intet om, hvor godt nogen arbejder.',
    `Borgere uden en medarbejder, der er her nu: ${report.withoutBroker}.`,
  ],
});

export const latenessTable = (report: LatenessReport): Table => ({
  title: 'Ventetid på hjælp',
  file: fileOf('ventetid-haster', report),
  columns: [
    text('Team'),
    number('Åbne nu'),
    number('Talt med'),
    number('Midterste, minutter'),
    number('Længste, minutter'),
  ],
  rows: [
    ['Alle', report.open, report.all.cases, report.all.medianMinutes, report.all.worstMinutes],
    ...report.teams.map((team) => [
      team.team ?? 'Øvrige',
      team.open,
      team.cases,
      team.medianMinutes,
      team.worstMinutes,
    ]),
  ],
  notes: [
    madeAt(report),
    `Fra sagen blev åbnet, til nogen tog den, eller til nu. De sidste ${report.days} dage og alt, der stadig er åbent. Det, der løste sig selv, er ikke med.`,
    'Per team og aldrig per medarbejder. Team med færre end tre står under "Øvrige".',
  ],
});

export const placementsTable = (report: PlacementsReport): Table => ({
  title: 'Ulønnede forløb',
  file: fileOf('uloennede-forloeb', report),
  columns: [
    text('Virksomhed'),
    number('Forløb med ulønnede timer'),
    number('Blev til løntimer'),
    number('Sluttede uden løn'),
    number('Ulønnede timer i alt'),
    text('Mærke'),
  ],
  rows: report.companies.map(
    ({ company, placements, becamePaid, endedUnpaid, unpaidMinutes, onlyUnpaid }) => [
      company.name,
      placements,
      becamePaid,
      endedUnpaid,
      hours(unpaidMinutes),
      onlyUnpaid ? 'Kun ulønnet' : '',
    ],
  ),
  notes: [
    madeAt(report),
    'Underskrevne aftaler med ulønnede timer. "Blev til løntimer": der er arbejdet mindst én lønnet vagt.',
    '"Kun ulønnet": to eller flere forløb, og ingen er blevet til løntimer.',
  ],
});

export const rulesTable = (report: RulesReport): Table => ({
  title: 'Det, der holder flest ude',
  file: fileOf('regler', report),
  columns: [text('Regel'), number('Siger nej til par'), number('Kun den siger nej')],
  rows: report.rules.map(({ name, pairs, alone }) => [name, pairs, alone]),
  notes: [
    madeAt(report),
    `Alle par af et åbent småjob (${report.smallJobs}) og en borger, der har sagt ja: ${report.pairs} par, og ${report.fitting} passer.`,
  ],
});

export const monitoringTable = (report: MonitoringReport): Table => ({
  title: 'Overvågning',
  file: fileOf('overvaagning', report),
  columns: [
    text('Indikator'),
    text('Opgjort'),
    text('Enhed'),
    ...report.years.map(({ year, isPart, to }) =>
      number(isPart ? `${year} (til ${shortDay(to)})` : String(year)),
    ),
    text('Kilde'),
  ],
  rows: report.rows.map(({ indicator, measure, unit, cells }) => [
    indicatorWords[indicator],
    measureWords[measure],
    unit === 'hours' ? 'timer' : 'borgere',
    ...cells.map(({ value, isSuppressed }) => (isSuppressed ? fewWords : value)),
    [...new Set(cells.flatMap(({ entered }) => (entered ? [sourceOf(entered)] : [])))].join('; ') ||
      'Fodfæste',
  ]),
  notes: [
    madeAt(report),
    report.municipality,
    'Tal om færre end fem borgere står som "under 5". Et tomt felt er et tal, ingen har skrevet ind.',
    'Opgjort den sidste dag (bestand) og i løbet af året (strøm) kan ikke lægges sammen.',
  ],
});

const sourceOf = ({ source, countedTo }: { source: string; countedTo: LocalDate }): string =>
  countedTo.endsWith('-12-31') ? source : `${source}, til ${shortDay(countedTo)} ${countedTo.slice(0, 4)}`;

const shortDay = (day: LocalDate): string => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`;

export const spreadTable = (report: SpreadReport): Table => ({
  title: 'Fordeling af første pladser',
  file: fileOf('fordeling-af-pladser', report),
  columns: [
    number('Styrke'),
    text('I brug'),
    number('Borgere, et job passer til'),
    number('På mindst én liste'),
    number('Dækning i procent'),
    number('Flest lister til én'),
    number('Gini'),
    number('Point i snit'),
    number('Point mistet'),
  ],
  rows: report.coverage.map((one) => [
    one.strength,
    one.strength === report.rules.strength ? 'ja' : '',
    one.eligible,
    one.shown,
    Math.round(one.coverage * 1000) / 10,
    one.mostLists,
    Math.round(one.gini * 1000) / 1000,
    Math.round(one.meanPoints * 100) / 100,
    Math.round(one.pointsLost * 100) / 100,
  ]),
  notes: [
    madeAt(report),
    `${report.smallJobs} åbne småjobs med ${report.rules.listLength} pladser på hver liste.`,
  ],
});

export const forgottenTables = {
  citizens: (report: ForgottenReport): Table => ({
    title: 'Ikke foreslået',
    file: 'ikke-foreslaaet-citizens',
    columns: [
      text('Borger'),
      text('Id'),
      text('Kontakt'),
      text('Sidst foreslået'),
      number('Dage'),
      number('Småjobs, der passer nu'),
      text('Står oftest i vejen'),
      number('Antal småjobs'),
    ],
    rows: report.citizens.map(({ citizen, broker, lastProposedAt, days, fittingSmallJobs, inTheWay }) => [
      citizen.name,
      citizen.id,
      broker ?? '',
      lastProposedAt ? localDateOf(lastProposedAt) : 'aldrig',
      days,
      fittingSmallJobs,
      inTheWay?.text ?? '',
      inTheWay?.smallJobs ?? null,
    ]),
    notes: [madeAt(report)],
  }),
  rules: (report: ForgottenReport): Table => ({
    title: 'Regler',
    file: 'ikke-foreslaaet-rules',
    columns: [
      text('Regel'),
      number('Kun den'),
      number('Hver gang'),
      text('Spørg om'),
      number('Så passer det til'),
      text('I en sætning'),
    ],
    rows: report.rules.map(({ name, only, always, help, text: words }) => [
      name,
      only,
      always,
      help?.text ?? '',
      help?.gained ?? null,
      words,
    ]),
    notes: [madeAt(report)],
  }),
  'always-declined': (report: ForgottenReport): Table => ({
    title: 'Altid et nej',
    file: 'ikke-foreslaaet-always-declined',
    columns: [
      text('Borger'),
      text('Id'),
      number('Foreslået'),
      number('Nej fra firmaer'),
      number('Nej fra borgeren'),
    ],
    rows: report.alwaysDeclined.map(({ citizen, proposed, byCompany, byCitizen }) => [
      citizen.name,
      citizen.id,
      proposed,
      byCompany,
      byCitizen,
    ]),
    notes: [madeAt(report)],
  }),
} as const;

export const waitingTable = (report: WaitingPage): Table => ({
  title: 'Venter længst',
  file: fileOf('venter', report),
  columns: [
    text('Borger'),
    text('Id'),
    text('Medarbejder'),
    number('Dage ventet'),
    number('Dage siden sidst foreslået eller aftalt'),
  ],
  rows: report.rows.map(({ citizen, broker, waitedDays, quietDays }) => [
    citizen.name,
    citizen.id,
    broker,
    waitedDays,
    quietDays,
  ]),
  notes: [
    madeAt(report),
    'Borgere, der har sagt ja, og som intet er i gang for: intet spørgsmål, tilbud eller aftale.',
  ],
});

const standingWords: Readonly<Record<HoursStanding, string>> = {
  reached: 'Har nået målet',
  coming: 'Når det med det planlagte',
  below: 'Under målet',
};

export const hoursGoalTable = (report: PeopleWithHours): Table => ({
  title: 'Løntimer pr. borger',
  file: fileOf(`loentimer-pr-borger-${report.month}`, report),
  columns: [
    text('Borger'),
    text('Id'),
    number('Løntimer indtil nu'),
    number('Planlagte løntimer'),
    number('Ulønnede timer'),
    text('Stand'),
  ],
  rows: report.rows.map((row) => [
    row.citizen.name,
    row.citizen.id,
    hours(row.paidMinutes),
    hours(row.plannedPaidMinutes),
    hours(row.unpaidMinutes),
    standingWords[row.standing],
  ]),
  notes: [
    madeAt(report),
    `Målet er ${report.goalHours} løntimer om måneden. Ulønnede timer tæller ikke med.`,
  ],
});

export const figuresTable = (figures: FiguresNow): Table => ({
  title: 'Tal nu',
  file: fileOf('tal', figures),
  columns: [text('Tal'), number('Værdi'), text('Enhed')],
  rows: [
    ['Åbne småjobs', figures.smallJobs.open, 'småjobs'],
    ['Besatte småjobs', figures.smallJobs.filled, 'småjobs'],
    ['Småjobs på pause', figures.smallJobs.paused, 'småjobs'],
    ['I løntimer nu', figures.peopleNow.paid, 'borgere'],
    [`Mindst ${figures.month.goalHours} løntimer i denne måned`, figures.month.people.reached, 'borgere'],
    ['Lønnet tid i denne måned', figures.month.paidMinutes, 'minutter'],
    ['Ulønnet tid i denne måned', figures.month.unpaidMinutes, 'minutter'],
    ['Åbne sager', figures.lateness.open, 'sager'],
    ['Ventetid på hjælp, midterste', figures.lateness.all.medianMinutes, 'minutter'],
    ['Ventetid på hjælp, længste', figures.lateness.all.worstMinutes, 'minutter'],
    ['Venter og har sagt ja', figures.waiting.citizens, 'borgere'],
    ['Af dem ikke foreslået i 30 dage', figures.waiting.forgotten, 'borgere'],
    ['Længste ventetid', figures.waiting.longestDays, 'dage'],
    ['Skift af kontaktperson, et år', figures.contactChanges.changes, 'skift'],
    ['Forløb med ulønnede timer', figures.placements.placements, 'forløb'],
    ['Af dem blevet til løntimer', figures.placements.becamePaid, 'forløb'],
  ],
  notes: [madeAt(figures), 'Lønnet og ulønnet tid er aldrig lagt sammen.'],
});
