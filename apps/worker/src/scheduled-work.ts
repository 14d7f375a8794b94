import type { INestApplicationContext } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  DoneJobs,
  IdempotentRequests,
  KeptForms,
  Sessions,
  StoredSignInCodes,
  type Dispatch,
} from '#persistence';
import {
  AskAgain,
  ForgetMatchingChanges,
  ForgetOldImports,
  ForgetOldTexts,
  ForgetRankings,
  ForgetStaleDrafts,
  OpenAllDoors,
  ProveMatching,
  TellLeaders,
  WakeLadder,
  type ScheduleName,
} from '#use-cases';
import { AlarmNews } from './alarm-news.js';
import { Auditor } from './auditor.js';
import type { WorkerConfig } from './config.js';
import type { DueJobRunner } from './due-job-runner.js';
import { DONE_JOBS_KEPT_DAYS, housekeeping, type Tidying } from './housekeeping.js';
import { MatchingProof } from './matching-proof.js';
import { outsidePing } from './outside-ping.js';
import { RepairFinding } from './repair-finding.js';
import { SignInHousekeeping } from './sign-in-housekeeping.js';
import { Sweeper } from './sweeper.js';
import type { Scheduled } from './timetable.js';

interface Parts {
  config: Pick<WorkerConfig, 'WATCH_PING_URL'>;
  context: Pick<INestApplicationContext, 'get'>;
  dispatch: Dispatch;
  runner: DueJobRunner;
  queueIsDown: () => boolean;
  beat: () => Promise<void>;
  log: Logger;
}

export interface Scheduling {
  work: Record<ScheduleName, Scheduled>;
  sweeper: Sweeper;
  matchingProof: MatchingProof;
}

/** Who does what is scheduled. */
export function scheduledWork(parts: Parts): Scheduling {
  const { config, context, dispatch, runner, queueIsDown, beat, log } = parts;
  const sweeper = new Sweeper(dispatch, runner, log, queueIsDown);
  const matchingProof = new MatchingProof(dispatch, context.get(ProveMatching), log);
  const auditor = new Auditor({
    dispatch,
    repairs: new RepairFinding(context.get(AskAgain), context.get(WakeLadder)),
    ping: outsidePing(config.WATCH_PING_URL),
    log,
  });
  const news = new AlarmNews(dispatch, context.get(TellLeaders));
  const signIn = new SignInHousekeeping({
    dispatch,
    openAllDoors: context.get(OpenAllDoors),
    sessions: context.get(Sessions),
    keptForms: context.get(KeptForms),
    codes: context.get(StoredSignInCodes),
  });
  const work: Record<ScheduleName, Scheduled> = {
    sweep: (signal) => sweeper.sweep(signal),
    heartbeat: () => beat(),
    audit: () => auditor.audit(),
    'tell-leaders': () => news.tell(),
    'sign-in-housekeeping': (signal) => signIn.clean(signal),
    'matching-proof': (signal) => matchingProof.run(signal),
    'forget-dead-hearts': async () => ({ forgotten: await dispatch.forgetDeadHearts() }),
    ...housekeeping(dispatch, tidying(context)),
  };
  return { work, sweeper, matchingProof };
}

type TidyingName = Exclude<ScheduleName & `forget-${string}`, 'forget-dead-hearts'>;

/** What is not to be kept, each of it by whoever throws it away. */
export const tidying = (context: Parts['context']): Record<TidyingName, Tidying> => {
  const texts = context.get(ForgetOldTexts);
  const drafts = context.get(ForgetStaleDrafts);
  const rankings = context.get(ForgetRankings);
  const changes = context.get(ForgetMatchingChanges);
  const imports = context.get(ForgetOldImports);
  const answers = context.get(IdempotentRequests);
  const doneJobs = context.get(DoneJobs);
  return {
    'forget-old-texts': (id: string) => texts.execute(id),
    'forget-stale-drafts': (id: string) => drafts.execute(id),
    'forget-rankings': (id: string) => rankings.execute(id),
    'forget-matching-changes': (id: string) => changes.execute(id),
    'forget-old-imports': (id: string) => imports.execute(id),
    'forget-old-answers': (id: string) => answers.forgetOld(id),
    'forget-done-jobs': (id: string) => doneJobs.forgetOld(id, DONE_JOBS_KEPT_DAYS),
  };
};
