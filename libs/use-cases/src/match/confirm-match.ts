import {
  DomainError,
  matchStates,
  refuseUnless,
  type Actor,
  type Interest,
  type Match,
  type Offer,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { MakeOffer } from '../offer/make-offer.js';
import { endTasks } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { firstName } from '#domain';
import { checkFit } from './check-fit.js';

/** What only the citizen has said yes to is shown; the rest does not exist for a company. */
export function refuseUnseen(match: Match, actor: Actor): void {
  if (actor.role === 'employer' && match.interest === null) throw new DomainError('match.not-found');
}

/**
 * A start without a meeting only when the citizen wants that (practice). Where nobody asked, the contact may
 * know it from a talk; a company cannot. The offer asks the citizen in any case, and BESØG is an answer.
 */
const mayStartDirectly = ({ startWithoutMeeting }: Interest, actor: Actor): boolean =>
  startWithoutMeeting ?? actor.role !== 'employer';

/** A company is not told that the person has another offer: that is between the citizen and the contact. */
function keepQuiet(error: unknown, actor: Actor): never {
  const tells = error instanceof DomainError && error.code === 'offer.citizen-has-open-offer';
  throw tells && actor.role === 'employer' ? new DomainError('match.not-possible-now') : error;
}

/**
 * The company says yes. Consent and hard constraints are checked again, the seat is taken, and the offer is
 * made in the same transaction: binding for the company from here.
 */
export class ConfirmMatch {
  static readonly needs = [Transactor, MakeOffer, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly makeOffer: MakeOffer,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(
    matchId: string,
    start: 'meet' | 'direct',
    actor: Actor,
  ): Promise<{ match: Match; offer: Offer }> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, matchId, start, actor),
    );
  }

  async within(
    unit: UnitOfWork,
    matchId: string,
    start: 'meet' | 'direct',
    actor: Actor,
  ): Promise<{ match: Match; offer: Offer }> {
    const peek = found(await unit.matches.find(matchId), 'match.not-found');
    const smallJob = found(await unit.smallJobs.lock(peek.smallJobId), 'small-job.not-found');
    refuseOtherCompany(actor, smallJob.companyId, 'match.not-found');
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    refuseUnseen(match, actor);
    refuseUnless(match.interest !== null, 'match.no-interest');
    refuseUnless(start === 'meet' || mayStartDirectly(match.interest, actor), 'match.citizen-wants-to-meet');
    const citizen = found(await unit.citizens.lock(match.citizenId), 'citizen.not-found');
    const confirmed: Match = {
      ...match,
      state: matchStates.move(match.state, 'confirmed'),
      start,
      decidedAt: await unit.now(),
      decidedBy: actor.name,
      remindAt: null,
      lapsesAt: null,
    };
    refuseUnless(smallJob.status === 'open', 'small-job.wrong-state', { from: smallJob.status, to: 'open' });
    await checkFit(unit, smallJob, citizen, actor);
    await unit.matches.update(confirmed);
    await endTasks(unit, { matchId, kind: 'employer-silent' }, 'Virksomheden sagde ja');
    const offer = await this.makeOffer
      .within(unit, { match: confirmed, smallJob, citizen })
      .catch((error: unknown) => keepQuiet(error, actor));
    const contact = await fixedContactOf(unit, smallJob.id);
    const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
    if (contact) {
      const data = {
        contact: firstName(contact),
        company: company.name,
        title: smallJob.title,
        pseudonym: match.pseudonym,
      };
      await this.correspondence.toStaff(
        unit,
        contact,
        { template: 'match-confirmed', data, subjectId: match.id },
        contact.email ? 'email' : 'sms',
      );
    }
    await unit.record({ type: 'MatchConfirmed', matchId });
    return { match: confirmed, offer };
  }
}
