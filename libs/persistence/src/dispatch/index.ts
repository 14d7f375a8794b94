export { Dispatch } from './dispatch.js';
export type { ClaimedJob, DueJob, DueJobRequest, SoonDueJob } from './due-job.js';
export { DoneJobs } from './done-jobs.js';
export type { TakenJobs } from './enqueue-due-jobs.js';
export { FailedJobs, type FailedJob } from './failed-jobs.js';
export { ListeningDeskBell } from './desk-bell.js';
export type { Listening } from './listen-on.js';
export type { UnroutedEvent } from './route-events.js';
export type { Gauges, Heartbeat } from './vital-signs.js';
