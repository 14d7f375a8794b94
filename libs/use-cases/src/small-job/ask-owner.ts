import { firstName, refuseUnless, weeklyMinutes, type Actor, type SmallJob } from '#domain';
import { enlistCompanyPhone } from '../company/give-up-addresses.js';
import { contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { Secrets, Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/**
 * From a visit in the yard: the owner gets an SMS about the draft and answers JA. Who asked is the one who is named and
 * called; a draft that nobody answers for can be asked about all the same.
 */
export class AskOwner {
  static readonly needs = [Transactor, Secrets, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws small-job.wrong-state for what is no draft, small-job.owner-not-asked without a number of hers or his */
  async execute(smallJobId: string, actor: Actor): Promise<SmallJob> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
      refuseUnless(before.status === 'draft', 'small-job.wrong-state', { from: before.status, to: 'draft' });
      const company = found(await unit.companies.find(before.companyId), 'company.not-found');
      const asker = found(await unit.staff.find(actor.staffId), 'staff.not-found');
      const now = await unit.now();
      const { name, phone } = before.companyContact;
      refuseUnless(phone !== '', 'small-job.owner-not-asked');
      await enlistCompanyPhone(unit, this.secrets, company.id, phone);
      const written = await this.correspondence.toCompany(
        unit,
        company,
        {
          template: 'owner-asked',
          data: {
            ...contactInWords(asker),
            companyContact: firstName({ name }),
            title: before.title,
            hours: hoursInWords(before),
          },
          question: 'draft',
          subjectId: smallJobId,
          occasion: now.toString(),
        },
        { phone, email: company.contact.email },
      );
      refuseUnless(
        written.some(({ channel }) => channel === 'sms'),
        'small-job.owner-not-asked',
      );
      const after: SmallJob = { ...before, ownerAskedAt: now };
      await unit.smallJobs.update(after);
      return after;
    });
  }
}

/** "12", "7,5": as it is read in an SMS. */
const hoursInWords = ({ weeklyShifts }: SmallJob): string =>
  String(Math.round(weeklyMinutes(weeklyShifts) / 6) / 10).replace('.', ',');
