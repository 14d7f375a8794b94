import type {
  Actor,
  DomainEvent,
  DueJobName,
  Holidays,
  LocalDate,
  Municipality,
  RateTable,
  Temporal,
} from '#domain';
import type { DirectoryEntry, Ids } from '#use-cases';
import type { EntityManager } from 'typeorm';
import { enlistInDirectory } from '../transaction/directory.js';
import { recordEvents } from '../transaction/recorded-events.js';
import { TypeormUnitOfWork } from '../transaction/typeorm-unit-of-work.js';
import { askForWork, takeBackWork } from '../transaction/wanted-work.js';
import { eachOnce } from './each-once.js';
import { RoundsStore, type Side } from './rounds-store.js';

/**
 * What one piece of work of a shared transaction sees: the same as alone. Rows, the clock, wake-ups and events go in rounds;
 * what is rare is asked as ever, in the same transaction.
 */
export class RoundsUnitOfWork extends TypeormUnitOfWork {
  /** @param common one for all pieces of work: they share its clock */
  constructor(
    manager: EntityManager,
    municipalityId: string,
    ids: Ids,
    private readonly common: TypeormUnitOfWork,
    private readonly side: Side,
  ) {
    super(
      manager,
      municipalityId,
      ids,
      true,
      (schema) => new RoundsStore(manager, municipalityId, schema, side),
    );
  }

  override now(): Promise<Temporal.Instant> {
    return this.common.now();
  }

  override municipality(): Promise<Municipality> {
    return this.side.rounds.askOnce('municipality', () => super.municipality());
  }

  override async lockMunicipality(): Promise<Municipality> {
    const { owners, member } = this.side;
    const [row] = await owners.lock(member, 'municipalities', async () => [await super.lockMunicipality()]);
    return row!;
  }

  override holidays(from: LocalDate, to: LocalDate): Promise<Holidays> {
    return this.side.rounds.askOnce(`holidays ${from} ${to}`, () => super.holidays(from, to));
  }

  override rates(on: LocalDate): Promise<RateTable> {
    return this.side.rounds.askOnce(`rates ${on}`, () => super.rates(on));
  }

  override record(event: DomainEvent, by?: Pick<Actor, 'staffId'>): Promise<void> {
    const recorded = { id: this.ids.next(), event, byStaffId: by?.staffId ?? null };
    return this.inRounds('record', recorded, recordEvents);
  }

  override wake(job: DueJobName, subjectId: string, at?: Temporal.Instant): Promise<void> {
    const wanted = { id: this.ids.next(), job, subjectId, at };
    return this.inRounds('wake', wanted, askForWork, (one) => `${one.job} ${one.subjectId}`);
  }

  override forget(job: DueJobName, subjectId: string): Promise<void> {
    return this.inRounds('forget', { job, subjectId }, takeBackWork);
  }

  override enlist(entry: DirectoryEntry): Promise<void> {
    const nameOf = ({ kind, key, subjectId }: DirectoryEntry): string => `${kind} ${key} ${subjectId}`;
    return this.inRounds('enlist', entry, enlistInDirectory, nameOf);
  }

  /** `nameOf`: of two with the same name the second is a statement of its own. */
  private async inRounds<Q>(
    form: string,
    question: Q,
    all: (manager: EntityManager, municipalityId: string, questions: Q[]) => Promise<void>,
    nameOf?: (question: Q) => string,
  ): Promise<void> {
    await this.side.rounds.ask(form, question, async (questions) => {
      const groups = nameOf ? eachOnce(questions, nameOf) : [questions];
      await Promise.all(groups.map((group) => all(this.manager, this.municipalityId, group)));
      return questions;
    });
  }
}
