import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rosterViews, type RosterFilter, type RosterOrder, type RosterView } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { at } from './rows.js';
import { workplaceIn, type Workplace } from './workplace.js';

describe.each(databases)('the list of citizens %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;
  const names = new Map<string, string>();
  const moment = () => ({
    staffId: place.staff.id,
    today: '2026-11-10',
    quietSince: at('2026-10-11T00:00:00Z'),
  });

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
    const { rows, staff, smallJob, company } = place;
    names.set(place.citizen.id, 'working');
    const person = (name: string, over = {}) => {
      const citizen = rows.citizen({
        name,
        brokerId: null,
        saidYes: true,
        availableFrom: '2026-11-01',
        preferredChannel: 'letter',
        contactLevel: 'normal',
        jobGoals: [],
        ...over,
      });
      names.set(citizen.id, name);
      return citizen;
    };
    const goals = [{ category: 'lager', rank: 1, ownWords: 'Kasser' }];
    const mine = person('Ane', {
      brokerId: staff.id,
      jobGoals: goals,
      waitingSince: at('2026-03-01T08:00:00Z'),
    });
    const later = person('Østen', { availableFrom: '2026-12-01', waitingSince: at('2026-01-01T08:00:00Z') });
    const not = person('Åge', { saidYes: false, waitingSince: at('2026-02-01T08:00:00Z') });
    const heard = person('Bo', { contactLevel: 'close', waitingSince: at('2026-04-01T08:00:00Z') });
    const asked = person('Zoe', { preferredChannel: 'in-person', waitingSince: at('2026-05-01T08:00:00Z') });
    await place.inside(async (unit) => {
      await unit.citizens.insertMany([mine, later, not, heard, asked]);
      await unit.matches.insert(
        rows.match(smallJob.id, heard.id, {
          state: 'rejected',
          rejectReason: 'not-now',
          proposedAt: at('2026-11-01T08:00:00Z'),
        }),
      );
      await unit.matches.insert(rows.match(smallJob.id, asked.id, { state: 'asking', proposedAt: null }));
      const ended = rows.match(smallJob.id, mine.id, {
        state: 'lapsed',
        proposedAt: at('2026-06-01T08:00:00Z'),
      });
      await unit.matches.insert(ended);
      const offer = rows.offer(ended, company.id, { state: 'accepted' });
      await unit.offers.insert(offer);
      await unit.agreements.insert(
        rows.agreement(offer, { state: 'ended', endedAt: at('2026-09-01T08:00:00Z'), endReason: 'other' }),
      );
    });
  });
  afterAll(() => database.close());

  const page = async (
    view: RosterView,
    over: { filter?: RosterFilter; order?: RosterOrder; after?: string; limit?: number } = {},
  ): Promise<(string | undefined)[]> => {
    const asked = { view, filter: {}, order: 'name' as const, limit: 10, ...over };
    const ids = await place.inside((unit) => unit.roster.page(asked, moment()));
    return ids.map((id) => names.get(id));
  };
  const without = (found: (string | undefined)[]) => found.filter((name) => name !== 'working');

  test('has Danish order', async () => {
    expect(without(await page('all'))).toEqual(['Ane', 'Bo', 'Zoe', 'Østen', 'Åge']);
  });

  test('has who has waited longest first', async () => {
    expect(without(await page('waiting', { order: 'waiting' }))).toEqual(['Østen', 'Ane', 'Bo']);
  });

  test('has its views', async () => {
    expect(without(await page('not-proposed'))).toEqual(['Ane', 'Østen']);
    expect(without(await page('ready'))).toEqual(['Ane', 'Bo']);
    expect(without(await page('no-goal'))).toEqual(['Bo', 'Zoe', 'Østen', 'Åge']);
    expect(await page('at-work')).toEqual(['working']);
    expect(await page('mine')).toContain('Ane');
    expect(await page('mine')).not.toContain('Bo');
  });

  test('counts what it shows', async () => {
    const counts = await place.inside((unit) => unit.roster.counts(moment()));
    for (const view of rosterViews) expect([view, counts[view]]).toEqual([view, (await page(view)).length]);
  });

  test('can be narrowed down', async () => {
    expect(without(await page('all', { filter: { category: 'lager', brokerId: place.staff.id } }))).toEqual([
      'Ane',
    ]);
    expect(await page('all', { filter: { contactLevel: 'close' } })).toEqual(['Bo']);
    expect(await page('all', { filter: { channel: 'in-person' } })).toEqual(['Zoe']);
    expect(await page('all', { filter: { category: 'nothing' } })).toEqual([]);
  });

  test('goes on after somebody, and begins again after somebody who is gone', async () => {
    const all = await place.inside((unit) =>
      unit.roster.page({ view: 'all', filter: {}, order: 'name', limit: 10 }, moment()),
    );
    for (const order of ['name', 'waiting'] as const) {
      const whole = await place.inside((unit) =>
        unit.roster.page({ view: 'all', filter: {}, order, limit: 10 }, moment()),
      );
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const ids = await place.inside((unit) =>
          unit.roster.page({ view: 'all', filter: {}, order, limit: 2, ...(after && { after }) }, moment()),
        );
        if (ids.length === 0) break;
        seen.push(...ids);
        after = ids.at(-1);
      }
      expect(seen).toEqual(whole);
    }
    expect(await page('all', { after: '01890000-0000-7000-8000-00000000dead' })).toHaveLength(all.length);
  });
});
