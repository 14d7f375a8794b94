import {
  addDays,
  answerDeadline,
  instantOf,
  isBefore,
  localDateOf,
  localTimeOf,
  pseudonymFor,
  Temporal,
  type Agreement,
  type Citizen,
  type Company,
  type Match,
  type Offer,
  type Shift,
  type SmallJob,
} from '#domain';
import { matchingDay, rankCitizens, type RankedCitizen } from '#matching';
import { BeginPostingDraft, type Transactor, type UnitOfWork } from '#use-cases';
import { companyIdOf } from './companies.js';
import { hoursAgo, type DemoDay } from './demo-day.js';
import { demoId, NumberedIds } from './demo-ids.js';
import { staffIdOf } from './staff.js';
import { municipalityId } from './town.js';

/**
 * What is under way at the fruit warehouse when somebody signs in as Ali: two people are proposed, a third has been
 * offered the job, somebody is at work, and a task is half written. Rows as the use cases leave them, some hours
 * or a day ago; nothing of it sends anything, and nothing falls due in the first hour.
 */
const JOB = 'Feje pakkehallen';
/** Number of the citizen who has been offered it; the two proposed are the best of the ranking who are free. */
const OFFERED = 7;
const PROPOSED = 2;
/** What they may have wished for: whoever would rather garden is not proposed for sweeping. */
const WANTED: ReadonlySet<string> = new Set(['oprydning', 'rengoering', 'lager']);

const proposalId = (place: number): string => demoId('vejle proposal', place);
const OFFERED_MATCH = demoId('vejle proposal', 10);
const OFFER = demoId('vejle open offer', 1);

const WAIT = { match: { remind: 48, lapse: 120 }, offer: 72 };

export interface Waiting {
  matches: Match[];
  offers: Offer[];
  smallJobs: SmallJob[];
}

interface Around {
  citizens: readonly Citizen[];
  companies: readonly Company[];
  smallJobs: readonly SmallJob[];
  /** Who works already, or is left for the manual. */
  busy: ReadonlySet<string>;
}

export function waitingAtTheFruit({ citizens, companies, smallJobs, busy }: Around, day: DemoDay): Waiting {
  const job = smallJobs.find(({ title }) => title === JOB)!;
  const { ruledOutCitizenIds } = companies.find(({ id }) => id === job.companyId)!;
  const candidates = citizens.map((citizen) => ({ ...citizen, agreedSlots: [] }));
  const { ranked, ruleVersion } = rankCitizens(
    { ...job, ruledOutCitizenIds, fixedContactId: staffIdOf('vejle', 'Mette') },
    candidates,
    { day: matchingDay(day.now) },
  );
  const byId = new Map(citizens.map((citizen) => [citizen.id, citizen]));
  const offered = citizens[OFFERED - 1]!.id;
  const fits = ({ citizenId }: RankedCitizen): boolean => {
    const { availableFrom, brokerId, jobGoals } = byId.get(citizenId)!;
    const wants = jobGoals.some(({ category }) => WANTED.has(category));
    return wants && !busy.has(citizenId) && brokerId !== null && availableFrom <= job.startDate;
  };
  const place = ranked.find(({ citizenId }) => citizenId === offered);
  if (!place) throw new Error(`${byId.get(offered)!.name} does not fit "${JOB}"`);
  const asked = (fit: RankedCitizen, id: string, hours: number): Match =>
    match(fit, id, job, ruleVersion, hoursAgo(day, hours));
  const proposed = ranked
    .filter(fits)
    .slice(0, PROPOSED)
    .map((fit, at) => asked(fit, proposalId(at + 1), 20 - 4 * at));
  const confirmed: Match = {
    ...asked(place, OFFERED_MATCH, 50),
    state: 'confirmed',
    start: 'meet',
    decidedAt: hoursAgo(day, 26),
    decidedBy: job.companyContact.name,
    remindAt: null,
    lapsesAt: null,
  };
  return {
    matches: [...proposed, confirmed],
    offers: [openOffer(confirmed, job, day)],
    smallJobs: smallJobs.map((one) => (one.id === job.id ? { ...one, seatsTaken: 1 } : one)),
  };
}

/** The first one would also start without a meeting, so both buttons are there to be seen. */
function match(
  { citizenId, score }: RankedCitizen,
  id: string,
  job: SmallJob,
  ruleVersion: string,
  at: Temporal.Instant,
): Match {
  return {
    id,
    municipalityId: job.municipalityId,
    smallJobId: job.id,
    citizenId,
    pseudonym: pseudonymFor(id),
    state: 'proposed',
    interest: {
      how: 'phone',
      at: at.toString(),
      fields: ['goals', 'wishes', 'abilities', 'accommodations', 'hours', 'travel'],
      startWithoutMeeting: id === proposalId(1),
    },
    note: null,
    proposedByStaffId: staffIdOf('vejle', 'Mette'),
    start: null,
    rejectReason: null,
    score,
    ruleVersion,
    rankingId: null,
    createdAt: at,
    proposedAt: at,
    decidedAt: null,
    decidedBy: null,
    remindAt: at.add({ hours: WAIT.match.remind }),
    lapsesAt: at.add({ hours: WAIT.match.lapse }),
    reminders: [],
    withdrawal: null,
  };
}

/** Reminded once already: it was made yesterday. */
function openOffer({ id, citizenId, decidedAt }: Match, job: SmallJob, day: DemoDay): Offer {
  const made = decidedAt ?? day.now;
  return {
    id: OFFER,
    municipalityId: job.municipalityId,
    matchId: id,
    smallJobId: job.id,
    citizenId,
    companyId: job.companyId,
    state: 'sent',
    createdAt: made,
    expiresAt: answerDeadline(made, WAIT.offer, job.startDate),
    remindAt: null,
    lastSentAt: made,
    answers: [],
    acceptedAt: null,
    bindingAt: null,
    companyToldAt: null,
    extensions: [],
  };
}

/** Half a task that somebody began on a phone, as the product keeps it. */
export async function beginDraft(unit: UnitOfWork, transactor: Transactor): Promise<void> {
  const begin = new BeginPostingDraft(transactor, new NumberedIds('vejle posting draft'));
  const companyId = companyIdOf('vejle', 'frugt');
  const answers = {
    sentence: 'Vi skal have vasket frugtkasser to formiddage om ugen',
    title: 'Vaske frugtkasser',
  };
  await begin.within(
    unit,
    { companyId, answers },
    { role: 'employer', municipalityId: unit.municipalityId, companyId, name: 'Ali Demir', holder: 'demo' },
  );
}

/** Asks for the work that falls due because of what waits. */
export async function wakeWaiting(unit: UnitOfWork): Promise<void> {
  for (const { id, remindAt, lapsesAt } of await waitingMatches(unit)) {
    if (remindAt) await unit.wake('match.remind-employer', id, remindAt);
    if (lapsesAt) await unit.wake('match.lapse', id, lapsesAt);
  }
  const offer = await unit.offers.find(OFFER);
  if (offer?.state === 'sent') await unit.wake('offer.expire', offer.id, offer.expiresAt);
}

/** A demo that slept for days: what still waits was asked this morning, and is not over the moment it begins. */
export async function keepWaiting(unit: UnitOfWork): Promise<void> {
  const now = await unit.now();
  const soon = now.add({ hours: 12 });
  for (const waits of await waitingMatches(unit)) {
    if (!waits.lapsesAt || !isBefore(earliestOf(waits.remindAt, waits.lapsesAt), soon)) continue;
    await unit.forget('match.remind-employer', waits.id);
    await unit.forget('match.lapse', waits.id);
    const { remind, lapse } = WAIT.match;
    await unit.matches.update({
      ...waits,
      proposedAt: now,
      remindAt: now.add({ hours: remind }),
      lapsesAt: now.add({ hours: lapse }),
    });
  }
  const offer = await unit.offers.lock(OFFER);
  if (offer?.state === 'sent' && isBefore(offer.expiresAt, soon)) {
    await unit.forget('offer.expire', offer.id);
    const expiresAt = instantOf(addDays(localDateOf(now), 3), '12:00');
    await unit.offers.update({ ...offer, lastSentAt: now, remindAt: null, expiresAt });
  }
  await wakeWaiting(unit);
}

const earliestOf = (a: Temporal.Instant | null, b: Temporal.Instant): Temporal.Instant =>
  a && isBefore(a, b) ? a : b;

const waitingMatches = (unit: UnitOfWork): Promise<Match[]> =>
  unit.matches.list(
    { id: { in: [1, 2].map(proposalId) }, state: 'proposed', lapsesAt: { isNull: false } },
    { lock: true },
  );

const HALF_HOUR = 1_800_000;

/**
 * The shift that runs while somebody looks around, so that there is something to tap: begun half an hour to an hour
 * ago, and nobody has said anything. It stands as if its time had passed without a question: nothing waits for it.
 */
export function shiftNow(agreement: Agreement, number: number, flexibility: number, day: DemoDay): Shift {
  const halfHours = Math.floor(day.now.epochMilliseconds / HALF_HOUR) - 1;
  const startsAt = Temporal.Instant.fromEpochMilliseconds(halfHours * HALF_HOUR);
  const endsAt = startsAt.add({ hours: 4 });
  return {
    id: demoId('vejle shift now', number),
    municipalityId: municipalityId('vejle'),
    agreementId: agreement.id,
    smallJobId: agreement.smallJobId,
    citizenId: agreement.citizenId,
    companyId: agreement.companyId,
    paid: true,
    task: null,
    date: localDateOf(startsAt),
    start: localTimeOf(startsAt),
    end: localTimeOf(endsAt),
    breakMinutes: 0,
    startsAt,
    endsAt,
    flexibilityMinutes: flexibility,
    number,
    state: 'unconfirmed',
    arrivedAt: null,
    leftAt: null,
    absence: null,
    evidence: [],
    workplaceAskedAt: null,
    cancelReason: null,
    confirmedMinutes: null,
    confirmedAt: null,
    wellDoneAt: null,
    revision: 0,
  };
}
