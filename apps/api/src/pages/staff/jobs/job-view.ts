import {
  conditionInWords,
  certificateInWords,
  accommodationInWords,
  danishLevelNames,
  dayInWords,
  findCategory,
  instantInWords,
  kronerInWords,
  localDateOf,
  oneLine,
  phoneInPairs,
  weekInWords,
  type SmallJob,
} from '#domain';
import type { JobDesk, PersonOnJob } from '#use-cases';
import {
  FormView,
  noFaults,
  type ErrorSummaryView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { postingWarning } from '../../../http/sentences/posting-warning.js';
import { page } from '../../frame/page.js';
import { jobsWords as w } from '../../words/desk-jobs.js';
import { rankingWords } from '../../words/desk-ranking.js';
import { citizenPath, jobPath, matchPath, rankingPath } from '../ranking/addresses.js';
import { factLine, weeklyHours } from '../ranking/job-facts.js';
import type { TimelineView } from '../timeline/timeline-view.js';
import { contactView, type ContactView } from './contact-view.js';
import { actsView, type ActsView } from './acts-view.js';

export interface JobView {
  errors: ErrorSummaryView | null;
  heading: string;
  state: string;
  lines: string[];
  ranking: { href: string; label: string } | null;
  links: { href: string; label: string }[];
  factsLabel: string;
  facts: { label: string; lines: string[] }[];
  company: { label: string; href: string; name: string; call: { href: string; label: string } | null };
  peopleLabel: string;
  people: PersonRow[];
  nobody: string;
  callWhom: ContactView;
  acts: ActsView;
  timelineLabel: string;
  timeline: TimelineView;
  journal: { id: string; label: string; text: string };
}

interface PersonRow {
  name: string;
  href: string;
  state: string;
  links: { href: string; label: string }[];
}

export const jobPage = page<JobView>('staff/jobs/job');

export interface JobToShow {
  desk: JobDesk;
  timeline: TimelineView;
  typed?: Typed;
  faults?: Faults;
}

export function jobView({ desk, timeline, typed = {}, faults = noFaults }: JobToShow): JobView {
  const { smallJob: job, company, people } = desk;
  const f = new FormView('da', typed, faults);
  const callWhom = contactView(desk, f, faults);
  const acts = actsView(desk, f, faults);
  return {
    errors: f.errors(),
    heading: job.title,
    state: w.status[job.status],
    lines: linesOf(desk),
    ranking:
      job.status === 'closed' || job.status === 'draft'
        ? null
        : { href: rankingPath(job.id), label: w.ranking },
    links: job.status === 'closed' ? [] : [{ href: `${jobPath(job.id)}/ret`, label: w.change }],
    factsLabel: w.facts,
    facts: factsOf(job),
    company: {
      label: w.atCompany,
      href: `/kommune/virksomheder/${company.id}`,
      name: company.name,
      call: {
        href: `tel:${job.companyContact.phone}`,
        label: `${rankingWords.call} ${job.companyContact.name} ${phoneInPairs(job.companyContact.phone)}`,
      },
    },
    peopleLabel: w.people,
    people: people.map(personRow),
    nobody: people.length === 0 ? w.nobody : '',
    callWhom,
    acts,
    timelineLabel: w.timeline,
    timeline,
    journal: { id: 'journal-job', label: w.journal, text: journalOf(desk) },
  };
}

function linesOf({ smallJob: job, now, warnings }: JobDesk): string[] {
  const { status, closeReason, ownerAskedAt, startDate, withoutDuty, seatsTaken } = job;
  const isLate =
    (status === 'open' || status === 'draft') && seatsTaken === 0 && startDate < localDateOf(now);
  return [
    ...(status === 'closed' && closeReason ? [w.closedBecause(closeReason)] : []),
    ...(ownerAskedAt ? [w.ownerAskedLine(job.companyContact.name, instantInWords(ownerAskedAt))] : []),
    ...(isLate ? [w.startPassed] : []),
    ...(withoutDuty ? [w.withoutDuty] : []),
    ...(status === 'closed' ? [] : warnings.map(postingWarning)),
  ];
}

function factsOf(job: SmallJob): JobView['facts'] {
  const { demands, description, title, collectiveAgreement, endDate, startFlexibilityMinutes: late } = job;
  const hours = `${weeklyHours(job)} om ugen`;
  return [
    { label: w.what, lines: [categoryOf(job), ...(description === title ? [] : [description])] },
    {
      label: w.when,
      lines: [
        `${weekInWords(job.weeklyShifts)} · ${hours}`,
        `Fra ${dayInWords(job.startDate)}${endDate ? ` til ${dayInWords(endDate)}` : ''}`,
        ...(late > 0 ? [`Op til ${late} minutter senere er også fint`] : []),
      ],
    },
    { label: w.where, lines: [oneLine(job.workplace)] },
    {
      label: w.pay,
      lines: [
        `${kronerInWords(job.hourlyWageOre)} i timen`,
        ...(collectiveAgreement ? [collectiveAgreement] : []),
      ],
    },
    {
      label: w.work,
      lines: [
        `Løft: ${rankingWords.kg(String(demands.liftKg))}`,
        `Stå og gå: ${rankingWords.standings[demands.standing]}`,
        `Støj: ${rankingWords.noises[demands.noise]}`,
        `Andre mennesker: ${rankingWords.peoples[demands.peopleContact]}`,
        `Dansk: ${danishLevelNames[job.danishLevel].da}`,
        ...(demands.other.length > 0
          ? [`Også: ${demands.other.map((slug) => conditionInWords(slug)).join(', ')}`]
          : []),
        ...(job.certificates.length > 0
          ? [`Bevis: ${job.certificates.map((slug) => certificateInWords(slug)).join(', ')}`]
          : []),
        ...(job.accommodationsOffered.length > 0
          ? [
              `Firmaet tilbyder: ${job.accommodationsOffered.map((slug) => accommodationInWords(slug)).join(', ')}`,
            ]
          : []),
      ],
    },
    { label: w.seats, lines: [w.seatsLine(job.seatsTaken, job.positions)] },
    {
      label: w.receives,
      lines: [`${job.companyContact.name}, ${phoneInPairs(job.companyContact.phone)}`],
    },
  ];
}

const categoryOf = ({ category }: SmallJob): string => findCategory(category)?.name ?? category;

function personRow({ citizen, match, offer, agreement }: PersonOnJob): PersonRow {
  const state =
    agreement && agreement.state !== 'ended'
      ? w.hasAgreement
      : offer
        ? w.offerStates[offer.state]
        : w.matchStates[match.state];
  return {
    name: citizen.name,
    href: citizenPath(citizen.id),
    state,
    links: [
      { href: matchPath(match.id), label: rankingWords.seeProposal },
      ...(offer ? [{ href: `/kommune/tilbud/${offer.id}`, label: w.seeOffer }] : []),
      ...(agreement ? [{ href: `/kommune/aftaler/${agreement.id}`, label: w.seeAgreement }] : []),
    ],
  };
}

function journalOf({ smallJob: job, company, fixedContact, now, people }: JobDesk): string {
  return [
    `${dayInWords(localDateOf(now))}: småjobbet »${job.title}« (${w.status[job.status].toLowerCase()})`,
    factLine(job, company.name),
    `${w.receives}: ${job.companyContact.name}, ${phoneInPairs(job.companyContact.phone)}`,
    ...(fixedContact ? [`${w.contact}: ${fixedContact.name}`] : []),
    ...people.map((person) => `${person.citizen.name}: ${personRow(person).state}`),
  ].join('\n');
}
