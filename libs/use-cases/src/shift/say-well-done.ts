import {
  addDays,
  dayInWords,
  firstName,
  localDateOf,
  praised,
  reachOf,
  type Actor,
  type Citizen,
  type Language,
  type LocalDate,
  type Shift,
  type SmallJob,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { ResolveEscalation } from '../escalation/resolve.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks, openTask } from '../task/open-task.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { witness, type Heard } from './witness.js';

/**
 * *Godt gået*: one tap by the workplace that reaches the citizen the same day, or the next morning when it is late
 * (R82: to be acknowledged is the strongest engine). Once per shift; a second tap changes nothing.
 */
export class SayWellDone {
  static readonly needs = [Transactor, Ids, ResolveEscalation, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly resolve: ResolveEscalation,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws shift.not-begun, shift.too-long-ago, shift.wrong-state when somebody said that nobody was there. */
  async execute(shiftId: string, actor: Actor, heard?: Heard): Promise<Shift> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const shift = found(await unit.shifts.lock(shiftId), 'shift.not-found');
      refuseOtherCompany(actor, shift.companyId, 'shift.not-found');
      if (shift.wellDoneAt !== null) return shift;
      const after = praised(shift, witness(actor, heard), await unit.now());
      await unit.shifts.update(after);
      if (after.state !== shift.state) {
        await this.resolve.closeCaseOf(unit, shiftId, 'was-there', actor.name);
        await endTasks(unit, { shiftId }, 'Mødt');
        await unit.record({ type: 'CitizenArrived', shiftId });
      }
      await this.tellCitizen(unit, after, actor);
      await unit.record({ type: 'WellDoneSaid', shiftId });
      return after;
    });
  }

  private async tellCitizen(unit: UnitOfWork, shift: Shift, actor: Actor): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(shift.smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.find(shift.citizenId), 'citizen.not-found');
    const now = await unit.now();
    const contact = await contactFor(unit, smallJob.id, now);
    const sender = senderOf(actor, smallJob);
    const byHand = { kind: 'tell-citizen', shiftId: shift.id, smallJobId: smallJob.id } as const;
    const note = `${sender} siger: Godt gået ${dayInWords(shift.date)}`;
    // On a phone that others answer the SMS would only say "Ring til Mette", which sounds like trouble.
    if (onlyAsksToCall(citizen)) {
      const about = { staffId: contact.id, citizenId: citizen.id, note, dueAt: now };
      await openTask(unit, this.ids, { ...byHand, ...about });
      return;
    }
    const leaves = localDateOf(await this.correspondence.leavesAt(unit));
    const data = {
      firstName: firstName(citizen),
      ...contactInWords(contact),
      sender,
      day: praiseDay(shift.date, leaves, citizen.language),
    };
    const letter = { template: 'well-done' as const, data, subjectId: shift.id };
    await this.correspondence.toCitizen(unit, citizen, contact, letter, { ...byHand, note });
  }
}

const onlyAsksToCall = (citizen: Citizen): boolean => {
  const reach = reachOf(citizen);
  return reach.by === 'sms' && reach.onlyAskToCall;
};

/** Whoever tapped, when a person of the company did; otherwise the one who shows the work. */
const senderOf = (actor: Actor, { companyContact }: SmallJob): string =>
  firstName(actor.companyUserId === undefined ? companyContact : actor);

const words = { da: ['i dag', 'i går'], en: ['today', 'yesterday'] } as const;

/** "i dag", "i går" or the date, true on the day on which the message leaves. */
function praiseDay(date: LocalDate, leaves: LocalDate, language: Language): string {
  const [today, yesterday] = words[language];
  if (date === leaves) return today;
  return addDays(date, 1) === leaves ? yesterday : dayInWords(date, language);
}
