/** Something that a worker does again and again. */
export interface Schedule {
  everySeconds: number;
  /** After the start; the first time is not put off by a day of many starts. */
  firstAfterSeconds: number;
}

const hourly: Schedule = { everySeconds: 3_600, firstAfterSeconds: 60 };
const hourlyFromTheStart: Schedule = { everySeconds: 3_600, firstAfterSeconds: 0 };

/** Everything that is scheduled, by name. What did not go well for longer than this is a finding of the auditor. */
export const schedules = {
  sweep: { everySeconds: 5, firstAfterSeconds: 5 },
  heartbeat: { everySeconds: 5, firstAfterSeconds: 0 },
  audit: { everySeconds: 30, firstAfterSeconds: 10 },
  'tell-leaders': { everySeconds: 10, firstAfterSeconds: 5 },
  'sign-in-housekeeping': hourlyFromTheStart,
  'matching-proof': hourlyFromTheStart,
  'forget-old-texts': hourly,
  'forget-stale-drafts': hourly,
  'forget-rankings': hourly,
  'forget-matching-changes': hourly,
  'forget-old-imports': hourly,
  'forget-old-answers': hourly,
  'forget-done-jobs': hourly,
  'forget-dead-hearts': hourly,
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;
export const scheduleNames = Object.keys(schedules) as ScheduleName[];

/** How long after it should have gone well something counts as not done: one turn may be missed, and a minute. */
export const patienceSeconds = ({ everySeconds }: Schedule): number => 2 * everySeconds + 60;

/** What is known of the last runs. */
interface Known {
  name: string;
  doneSecondsAgo: number | null;
}

/** Names that did not go well for too long. One that never did counts from the start of who asks. */
export function lateSchedules(known: readonly Known[], watchingForSeconds: number): ScheduleName[] {
  const done = new Map(known.map(({ name, doneSecondsAgo }) => [name, doneSecondsAgo]));
  return scheduleNames.filter((name) => {
    const schedule = schedules[name];
    const since = done.get(name) ?? watchingForSeconds - schedule.firstAfterSeconds;
    return since > patienceSeconds(schedule);
  });
}
