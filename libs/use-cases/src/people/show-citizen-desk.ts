import {
  addDays,
  isOpen,
  localDateOf,
  citizenStepOf,
  openMatchStates,
  openShiftStates,
  weekdayOf,
  type Actor,
  type Agreement,
  type BrokerHandover,
  type Citizen,
  type Company,
  type Match,
  type Offer,
  type Shift,
  type SmallJob,
  type Staff,
  type CitizenStep,
  type Task,
  type Temporal,
} from '#domain';
import { estimateForOffer, type OfferEstimate } from '../benefit/estimate-for-offer.js';
import { deputyOf } from '../contact/who-answers.js';
import { whoHasSeen, type Seen } from '../my-page/who-has-seen.js';
import { noteRecords, type NoteRecord } from '../note/note-records.js';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { othersWithNumber } from '../citizen/same-number.js';
import { logShown } from '../records/log-shown.js';
import { ledgerLineOf } from '../records/shift-records.js';
import { Timeline } from '../timeline/timeline.js';
import type { TimelinePage } from '../timeline/timeline-entry.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** Paid and unpaid minutes of a week, never as one sum (R66, R86). */
export interface WeekOfHours {
  /** Its Monday. */
  monday: string;
  paidMinutes: number;
  unpaidMinutes: number;
}

/** What waits for an answer that somebody may have given on the phone. */
export interface OpenQuestions {
  /** May the company hear? */
  interests: Match[];
  offers: Offer[];
  /** Today's and later: can the citizen come? */
  shifts: Shift[];
  /** Without the citizen's signature. */
  agreements: Agreement[];
}

export interface CitizenDesk {
  citizen: Omit<Citizen, 'cprSealed'>;
  hasCpr: boolean;
  /** Others with the same number: who it is has to be found out. */
  sameNumber: { id: string; name: string }[];
  at: Temporal.Instant;
  step: CitizenStep;
  broker: Staff | null;
  /** Who takes over when the broker does not answer. */
  deputy: Staff | null;
  handovers: BrokerHandover[];
  /** Everybody who works here now, by name. */
  staff: Staff[];
  ruledOut: Company[];
  placementUsed: Company[];
  /** Of the job that the citizen has, or is offered. */
  agreement: Agreement | null;
  money: OfferEstimate | null;
  week: Shift[];
  /** The last so many weeks, the oldest first. */
  hours: WeekOfHours[];
  questions: OpenQuestions;
  /** By id, all that the others name. */
  smallJobs: ReadonlyMap<string, SmallJob>;
  companies: ReadonlyMap<string, Company>;
  tasks: Task[];
  notes: NoteRecord[];
  timeline: TimelinePage;
  seen: Seen[];
}

const WEEKS_SHOWN = 12;
const NOTES_SHOWN = 5;

/** The citizen's page: what comes next, what was said, what has happened. One transaction, one moment, all of it logged. */
export class ShowCitizenDesk {
  static readonly needs = [Transactor, Timeline] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly timeline: Timeline,
  ) {}

  /** @throws citizen.not-found */
  async execute(
    citizenId: string,
    { before, lines }: { before?: Temporal.Instant; lines: number },
    actor: Actor,
  ): Promise<CitizenDesk> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const row = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'citizen.show');
      const { cprSealed, ...citizen } = row;
      const sameNumber = await othersWithNumber(unit, row);
      await logShown(
        unit,
        actor,
        sameNumber.map(({ id }) => id),
        'citizen.show',
      );
      const at = await unit.now();
      const going = await goingOn(unit, citizenId, at);
      const { smallJobs, companies } = await namedBy(unit, row, going);
      const staff = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
      const broker = citizen.brokerId ? ((await unit.staff.find(citizen.brokerId)) ?? null) : null;
      const agreement = going.agreements.find(({ state }) => state === 'signed') ?? null;
      const jobId = agreement?.smallJobId ?? going.offers[0]?.smallJobId;
      const job = jobId === undefined ? undefined : smallJobs.get(jobId);
      const notes = await unit.notes.list(
        { citizenId },
        { order: [{ by: 'at', direction: 'desc' }], limit: NOTES_SHOWN },
      );
      const page = { limit: lines, ...(before && { before }) };
      return {
        citizen,
        hasCpr: cprSealed !== null,
        sameNumber,
        at,
        step: citizenStepOf(standingOf(row, going, at)),
        broker,
        deputy: broker ? ((await deputyOf(unit, broker)) ?? null) : null,
        handovers: await unit.brokerHandovers.list(
          { citizenId },
          { order: [{ by: 'at', direction: 'desc' }] },
        ),
        staff,
        ruledOut: row.ruledOutCompanyIds.flatMap((id) => companies.get(id) ?? []),
        placementUsed: row.placementUsedCompanyIds.flatMap((id) => companies.get(id) ?? []),
        agreement,
        money: job ? await estimateForOffer(unit, row, job) : null,
        week: going.week,
        hours: await hoursOf(unit, citizenId, at),
        questions: questionsOf(going, at),
        smallJobs,
        companies,
        tasks: going.tasks,
        notes: await noteRecords(unit, notes),
        timeline: await this.timeline.within(unit, { citizenId }, actor, page),
        seen: (await whoHasSeen(unit, { ...actor, citizenId })).seen,
      };
    });
  }

  /** Only what can be answered by phone now. @throws citizen.not-found */
  async questions(
    citizenId: string,
    actor: Actor,
  ): Promise<OpenQuestions & Pick<CitizenDesk, 'citizen' | 'smallJobs' | 'companies' | 'at'>> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const { cprSealed: _, ...citizen } = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      await logShown(unit, actor, [citizenId], 'citizen.show');
      const at = await unit.now();
      const going = await goingOn(unit, citizenId, at);
      const named = await namedBy(unit, { ...citizen, cprSealed: null }, going);
      return { ...questionsOf(going, at), ...named, citizen, at };
    });
  }
}

interface GoingOn {
  matches: Match[];
  offers: Offer[];
  agreements: Agreement[];
  /** From today on, for two weeks. */
  shifts: Shift[];
  /** Monday to Sunday. */
  week: Shift[];
  tasks: Task[];
  openCaseId: string | null;
}

async function goingOn(unit: UnitOfWork, citizenId: string, at: Temporal.Instant): Promise<GoingOn> {
  const today = localDateOf(at);
  const monday = addDays(today, 1 - weekdayOf(today));
  const shifts = (
    await unit.shifts.list(
      { citizenId, date: { from: monday, to: addDays(today, 14) } },
      { order: [{ by: 'startsAt' }] },
    )
  ).filter(({ cancelReason }) => cancelReason !== 'replanned');
  const openCase = await unit.escalations.first({ citizenId, state: { notIn: ['closed'] } });
  const ended = await unit.agreements.list({ citizenId, state: 'ended' });
  const usedUp = new Set(ended.map(({ offerId }) => offerId));
  const offers = await unit.offers.list({ citizenId, state: { in: ['sent', 'visiting', 'accepted'] } });
  return {
    matches: await unit.matches.list({ citizenId, state: { in: openMatchStates } }),
    offers: offers.filter(({ id }) => !usedUp.has(id)),
    agreements: await unit.agreements.list({ citizenId, state: { in: ['draft', 'signed'] } }),
    shifts: shifts.filter(({ date }) => date >= today),
    week: shifts.filter(({ date }) => date <= addDays(monday, 6)),
    tasks: await unit.tasks.list({ citizenId, doneAt: { isNull: true } }, { order: [{ by: 'dueAt' }] }),
    openCaseId: openCase?.id ?? null,
  };
}

function standingOf(citizen: Citizen, going: GoingOn, at: Temporal.Instant) {
  const idOf = (row: { id: string } | undefined): string | null => row?.id ?? null;
  const agreed = new Set(going.agreements.map(({ offerId }) => offerId));
  const accepted = going.offers.find(({ id, state }) => state === 'accepted' && !agreed.has(id));
  const due = going.tasks.find(({ dueAt }) => dueAt.epochMilliseconds <= at.epochMilliseconds);
  const next = going.shifts.find(
    ({ state, endsAt }) => openShiftStates.includes(state) && endsAt.epochMilliseconds > at.epochMilliseconds,
  );
  return {
    openCaseId: going.openCaseId,
    dueTaskId: idOf(due),
    visitingOfferId: idOf(going.offers.find(({ state }) => state === 'visiting')),
    askingMatchId: idOf(going.matches.find(({ state }) => state === 'asking')),
    openOfferId: idOf(going.offers.find(({ state }) => state === 'sent')),
    proposedMatchId: idOf(going.matches.find(({ state }) => state === 'proposed')),
    acceptedOfferId: idOf(accepted),
    draftAgreementId: idOf(going.agreements.find(({ state }) => state === 'draft')),
    nextShiftId: idOf(next),
    signedAgreementId: idOf(going.agreements.find(({ state }) => state === 'signed')),
    hasBroker: citizen.brokerId !== null,
    hasGoal: citizen.jobGoals.length > 0,
    saidYes: citizen.saidYes,
    isAvailable: citizen.availableFrom <= localDateOf(at),
  };
}

const questionsOf = (going: GoingOn, at: Temporal.Instant): OpenQuestions => ({
  interests: going.matches.filter(({ state }) => state === 'asking'),
  offers: going.offers.filter(isOpen),
  shifts: going.shifts
    .filter(({ state }) => openShiftStates.includes(state))
    .filter(({ endsAt }) => endsAt.epochMilliseconds > at.epochMilliseconds)
    .slice(0, SHIFTS_ASKED),
  agreements: going.agreements.filter(
    ({ state, signatures }) => state === 'draft' && !signatures.some(({ party }) => party === 'citizen'),
  ),
});

const SHIFTS_ASKED = 3;

/** One query each for the small jobs and companies that are named anywhere. */
async function namedBy(
  unit: UnitOfWork,
  citizen: Citizen,
  going: GoingOn,
): Promise<Pick<CitizenDesk, 'smallJobs' | 'companies'>> {
  const rows = [...going.matches, ...going.offers, ...going.agreements, ...going.shifts, ...going.week];
  const jobIds = unique(rows.map(({ smallJobId }) => smallJobId));
  const jobs = jobIds.length === 0 ? [] : await unit.smallJobs.list({ id: { in: jobIds } });
  const companyIds = unique([
    ...jobs.map(({ companyId }) => companyId),
    ...citizen.ruledOutCompanyIds,
    ...citizen.placementUsedCompanyIds,
  ]);
  const companies = companyIds.length === 0 ? [] : await unit.companies.list({ id: { in: companyIds } });
  return {
    smallJobs: new Map(jobs.map((job) => [job.id, job])),
    companies: new Map(companies.map((company) => [company.id, company])),
  };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Shifts that are over, week by week, as they count now. */
async function hoursOf(unit: UnitOfWork, citizenId: string, at: Temporal.Instant): Promise<WeekOfHours[]> {
  const today = localDateOf(at);
  const thisMonday = addDays(today, 1 - weekdayOf(today));
  const first = addDays(thisMonday, -7 * (WEEKS_SHOWN - 1));
  const shifts = await unit.shifts.list({
    citizenId,
    date: { from: first },
    startsAt: { before: at },
    state: { notIn: ['cancelled'] },
  });
  return Array.from({ length: WEEKS_SHOWN }, (_, week) => {
    const monday = addDays(first, 7 * week);
    const lines = shifts.filter(({ date }) => date >= monday && date < addDays(monday, 7)).map(ledgerLineOf);
    return {
      monday,
      paidMinutes: lines.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0),
      unpaidMinutes: lines.reduce((sum, { unpaidMinutes }) => sum + unpaidMinutes, 0),
    };
  });
}
