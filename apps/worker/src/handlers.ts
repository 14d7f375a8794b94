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
  SettleMessage,
  ShowNextPerson,
  TakeStep,
  TellCompany,
} from '#use-cases';

/** What a job does: a use case reads the state again and may find that nothing is to be done. */
export type Handler = (municipalityId: string, subjectId: string) => Promise<void>;

type UseCaseOf<T> = abstract new (...args: never[]) => T;
/** Gives the one instance of a use case. */
export type Find = <T>(useCase: UseCaseOf<T>) => T;

/** Job name to use case, one line each; exhaustive by type, so a job without a handler does not compile. */
export const handlersWith = (find: Find): Record<DueJobName, Handler> => ({
  'match.rank': (municipality, id) => find(RankCandidates).aheadOfTime(municipality, id),
  'match.remind-employer': (municipality, id) => find(RemindEmployer).execute(municipality, id),
  'match.lapse': (municipality, id) => find(LapseMatch).execute(municipality, id),
  'offer.remind': (municipality, id) => find(RemindOfOffer).execute(municipality, id),
  'offer.expire': (municipality, id) => find(ExpireOffer).execute(municipality, id),
  'offer.tell-company': (municipality, id) => find(TellCompany).whenBinding(municipality, id),
  'offer.show-next-person': (municipality, id) => find(ShowNextPerson).execute(municipality, id),
  'message.deliver': (municipality, id) => find(DeliverMessage).execute(municipality, id),
  'message.settle': (municipality, id) => find(SettleMessage).execute(municipality, id),
  'shift.plan-ahead': (municipality, id) => find(PlanShifts).ahead(municipality, id),
  'shift.remind': (municipality, id) => find(RemindOfShift).execute(municipality, id),
  'shift.check-evidence': (municipality, id) => find(CheckEvidence).execute(municipality, id),
  'shift.list-unconfirmed': (municipality, id) => find(ListUnconfirmed).execute(municipality, id),
  'escalation.take-step': (municipality, id) => find(TakeStep).execute(municipality, id),
  'escalation.ask-still-at-it': (municipality, id) => find(AskStillAtIt).execute(municipality, id),
  'escalation.expire-acknowledge': (municipality, id) => find(ExpireAcknowledge).execute(municipality, id),
  'escalation.resume': (municipality, id) => find(ResumeEscalation).execute(municipality, id),
});

/** The use cases that the handlers ask for. */
export const handlerUseCases = [
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
  SettleMessage,
  ShowNextPerson,
  TakeStep,
  TellCompany,
] as const;
