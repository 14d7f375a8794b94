import type { DueJobName } from '#domain';
import {
  AskStillAtIt,
  CheckEvidence,
  DeliverMessage,
  ExpireAcknowledge,
  ExpireOffer,
  LapseMatch,
  ListUnconfirmed,
  PlanShifts,
  RankCandidates,
  RemindEmployer,
  RemindOfOffer,
  RemindOfShift,
  ResumeEscalation,
  RunBulkProposal,
  RunImport,
  SettleMessage,
  ShowNextPerson,
  TakeStep,
  TellCompany,
  WatchLastDay,
} from '#use-cases';

/** What a job does: a use case reads the state again and may find that nothing is to be done. */
export type Handler = (municipalityId: string, subjectId: string) => Promise<void>;

type UseCase<T = unknown> = abstract new (...args: never[]) => T;
/** Gives the one instance of a use case. */
export type Find = <T>(useCase: UseCase<T>) => T;

interface Row {
  useCase: UseCase;
  handlerWith: (find: Find) => Handler;
}

/** A job whose use case is simply executed. */
const runs = <T extends { execute: Handler }>(useCase: UseCase<T>): Row =>
  doing(useCase, (it) => it.execute.bind(it));

const doing = <T>(useCase: UseCase<T>, how: (it: T) => Handler): Row => ({
  useCase,
  handlerWith: (find) => (municipalityId, subjectId) => how(find(useCase))(municipalityId, subjectId),
});

/** Job name to use case, one line each; exhaustive by type, so a job without a handler does not compile. */
const table: Record<DueJobName, Row> = {
  'match.rank': doing(RankCandidates, (it) => it.aheadOfTime.bind(it)),
  'match.remind-employer': runs(RemindEmployer),
  'match.lapse': runs(LapseMatch),
  'offer.remind': runs(RemindOfOffer),
  'offer.expire': runs(ExpireOffer),
  'offer.tell-company': doing(TellCompany, (it) => it.whenBinding.bind(it)),
  'offer.show-next-person': runs(ShowNextPerson),
  'message.deliver': runs(DeliverMessage),
  'message.settle': runs(SettleMessage),
  'agreement.watch-last-day': runs(WatchLastDay),
  'shift.plan-ahead': doing(PlanShifts, (it) => it.ahead.bind(it)),
  'shift.remind': runs(RemindOfShift),
  'shift.check-evidence': runs(CheckEvidence),
  'shift.list-unconfirmed': runs(ListUnconfirmed),
  'escalation.take-step': runs(TakeStep),
  'escalation.ask-still-at-it': runs(AskStillAtIt),
  'escalation.expire-acknowledge': runs(ExpireAcknowledge),
  'escalation.resume': runs(ResumeEscalation),
  'import.run': runs(RunImport),
  'bulk-proposal.run': runs(RunBulkProposal),
};

/** The use cases that jobs ask for. */
export const handlerUseCases: readonly UseCase[] = Object.values(table).map(({ useCase }) => useCase);

export const handlersWith = (find: Find): Record<DueJobName, Handler> =>
  Object.fromEntries(Object.entries(table).map(([job, row]) => [job, row.handlerWith(find)])) as Record<
    DueJobName,
    Handler
  >;
