import { firstName, localDateOf, type Actor, type MessageData, type SmallJob, type Staff } from '#domain';
import { contactInWords, fixedContactOf } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { PublishSmallJob } from './publish-small-job.js';

type Answer = 'yes' | 'no' | 'call';

/**
 * The owner has answered about a draft. JA publishes it when it is complete; in every other case, and to tell that it
 * is out, it goes onto the list of whoever asked.
 */
export class AnswerForOwner {
  static readonly needs = [Ids, PublishSmallJob, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly publish: PublishSmallJob,
    private readonly correspondence: Correspondence,
  ) {}

  async within(unit: UnitOfWork, smallJobId: string, answer: Answer, actor: Actor): Promise<void> {
    const job = found(await unit.smallJobs.lock(smallJobId), 'small-job.not-found');
    if (job.status !== 'draft' || job.ownerAskedAt === null) return;
    const asker = await whoAsked(unit, job);
    const missing = await missingIn(unit, job);
    await unit.smallJobs.update({ ...job, ownerAskedAt: null });
    const isOut = answer === 'yes' && missing === null;
    if (isOut) await this.publish.within(unit, smallJobId, actor);
    await openTask(unit, this.ids, {
      kind: 'owner-answered',
      staffId: asker?.id ?? null,
      smallJobId,
      note: noteOf(job, answer, missing),
      dueAt: await unit.now(),
    });
    if (asker) await this.thank(unit, job, asker, isOut ? 'published' : answer === 'yes' ? 'waits' : answer);
  }

  private async thank(
    unit: UnitOfWork,
    { id, companyId, companyContact, ownerAskedAt }: SmallJob,
    asker: Staff,
    answer: MessageData['owner-thanks']['answer'],
  ): Promise<void> {
    const company = found(await unit.companies.find(companyId), 'company.not-found');
    await this.correspondence.toCompany(
      unit,
      company,
      {
        template: 'owner-thanks',
        data: { ...contactInWords(asker), answer },
        subjectId: id,
        occasion: String(ownerAskedAt),
      },
      { phone: companyContact.phone, email: null },
      'sms',
    );
  }
}

/** The fixed contact, or whoever made the visit that the draft came from. */
async function whoAsked(unit: UnitOfWork, job: SmallJob): Promise<Staff | undefined> {
  const contact = await fixedContactOf(unit, job.id);
  if (contact) return contact;
  const visits = await unit.visits.list({ companyId: job.companyId });
  const visit = visits.find(({ observations }) =>
    observations.some(({ smallJobId }) => smallJobId === job.id),
  );
  const visitor = visit?.byStaffId ? await unit.staff.find(visit.byStaffId) : undefined;
  return visitor ?? unit.staff.first({ role: 'leader', active: true });
}

/** What still has to be settled before the draft can be published; in words for the list. */
async function missingIn(unit: UnitOfWork, job: SmallJob): Promise<string | null> {
  const contact = await fixedContactOf(unit, job.id);
  if (!contact?.active || !contact.phone) return 'en fast kontaktperson';
  return job.startDate < localDateOf(await unit.now()) ? 'en startdato, der ikke er passeret' : null;
}

function noteOf({ title, companyContact }: SmallJob, answer: Answer, missing: string | null): string {
  const name = firstName(companyContact);
  if (answer === 'no') return `${name} sagde nej til at slå »${title}« op.`;
  if (answer === 'call') return `${name} vil gerne ringes op om »${title}«.`;
  return missing === null
    ? `${name} sagde ja. »${title}« er slået op. Se, hvem der passer.`
    : `${name} sagde ja til »${title}«. Der mangler ${missing}.`;
}
