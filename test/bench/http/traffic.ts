import { Random } from '../matching/population/random.js';
import type { Filled, Town } from './filled-database.js';
import type { Asked, Traffic } from './load.js';

/** A morning of consultants: of a hundred requests so many are of each kind. */
export const shares = {
  urgent: 20,
  citizens: 15,
  citizen: 20,
  /** As the screen shows it: those whom a rule leaves out are asked for by name. */
  ranking: 10,
  'small-jobs': 10,
  staff: 5,
  'change-citizen': 12,
  'register-citizen': 4,
  propose: 4,
};

type Kind = keyof typeof shares;

const kinds = Object.entries(shares).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind));

/** The same requests in the same order on every machine, spread over all municipalities and their consultants. */
export function mixedTraffic({ towns }: Filled, seed = 5): Traffic {
  const random = new Random(seed);
  return () => {
    const town = random.one(towns);
    const headers = { authorization: `Bearer ${random.one(town.keys)}`, 'content-type': 'application/json' };
    const kind = random.one(kinds);
    return { kind, headers, ...requestOf(kind, town, random) };
  };
}

function requestOf(kind: Kind, town: Town, random: Random): Pick<Asked, 'method' | 'path' | 'body'> {
  const citizenId = random.one(town.citizenIds);
  const smallJobId = random.one(town.smallJobIds);
  const get = (path: string): Pick<Asked, 'method' | 'path'> => ({ method: 'GET', path: `/api/v1/${path}` });
  const send = (method: 'POST' | 'PATCH', path: string, body: object) => ({
    method,
    path: `/api/v1/${path}`,
    body: JSON.stringify(body),
  });
  switch (kind) {
    case 'urgent':
      return get('urgent');
    case 'citizens':
      return get('citizens?limit=20');
    case 'citizen':
      return get(`citizens/${citizenId}`);
    case 'ranking':
      return get(`small-jobs/${smallJobId}/ranking?limit=20&excluded=false`);
    case 'small-jobs':
      return get('small-jobs?status=open&limit=20');
    case 'staff':
      return get('staff');
    case 'change-citizen':
      return send('PATCH', `citizens/${citizenId}`, { dream: `Ønske nummer ${random.whole(1, 1_000_000)}` });
    case 'register-citizen':
      return send('POST', 'citizens', newCitizen(random));
    case 'propose':
      return send('POST', 'matches', { smallJobId, citizenId });
  }
}

function newCitizen(random: Random): object {
  return {
    name: `Ny borger ${random.whole(1, 1_000_000)}`,
    preferredChannel: 'call',
    position: { lat: 55.7, lon: 9.5 },
    jobGoals: [{ category: 'lager', rank: 1, ownWords: 'noget med kasser' }],
    hours: { min: 5, max: 15, wish: 10 },
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
    reach: { bike: 30 },
    limits: { liftKg: 10, standing: 2, noise: 2, peopleContact: 2, other: [] },
    danishLevel: 4,
    certificates: [],
    ruledOutCompanyIds: [],
    saidYes: true,
    availableFrom: '2026-11-01',
  };
}
