import { refuseUnless, type Actor, type Agreement } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { refuseFaults, termsOf, type AgreementTerms } from './terms.js';

/**
 * A draft says something else. Whoever had signed, signed other words: the signatures fall away and are asked for
 * again.
 */
export class ReviseAgreement {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws agreement.wrong-state once all three have signed, and what a new agreement can be refused for */
  async execute(agreementId: string, input: AgreementTerms, actor: Actor): Promise<Agreement> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.agreements.lock(agreementId), 'agreement.not-found');
      refuseUnless(before.state === 'draft', 'agreement.wrong-state', { from: before.state });
      const smallJob = found(await unit.smallJobs.find(before.smallJobId), 'small-job.not-found');
      const agreement: Agreement = { ...before, ...termsOf(input), signatures: [] };
      refuseFaults(agreement, smallJob);
      await unit.agreements.update(agreement);
      return agreement;
    });
  }
}
