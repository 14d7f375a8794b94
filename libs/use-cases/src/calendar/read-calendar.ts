import {
  addDays,
  FEED_DAYS,
  localDateOf,
  offerEntry,
  refuseUnless,
  shiftEntry,
  type Actor,
  type Address,
  type CalendarEntry,
  type CalendarFeed,
  type Citizen,
  type Language,
  type Shift,
  type Temporal,
} from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { openLiveLink } from '../answer-page/open-link.js';
import { refuseUnlessCitizen } from '../my-page/own-record.js';
import { found } from '../wiring/permissions.js';

export interface Calendar {
  language: Language;
  /** When it was made. */
  at: Temporal.Instant;
  entries: CalendarEntry[];
}

/** What a calendar program reads. The address opens the calendar and nothing else. @throws link.not-found */
export class ReadCalendarFeed {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(token: string): Promise<Calendar> {
    const hit = await openLiveLink(this.transactor, this.secrets, token, ['calendar']);
    return this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
      const feed = found(await unit.calendarFeeds.find(hit.subjectId), 'link.not-found');
      refuseUnless(feed.revokedAt === null, 'link.not-found');
      const citizen = feed.citizenId ? await unit.citizens.find(feed.citizenId) : undefined;
      const shifts = await shiftsOf(unit, feed);
      const entries = await entriesOf(unit, shifts, citizen);
      return { language: citizen?.language ?? 'da', at: await unit.now(), entries };
    });
  }
}

/** One shift, or the first day of an offer, as a file of its own. */
export class ReadCalendarEntry {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws shift.not-found, also for somebody else's */
  async ofShift(shiftId: string, actor: Actor): Promise<Calendar> {
    refuseUnlessCitizen(actor);
    const { citizenId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const shift = found(await unit.shifts.first({ id: shiftId, citizenId }), 'shift.not-found');
      const entries = await entriesOf(unit, [shift], citizen);
      return { language: citizen.language, at: await unit.now(), entries };
    });
  }

  /** @throws offer.not-found, also for somebody else's */
  async ofOffer(offerId: string, actor: Actor): Promise<Calendar> {
    refuseUnlessCitizen(actor);
    const { citizenId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      const offer = found(await unit.offers.first({ id: offerId, citizenId }), 'offer.not-found');
      const smallJob = found(await unit.smallJobs.find(offer.smallJobId), 'offer.not-found');
      const entry = offerEntry(offer, smallJob, mayShowPlace(citizen) ? smallJob.workplace : null);
      return { language: citizen.language, at: await unit.now(), entries: entry ? [entry] : [] };
    });
  }
}

async function shiftsOf(unit: UnitOfWork, { citizenId, companyId }: CalendarFeed): Promise<Shift[]> {
  const today = localDateOf(await unit.now());
  return unit.shifts.list(
    {
      ...(citizenId ? { citizenId } : { companyId: companyId ?? '' }),
      date: { from: addDays(today, -FEED_DAYS.back), to: addDays(today, FEED_DAYS.ahead) },
    },
    { order: [{ by: 'startsAt' }, { by: 'id' }] },
  );
}

/** Nobody learns from a calendar where somebody is who lives at a protected address, or shares a phone. */
const mayShowPlace = (citizen: Citizen | undefined): boolean =>
  !citizen || (!citizen.protectedAddress && !citizen.sharedPhone);

async function entriesOf(
  unit: UnitOfWork,
  shifts: Shift[],
  citizen: Citizen | undefined,
): Promise<CalendarEntry[]> {
  const jobs = await unit.smallJobs.list({ id: { in: [...new Set(shifts.map((one) => one.smallJobId))] } });
  const places = new Map<string, Address>(jobs.map(({ id, workplace }) => [id, workplace]));
  const shown = mayShowPlace(citizen);
  return shifts.map((shift) => shiftEntry(shift, shown ? (places.get(shift.smallJobId) ?? null) : null));
}
