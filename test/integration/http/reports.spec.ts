import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from '#domain';
import type { ForgottenReportResponse } from '../../../apps/api/src/rest/reports/forgotten-report.responses.js';
import type { SmallJobRankingResponse } from '../../../apps/api/src/rest/rankings/rankings.responses.js';
import type { SpreadReportResponse } from '../../../apps/api/src/rest/reports/spread-report.responses.js';
import { VEJLE } from './seed-keys.js';
import {
  companyBody,
  METTE,
  newCitizen,
  openOffer,
  proposal,
  refusal,
  smallJobBody,
  Town,
  vacancy,
  type Answer,
  type Vacancy,
} from './small-town.js';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
});
afterAll(() => town.stop());

const spreadOf = ({ json }: Answer): SpreadReportResponse => json as unknown as SpreadReportResponse;
const forgottenOf = ({ json }: Answer): ForgottenReportResponse => json as unknown as ForgottenReportResponse;
const spreadReport = async () => spreadOf(await town.get(town.keys.leader, '/reports/spread'));
const forgotten = async (query = '') =>
  forgottenOf(await town.get(town.keys.consultant, `/reports/forgotten${query}`));
const ranking = (place: Vacancy, query: string, key = town.keys.consultant) =>
  town.get(key, `/small-jobs/${place.smallJobId}/ranking?${query}`);

/** People whom only these jobs suit, so that the tests do not meet. */
const welders = { certificates: ['svejs'], jobGoals: [{ category: 'produktion', rank: 1, ownWords: '' }] };
const welding = { certificates: ['svejs'], category: 'produktion' };

describe('an empty municipality', () => {
  it('has reports with nothing in them', async () => {
    const { otherMunicipality } = town.keys;
    const spread = spreadOf(await town.get(otherMunicipality, '/reports/spread'));
    expect(spread).toMatchObject({ smallJobs: 0, listLength: 5, mostLists: 4 });
    expect(spread.coverage.map(({ strength }) => strength)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(spread.coverage[0]).toMatchObject({ eligible: 0, places: 0, coveragePercent: 0, gini: 0 });
    expect(forgottenOf(await town.get(otherMunicipality, '/reports/forgotten'))).toMatchObject({
      days: 30,
      citizens: [],
      rules: [],
      alwaysDeclined: [],
    });
  });
});

describe('the spread order', () => {
  let places: Vacancy[];
  let star: string;
  let others: string[];
  beforeAll(async () => {
    places = [await vacancy(town, welding), await vacancy(town, welding), await vacancy(town, welding)];
    star = await newCitizen(town, welders);
    // A little further away, so always behind.
    const further = { ...welders, position: { lat: 55.716, lon: 9.53 } };
    others = [await newCitizen(town, further), await newCitizen(town, further)];
    await town.settle({ spread: { strength: 1, listLength: 1, mostLists: 1 } });
  });
  afterAll(() => town.settle({ spread: {} }));

  it('puts somebody else first at all but one, with both ranks and the same points', async () => {
    const first: string[] = [];
    for (const place of places) {
      const best = (await ranking(place, 'excluded=false')).json.ranked;
      const spread = (await ranking(place, 'excluded=false&order=spread')).json.ranked;
      expect(best[0]!.citizenId).toBe(star);
      expect(best[0]).not.toHaveProperty('spreadRank');
      expect(spread.map(({ spreadRank }) => spreadRank)).toEqual([1, 2, 3]);
      for (const { citizenId, score, rank } of spread) {
        expect(best[rank! - 1]).toMatchObject({ citizenId, score });
      }
      first.push(spread[0]!.citizenId);
    }
    expect(first.sort()).toEqual([star, ...others].sort());
  });

  it('is stored with both ranks and with what it was made by, and is in the log', async () => {
    const place = places[0]!;
    const answer = await ranking(place, 'excluded=false&order=spread&limit=1');
    const json = answer.json as unknown as SmallJobRankingResponse;
    expect(json.ruleVersion).toMatch(/^\d+-[0-9a-f]{8}\+spread-1-1-1-/);
    const explained = await town.get(town.keys.leader, `/rankings/${json.id}`);
    expect(explained.json).toMatchObject({ ruleVersion: json.ruleVersion, ranked: json.ranked });
    const [stored] = await town.query(
      `SELECT ranked, rule_version FROM rankings WHERE small_job_id = $1 AND shown_to IS NOT NULL ORDER BY at DESC`,
      [place.smallJobId],
    );
    expect(stored!['rule_version']).toBe(json.ruleVersion);
    expect(stored!['ranked']).toMatchObject([
      { citizenId: json.ranked[0]!.citizenId, rank: json.ranked[0]!.rank, spreadRank: 1 },
    ]);
    const log = await town.query(
      `SELECT kind FROM access_log WHERE $1 = ANY(citizen_ids) AND purpose = 'small-job.ranking' ORDER BY id DESC LIMIT 1`,
      [json.ranked[0]!.citizenId],
    );
    expect(log).toEqual([{ kind: 'shown' }]);
  });

  it('is the raw order when the municipality has set the strength to 0', async () => {
    await town.settle({ spread: { strength: 0, listLength: 1 } });
    const { ranked } = (await ranking(places[1]!, 'excluded=false&order=spread')).json;
    expect(ranked.map(({ rank, spreadRank }) => [rank, spreadRank])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    await town.settle({ spread: { strength: 1, listLength: 1, mostLists: 1 } });
  });

  it('still tells everybody else why not, and keeps the scope', async () => {
    const { json } = await ranking(places[0]!, 'order=spread&excluded=true');
    expect(json.ranked).toHaveLength(3);
    expect(json.considered).toBe(json.ranked.length + json.excluded.length);
    const his = await ranking(places[0]!, 'order=spread&scope=mine&excluded=false', town.keys.lars);
    expect(his.json.ranked).toEqual([]);
  });

  it('works for a job that is not open yet', async () => {
    const company = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
    const draft = await town.post(town.keys.consultant, '/small-jobs', smallJobBody(company, welding));
    const place = { ...places[0]!, smallJobId: draft.json.id };
    const { ranked } = (await ranking(place, 'excluded=false&order=spread')).json;
    expect(ranked.map(({ citizenId }) => citizenId).sort()).toEqual([star, ...others].sort());
  });

  it('refuses another word, and a company', async () => {
    expect((await ranking(places[0]!, 'order=random')).status).toBe(400);
    expect(refusal(await ranking(places[0]!, 'order=spread', places[0]!.employer))).toEqual([
      403,
      'forbidden',
    ]);
  });

  it('is counted for the strength in use and for others', async () => {
    const report = await spreadReport();
    expect(report).toMatchObject({ listLength: 1, mostLists: 1 });
    const [raw, ...more] = report.coverage;
    const current = report.coverage.find(({ isCurrent }) => isCurrent);
    expect(more).toHaveLength(4);
    expect(raw).toMatchObject({ strength: 0, isCurrent: false, pointsLost: 0 });
    expect(raw!.mostLists).toBeGreaterThanOrEqual(3);
    expect(current!.strength).toBe(1);
    expect(current!.shown).toBeGreaterThan(raw!.shown);
    expect(current!.gini).toBeLessThan(raw!.gini);
    expect(current!.pointsLost).toBeGreaterThan(0);
    expect(JSON.stringify(report)).not.toContain(star);
  });
});

describe('who is forgotten', () => {
  it('is whoever has said yes and was never proposed, or not for so long', async () => {
    const place = await vacancy(town);
    const never = await newCitizen(town);
    const notYet = await newCitizen(town, { saidYes: false });
    const inPlay = (await proposal(town, place)).citizenId;
    const long = await proposal(town, place);
    await town.post(place.employer, `/matches/${long.matchId}/reject`, { reason: 'not-now' });
    const idsNow = async (query = '') => (await forgotten(query)).citizens.map(({ citizenId }) => citizenId);
    const now = await idsNow();
    expect([never, notYet, inPlay, long.citizenId].map((id) => now.includes(id))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await town.within(async (unit) => {
      const match = (await unit.matches.find(long.matchId))!;
      await unit.matches.update({
        ...match,
        proposedAt: Temporal.Now.instant().subtract({ hours: 24 * 40 }),
      });
    });
    expect(await idsNow()).toContain(long.citizenId);
    expect(await idsNow('?days=41')).not.toContain(long.citizenId);
    const { citizens } = await forgotten();
    expect(citizens[0]!.citizenId).toBe(long.citizenId);
    expect(citizens.find(({ citizenId }) => citizenId === long.citizenId)).toMatchObject({
      name: 'Jonas Hansen',
      brokerId: METTE,
      broker: 'Mette Holm',
      days: 40,
    });
    expect(citizens.find(({ citizenId }) => citizenId === never)).toMatchObject({ lastProposedAt: null });
  });

  it('is not who has an offer to answer', async () => {
    const { citizenId } = await openOffer(town, await vacancy(town));
    const { citizens } = await forgotten('?days=0');
    expect(citizens.map((one) => one.citizenId)).not.toContain(citizenId);
  });

  it('is told with the jobs that fit, the rule in the way, and the change that would help most', async () => {
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '11:00', to: '16:00' }));
    const late = { certificates: ['gaffeltruck-b'], windows, reach: { car: 60 } };
    const ids = [await newCitizen(town, late), await newCitizen(town, late), await newCitizen(town, late)];
    const able = await newCitizen(town, { ...late, windows: [{ weekday: 1, from: '00:00', to: '24:00' }] });
    const { citizens, rules } = await forgotten();
    const one = citizens.find(({ citizenId }) => citizenId === ids[0]);
    expect(one).toMatchObject({
      fittingSmallJobs: 0,
      inTheWay: { constraint: 'windows', text: 'arbejdstiden' },
    });
    expect(citizens.find(({ citizenId }) => citizenId === able)).toMatchObject({ fittingSmallJobs: 0 });
    const rule = rules.find(({ constraint }) => constraint === 'windows')!;
    expect(rule.only).toBeGreaterThanOrEqual(3);
    expect(rule.help!.gained).toBeGreaterThanOrEqual(3);
    expect(rule.text).toMatch(
      /^\d+ kun på grund af arbejdstiden\. Spørg om dette: .+ Så passer det til \d+\.$/,
    );
  });

  it('is in the log: shown with a name, or counted', async () => {
    const shown = await newCitizen(town);
    const counted = await newCitizen(town, { saidYes: false });
    await forgotten();
    const log = (id: string) =>
      town.query(
        `SELECT kind, who FROM access_concerning($1, $2) WHERE purpose = 'report.forgotten' ORDER BY id DESC`,
        [VEJLE, id],
      );
    expect(await log(shown)).toEqual([
      { kind: 'calculated', who: 'Mette Holm' },
      { kind: 'shown', who: 'Mette Holm' },
    ]);
    expect(await log(counted)).toEqual([{ kind: 'calculated', who: 'Mette Holm' }]);
  });

  it('names who is proposed often and always gets a no', async () => {
    const citizenId = await newCitizen(town, { name: '=Bo Holm' });
    const propose = async () => {
      const place = await vacancy(town);
      const made = await town.post(town.keys.consultant, '/matches', {
        smallJobId: place.smallJobId,
        citizenId,
        interest: { how: 'phone', at: Temporal.Now.instant().subtract({ hours: 1 }).toString(), fields: [] },
      });
      await town.post(place.employer, `/matches/${made.json.id}/reject`, { reason: 'not-now' });
    };
    const ofBo = async () => (await forgotten()).alwaysDeclined.filter((one) => one.citizenId === citizenId);
    await propose();
    await propose();
    expect(await ofBo()).toEqual([]);
    await propose();
    expect(await ofBo()).toEqual([{ citizenId, name: '=Bo Holm', proposed: 3, byCompany: 3, byCitizen: 0 }]);
  });

  it.each([
    [
      'citizens',
      'Borger;Id;Kontakt;Sidst foreslået;Dage;Småjobs, der passer nu;Står oftest i vejen;Antal småjobs',
    ],
    ['rules', 'Regel;Kun den;Hver gang;Spørg om;Så passer det til;I en sætning'],
    ['always-declined', 'Borger;Id;Foreslået;Nej fra firmaer;Nej fra borgeren'],
  ])('is a file for a spreadsheet too: %s', async (table, head) => {
    const file = await town.get(town.keys.leader, `/reports/forgotten?format=csv&table=${table}`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="ikke-foreslaaet-${table}.csv"`,
    );
    const [first, ...lines] = file.text.replace('\uFEFF', '').split('\r\n');
    expect(first).toBe(head);
    expect(lines.length).toBeGreaterThan(1);
    if (table === 'always-declined') expect(lines[0]).toMatch(/^'=Bo Holm;/);
  });

  it.each(['days=-1', 'days=mange', 'format=pdf', 'table=alt', 'from=i%20g%C3%A5r'])(
    'refuses ?%s with 400',
    async (query) => {
      expect((await town.get(town.keys.leader, `/reports/forgotten?${query}`)).status).toBe(400);
    },
  );
});

describe('reports', () => {
  it('are the staff’s: no company, no other system, no other municipality’s people', async () => {
    const { employer } = await vacancy(town);
    for (const path of ['/reports/spread', '/reports/forgotten', '/reports/forgotten?format=csv'])
      for (const key of [employer, town.keys.integration])
        expect(refusal(await town.get(key, path))).toEqual([403, 'forbidden']);
    const theirs = forgottenOf(await town.get(town.keys.otherMunicipality, '/reports/forgotten'));
    expect(theirs.citizens).toEqual([]);
  });
});
