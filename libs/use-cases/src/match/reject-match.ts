import { firstName, matchStates, type Actor, type Match, type RejectReason } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { refuseUnseen } from './confirm-match.js';

const words: Record<RejectReason, string> = {
  'hours-do-not-fit': 'timerne passer ikke',
  'tasks-do-not-fit': 'opgaverne passer ikke',
  'found-another': 'har fundet en anden',
  'no-need-any-more': 'har ikke brug for hjælp mere',
  'not-now': 'ikke lige nu',
  other: 'andet',
};

/** The company says no, with a reason from a closed list. The contact tells the citizen, never a machine. */
export class RejectMatch {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(matchId: string, reason: RejectReason, actor: Actor): Promise<Match> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, matchId, reason, actor),
    );
  }

  async within(unit: UnitOfWork, matchId: string, reason: RejectReason, actor: Actor): Promise<Match> {
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    refuseOtherCompany(actor, smallJob.companyId, 'match.not-found');
    refuseUnseen(match, actor);
    const now = await unit.now();
    const rejected: Match = {
      ...match,
      state: matchStates.move(match.state, 'rejected'),
      rejectReason: reason,
      decidedAt: now,
      decidedBy: actor.name,
      remindAt: null,
      lapsesAt: null,
    };
    await unit.matches.update(rejected);
    const contact = await fixedContactOf(unit, smallJob.id);
    const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
    await openTask(unit, this.ids, {
      kind: 'tell-citizen-no',
      staffId: contact?.id ?? match.proposedByStaffId,
      citizenId: match.citizenId,
      matchId,
      smallJobId: smallJob.id,
      note: `${company.name}: ${words[reason]}`,
      dueAt: now,
    });
    if (contact) {
      const data = {
        contact: firstName(contact),
        company: company.name,
        title: smallJob.title,
        pseudonym: match.pseudonym,
        reason: words[reason],
      };
      await this.correspondence.toStaff(
        unit,
        contact,
        { template: 'match-rejected', data, subjectId: matchId },
        contact.email ? 'email' : 'sms',
      );
    }
    await unit.record({ type: 'MatchRejected', matchId });
    return rejected;
  }
}
