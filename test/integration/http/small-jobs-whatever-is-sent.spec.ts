import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  citizenBody,
  companyBody,
  interest,
  METTE,
  newCitizen,
  openOffer,
  proposal,
  smallJobBody,
  vacancy,
  type Answer,
  Town,
  type Vacancy,
} from './small-town.js';

let town: Town;
let place: Vacancy;
beforeAll(async () => {
  town = await Town.start();
  place = await vacancy(town, { positions: 1000 });
});
afterAll(() => town.stop());

const nasty = fc.constantFrom<unknown>(
  ...[
    '\0',
    '\ud800',
    '__proto__',
    '2147483648',
    '9999-12-31',
    '1900-01-01',
    '2199-12-31',
    '24:00',
    '00:00',
    '😀',
    ' ',
  ],
  ...[
    'a'.repeat(10_000),
    2 ** 31,
    2 ** 53,
    -1,
    0,
    0.1,
    168,
    1e308,
    true,
    false,
    null,
    [],
    {},
    [[]],
    [null],
    ['', 'a'],
  ],
);
const anything = fc.oneof(
  { weight: 4, arbitrary: nasty },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Every place inside a body: `['hours', 'min']`, `['weeklyShifts', 0]`, ... */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([name, child]) =>
    placesIn(child, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

type Inner = Record<string | number, unknown>;

function put(body: object, path: (string | number)[], value: unknown): object {
  const changed = structuredClone(body) as Inner;
  const inner = (at: unknown, step: string | number): unknown =>
    typeof at === 'object' && at !== null ? (at as Inner)[step] : undefined;
  const at = path.slice(0, -1).reduce(inner, changed as unknown);
  if (typeof at === 'object' && at !== null) (at as Inner)[path.at(-1)!] = value;
  return changed;
}

/** A good body in which one or two places hold something else. */
const almost = (good: object): fc.Arbitrary<object> =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesIn(good)), anything), { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((body, [path, value]) => put(body, path, value), good));

function expectAnswerOrProblem({ status, json, text }: Answer): void {
  expect({ status, text: status < 500 ? '' : text }).toEqual({ status: expect.any(Number), text: '' });
  if (status >= 400) expect(json.type).toBe(`urn:fodfaeste:problem:${json.code}`);
}

const RUNS = { numRuns: 120 };

describe('whatever is sent', () => {
  it.each<[string, () => object]>([
    ['/companies', () => companyBody({ address: 'Havnegade 12, 7100 Vejle' })],
    ['/companies/:companyId/closing-days', () => ({ from: '2026-12-24', to: '2027-01-03', reason: 'Jul' })],
    [
      '/companies/:companyId/visits',
      () => ({
        on: '2026-11-20',
        observations: [{ bottleneck: 'a', whoIsHeldUp: 'b', minutesPerWeek: 60, idea: 'c' }],
      }),
    ],
    [
      '/small-jobs',
      () => smallJobBody(place.companyId, { endDate: '2199-12-31', roomToGrowHours: 20, withoutDuty: true }),
    ],
    [
      '/citizens',
      () =>
        citizenBody({
          cpr: '010180-1234',
          needs: ['x'],
          dream: 'x',
          brokerId: METTE,
          contactLevel: 'low',
          email: 'a@b.example',
        }),
    ],
    ['/contacts/:smallJobId/handover', () => ({ toId: METTE, reason: 'planned', note: 'x' })],
    ['/contacts/:smallJobId/cover', () => ({ byId: METTE, from: '2026-12-24', to: '2026-12-24' })],
  ])('to POST %s is answered or is a problem', async (route, good) => {
    const path = route.replace(':companyId', place.companyId).replace(':smallJobId', place.smallJobId);
    await fc.assert(
      fc.asyncProperty(almost(good()), async (body) =>
        expectAnswerOrProblem(await town.post(town.keys.consultant, path, body)),
      ),
      RUNS,
    );
  });

  it('to the matches and offers is answered or is a problem', async () => {
    const citizenId = await newCitizen(town);
    const { matchId } = await proposal(town, place);
    const { offerId } = await openOffer(town, place);
    const routes: [string, object][] = [
      ['/matches', { smallJobId: place.smallJobId, citizenId, interest: interest(), note: 'x' }],
      [`/matches/${matchId}/interest`, interest({ startWithoutMeeting: true })],
      [`/matches/${matchId}/confirm`, { start: 'meet' }],
      [`/matches/${matchId}/reject`, { reason: 'other' }],
      [`/offers/${offerId}/answer`, { answer: 'call', how: 'phone', reason: 'place', tellCompanyNow: false }],
    ];
    for (const [path, good] of routes) {
      const sends = fc.asyncProperty(almost(good), async (body) =>
        expectAnswerOrProblem(await town.post(town.keys.consultant, path, body)),
      );
      await fc.assert(sends, { numRuns: 40 });
    }
  });

  it('to PATCH is answered or is a problem', async () => {
    const citizenId = await newCitizen(town);
    const { fixedContactId: _, companyId: __, ...smallJob } = smallJobBody(place.companyId);
    const { cvr: ___, ...company } = companyBody();
    const routes: [string, object][] = [
      [`/companies/${place.companyId}`, company],
      [`/small-jobs/${place.smallJobId}`, smallJob],
      [`/citizens/${citizenId}`, citizenBody({ reach: { bike: 3, car: null } })],
    ];
    for (const [path, good] of routes) {
      const sends = fc.asyncProperty(almost(good), async (body) =>
        expectAnswerOrProblem(await town.patch(town.keys.consultant, path, body)),
      );
      await fc.assert(sends, RUNS);
    }
  });

  it('and was taken, can be listed, ranked and asked about', async () => {
    const citizenId = await newCitizen(town);
    const jobs = (await town.get(town.keys.consultant, '/small-jobs?limit=500')).json.items;
    for (const path of [
      '/companies?limit=500',
      '/citizens?limit=500',
      '/matches?limit=500',
      '/offers?limit=500',
      `/contacts/${place.smallJobId}`,
      `/citizens/${citizenId}/ranking`,
    ]) {
      expect([path, (await town.get(town.keys.consultant, path)).status]).toEqual([path, 200]);
    }
    for (const { id } of jobs) {
      expect((await town.get(town.keys.consultant, `/small-jobs/${id}/ranking`)).status).toBe(200);
      expect((await town.get(town.keys.consultant, `/small-jobs/${id}/openings`)).status).toBe(200);
    }
    // A company asks sixty times a minute at most.
    for (const { id } of jobs.slice(0, 50))
      expect((await town.get(place.employer, `/small-jobs/${id}/openings`)).status).toBe(200);
  });
});
