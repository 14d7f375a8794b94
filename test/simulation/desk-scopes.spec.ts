import { expect, it } from '@jest/globals';
import { instantOf, Temporal, type Staff, type Task } from '#domain';
import { ShowDesk } from '#use-cases';
import { Draw } from '../builders/draw.js';
import { Village } from './village.js';

const NOW = '2026-11-04T09:00:00Z';

type Desk = Awaited<ReturnType<ShowDesk['execute']>>;
type Line = Desk['lines'][number];
const seeds = Array.from({ length: 40 }, (_, nth) => nth + 1);

const told = ({ about, kind, deadline, owners, tasks }: Line): unknown => ({
  about,
  kind,
  deadline: deadline.toString(),
  owners: owners.map(({ id }) => id).sort(),
  tasks: tasks.map(({ id }) => id).sort(),
});

/**
 * *Mine* and *the team* are read by whose list a task stands on, *all* is everything: what the narrow read shows must be
 * exactly what the wide one shows of the same people.
 */
it.each(seeds)('mine and the team are parts of all, line by line (%i)', async (seed) => {
  const draw = new Draw(seed);
  const village = await Village.found();
  await village.until(NOW);
  const { lars, mette, birgit } = village;
  const people = [lars, mette, birgit];
  const left = village.rows.staff({ active: false, phone: null });
  const subjects = [village.rows.message(), village.rows.message()];
  await village.inside(async (unit) => {
    const [team, other] = [village.rows.staff().id, village.rows.staff().id];
    await unit.teams.insert({ id: team, municipalityId: village.municipality.id, name: 'Vest' });
    await unit.teams.insert({ id: other, municipalityId: village.municipality.id, name: 'Øst' });
    for (const one of people)
      await unit.staff.update({
        ...one,
        teamId: draw.one([team, other, null]),
        ...(draw.chance(0.4) && {
          busyUntil: Temporal.Instant.from(NOW).add({ hours: 2 }),
          busyDeputyId: draw.one(people.filter(({ id }) => id !== one.id)).id,
        }),
      });
    await unit.staff.insert(left);
    await unit.messages.insertMany(subjects);
    if (draw.chance(0.5))
      await unit.covers.insert({
        id: village.rows.staff().id,
        municipalityId: village.municipality.id,
        smallJobId: village.smallJob.id,
        byStaffId: draw.one([lars, birgit]).id,
        from: '2026-11-03',
        to: '2026-11-05',
      });
    for (let nth = 0; nth < 12; nth += 1) await unit.tasks.insert(task(people, left));
  });
  const all = await desk(birgit, 'all');
  for (const who of people)
    for (const scope of ['mine', 'team'] as const) {
      const narrow = await desk(who, scope);
      const ids = scope === 'mine' ? [who.id] : (await teamOf(who)).map(({ id }) => id);
      const wide = all.lines.filter(
        ({ owners }) => owners.length === 0 || owners.some(({ id }) => ids.includes(id)),
      );
      expect(narrow.lines.map(told)).toEqual(wide.map(told));
      expect(narrow.total).toBe(wide.length);
    }

  function task(holders: readonly Staff[], gone: Staff): Task {
    const about = draw.one(['message', 'job', 'nothing'] as const);
    return village.rows.task({
      kind: 'call-citizen',
      staffId: draw.one([...holders.map(({ id }) => id), gone.id, null]),
      citizenId: village.jonas.id,
      dueAt: instantOf('2026-11-04', draw.one(['08:00', '12:00', '15:00'])),
      ...(about === 'message' && { messageId: draw.one(subjects).id }),
      ...(about === 'job' && { smallJobId: village.smallJob.id }),
    });
  }

  function desk(who: Staff, scope: 'mine' | 'team' | 'all'): Promise<Desk> {
    return village.use(ShowDesk).execute({ scope, limit: 100 }, village.as(who));
  }

  function teamOf(who: Staff): Promise<Staff[]> {
    return village.inside(async (unit) => {
      const now = (await unit.staff.find(who.id))!;
      return now.teamId === null ? [now] : unit.staff.list({ teamId: now.teamId });
    });
  }
});
