import { describe, expect, test } from '@jest/globals';
import { Temporal } from '#domain';
import { DispatchDesk, soon } from './dispatch-desk.js';

const desk = new DispatchDesk();

describe('routing events', () => {
  const post = () =>
    desk.place.inside((unit) => unit.record({ type: 'SmallJobPosted', smallJobId: desk.place.smallJob.id }));

  test('turns each into its jobs once, however many relays there are', async () => {
    for (let n = 0; n < 30; n++) await post();
    let asked = 0;
    const route = () =>
      desk.dispatch.takeUnroutedEvents(7, ({ event, municipalityId }) => {
        asked++;
        expect(municipalityId).toBe(desk.place.municipalityId);
        return event.type === 'SmallJobPosted' ? [{ job: 'match.rank', subjectId: event.smallJobId }] : [];
      });
    while ((await Promise.all([route(), route(), route()])).some((routed) => routed > 0));
    expect(asked).toBe(30);
    expect((await desk.dispatch.gauges()).unroutedEvents).toBe(0);
    expect((await desk.dispatch.takeDueSoon(soon)).jobs.length).toBeGreaterThan(0);
  });

  test('leaves an event alone when its jobs cannot be written', async () => {
    await post();
    const failing = desk.dispatch.takeUnroutedEvents(10, () => {
      throw new Error('no reaction known');
    });
    await expect(failing).rejects.toThrow('no reaction known');
    const gauges = await desk.dispatch.gauges();
    expect(gauges.unroutedEvents).toBe(1);
    expect(gauges.oldestUnroutedEventSeconds).toBeGreaterThan(0);
  });

  test('gives a job the time that was asked for', async () => {
    await post();
    const dueAt = Temporal.Now.instant().add({ hours: 1 }).round('millisecond');
    await desk.dispatch.takeUnroutedEvents(10, () => [
      { job: 'match.lapse', subjectId: desk.place.match.id, dueAt },
    ]);
    expect((await desk.dispatch.takeDueSoon(soon)).jobs).toEqual([]);
    const { jobs } = await desk.dispatch.takeDueSoon({ withinSeconds: 3_601, limit: 1 });
    expect(jobs[0]).toMatchObject({ job: 'match.lapse', subjectId: desk.place.match.id, attempts: 0 });
    expect(jobs[0]!.dueAt.equals(dueAt)).toBe(true);
    expect(jobs[0]!.delayMs).toBeGreaterThan(3_590_000);
  });
});
