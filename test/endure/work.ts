import { confirmPath, notesPath } from '../crash/persistent-client.js';
import type { Scenario } from '../crash/scenario.js';
import type { Answered, Asked } from './http-client.js';
import type { Town } from './town.js';

/** What people look at all day, in turn, and what they write. */
const looks = [
  'urgent',
  'citizens',
  'citizen',
  'small-jobs',
  'offers',
  'urgent',
  'citizen',
  'tasks',
] as const;
const writes = [
  'note',
  'answer-offer',
  'follow-up',
  'check-in',
  'register-citizen',
  'confirm',
  'post-small-job',
  'publish',
] as const;
type Kind = (typeof looks | typeof writes)[number];

/** Each round of writes uses one up of every row that waits for a write. */
export const rowsPerRequest = (writeEvery: number): number => 1 / (writeEvery * writes.length);

/**
 * The requests of a load, each write about a row of its own, with an `Idempotency-Key` of its own. It keeps what was
 * acknowledged: each of that has had one effect, or the judge hears of it.
 */
export class Work {
  /** Paths of the ladders' municipality that were answered. */
  readonly answered = new Set<string>();
  /** Of the town: kind, and the id or the title by which its effect is found. */
  readonly acknowledged = new Map<Kind, Set<string>>();
  private turn = 0;
  private readonly posted: string[] = [];

  constructor(
    private readonly town: Town,
    private readonly scenario: Scenario,
    /** Of so many requests the last one writes. */
    private readonly writeEvery: number,
  ) {}

  next(): Asked {
    const written = Math.floor(this.turn / this.writeEvery);
    this.turn += 1;
    const isWrite = this.turn % this.writeEvery === 0;
    const kind = isWrite ? writes[written % writes.length]! : looks[(this.turn - written) % looks.length]!;
    return this.asked(kind, Math.floor(written / writes.length));
  }

  heard({ kind, path, about }: Asked, { text }: Answered): void {
    if (kind === 'confirm' || kind === 'note') this.answered.add(path.replace('/api/v1', ''));
    if (kind === 'post-small-job') this.posted.push((JSON.parse(text) as { id: string }).id);
    if (about === undefined) return;
    const known = this.acknowledged.get(kind as Kind) ?? new Set();
    known.add(about);
    this.acknowledged.set(kind as Kind, known);
  }

  private asked(kind: Kind, nth: number): Asked {
    const { town, scenario } = this;
    const [offer, person, proposed] = [town.offers[nth], town.atWork[nth], scenario.requests[nth]];
    // A machine so slow that it took longer than there is to write: people go on looking.
    if (!offer || !person || !proposed) return get('urgent', 'urgent', town.keys.work);
    const { offerId } = offer;
    const { agreementId, shiftId, citizenId } = person;
    const title = `Nyt job ${nth}`;
    const name = `Ny borger ${nth}`;
    switch (kind) {
      case 'urgent':
        return get(kind, 'urgent', town.keys.work);
      case 'citizens':
        return get(kind, 'citizens?limit=20', town.keys.work);
      case 'citizen':
        return get(kind, `citizens/${citizenId}`, town.keys.work);
      case 'small-jobs':
        return get(kind, 'small-jobs?status=open&limit=20', town.keys.work);
      case 'offers':
        return get(kind, `offers/${offerId}`, town.keys.work);
      case 'tasks':
        return get(kind, 'tasks?limit=20', town.keys.work);
      case 'confirm':
        return post(kind, confirmPath(proposed.matchId), {}, scenario.key, proposed.matchId);
      case 'note': {
        const note = { purpose: 'Hvordan går det?', agreed: 'Vi taler sammen igen på fredag' };
        return post(kind, notesPath(proposed.citizenId), note, scenario.key, proposed.citizenId);
      }
      case 'answer-offer':
        return post(
          kind,
          `/offers/${offerId}/answer`,
          { answer: 'yes', how: 'phone' },
          town.keys.work,
          offerId,
        );
      case 'follow-up': {
        const body = { on: inDays(14), note: 'Spørg, hvordan det går med bussen' };
        return post(kind, `/agreements/${agreementId}/follow-ups`, body, town.keys.work, citizenId);
      }
      case 'check-in':
        return post(kind, `/shifts/${shiftId}/check-in`, {}, town.keys.work, shiftId);
      case 'register-citizen':
        return post(kind, '/citizens', citizenBody(name, nth), town.keys.work, name);
      case 'post-small-job':
        return post(kind, '/small-jobs', smallJobBody(town, title), town.keys.work, title);
      case 'publish': {
        const id = this.posted.shift();
        if (id === undefined) return get('urgent', 'urgent', town.keys.work);
        return post(kind, `/small-jobs/${id}/publish`, {}, town.keys.work, id);
      }
    }
  }
}

const get = (kind: Kind, path: string, key: string): Asked => ({
  kind,
  method: 'GET',
  path: `/api/v1/${path}`,
  headers: { authorization: `Bearer ${key}` },
});

const post = (kind: Kind, path: string, body: object, key: string, about: string): Asked => ({
  kind,
  method: 'POST',
  path: `/api/v1${path}`,
  headers: {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    'idempotency-key': `${kind} ${about}`.replaceAll(' ', '-'),
  },
  body: JSON.stringify(body),
  about,
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const citizenBody = (name: string, nth: number) => ({
  name,
  phone: `30${100_000 + nth}`,
  preferredChannel: 'sms',
  position: { lat: 55.7113, lon: 9.5365 },
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
  hours: { min: 5, max: 15, wish: 12 },
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '07:00', to: '16:00' })),
  reach: { bike: 30, bus: 45 },
  limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 2, other: [] },
  danishLevel: 4,
  certificates: [],
  ruledOutCompanyIds: [],
  saidYes: true,
  availableFrom: inDays(0),
});

const smallJobBody = ({ companyId, staffId }: Town, title: string) => ({
  companyId,
  title,
  category: 'lager',
  description: 'Du samler tomme kasser op, så trucken kan køre',
  workplace: {
    street: 'Havnegade 12',
    postcode: '7100',
    town: 'Vejle',
    position: { lat: 55.7051, lon: 9.5502 },
  },
  weeklyShifts: [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00' })),
  startDate: inDays(30),
  startFlexibilityMinutes: 0,
  hourlyWageOre: 15_845,
  demands: { liftKg: 10, standing: 1, noise: 1, peopleContact: 1, other: [] },
  danishLevel: 2,
  certificates: [],
  accommodationsOffered: [],
  positions: 1,
  companyContact: { name: 'Ali Demir', phone: '75123456' },
  fixedContactId: staffId,
});
