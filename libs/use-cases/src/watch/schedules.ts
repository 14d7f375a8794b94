/** Something that a worker does again and again. */
export interface Schedule {
  everySeconds: number;
  /** After the start; the first time is not put off by a day of many starts. */
  firstAfterSeconds: number;
  /** Done by one process it is done for all: whoever starts does not do it again. */
  onceForAll?: true;
}

const hourly: Schedule = { everySeconds: 3_600, firstAfterSeconds: 60 };
const hourlyForAll: Schedule = { ...hourly, onceForAll: true };

/** Everything that is scheduled, by name. What did not go well for longer than this is a finding of the auditor. */
export const schedules = {
  // Whoever was killed has left something behind: the one that comes instead looks first.
  sweep: { everySeconds: 3, firstAfterSeconds: 0 },
  heartbeat: { everySeconds: 5, firstAfterSeconds: 0 },
  audit: { everySeconds: 30, firstAfterSeconds: 10 },
  'tell-leaders': { everySeconds: 10, firstAfterSeconds: 5 },
  'sign-in-housekeeping': { ...hourlyForAll, firstAfterSeconds: 0 },
  // Each process has an index of its own. What is due comes first after a start.
  'matching-proof': hourly,
  'forget-old-texts': hourlyForAll,
  'forget-stale-drafts': hourlyForAll,
  'forget-rankings': hourlyForAll,
  'forget-matching-changes': hourlyForAll,
  'forget-old-imports': hourlyForAll,
  'forget-old-answers': hourlyForAll,
  'forget-done-jobs': hourlyForAll,
  'forget-dead-hearts': hourlyForAll,
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof schedules;
export const scheduleNames = Object.keys(schedules) as ScheduleName[];

/** Whether somebody did it so short a time ago that it need not be done again. Clocks and intervals may differ by a minute. */
export const isDoneForAll = (
  { onceForAll, everySeconds }: Schedule,
  doneSecondsAgo: number | null,
): boolean => onceForAll === true && doneSecondsAgo !== null && doneSecondsAgo < everySeconds - 60;

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
