import {
  checkLadder,
  DomainError,
  type Actor,
  type Ladder,
  type LadderDefinition,
  type LadderName,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';

/** A leader changes a ladder. Running cases keep their copy; a ladder that could fall silent is refused. */
export class ChangeLadder {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(name: LadderName, definition: LadderDefinition, actor: Actor): Promise<Ladder> {
    checkLadder(definition);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      await refuseUnreachable(unit, definition);
      const before = await unit.ladders.first({ name }, { lock: true });
      const ladder: Ladder = {
        id: before?.id ?? this.ids.next(),
        municipalityId: actor.municipalityId,
        name,
        version: (before?.version ?? 0) + 1,
        definition,
        changedByStaffId: actor.staffId ?? null,
        changedAt: await unit.now(),
      };
      await (before ? unit.ladders.update(ladder) : unit.ladders.insert(ladder));
      await unit.record({ type: 'LadderChanged', ladder: name });
      return ladder;
    });
  }
}

/** A step to people who have no such address is refused now, not found out in the night. */
async function refuseUnreachable(unit: UnitOfWork, definition: LadderDefinition): Promise<void> {
  const staff = await unit.staff.list({ active: true });
  for (const [at, step] of definition.steps.entries()) {
    if (step.channel === 'task' || step.who === 'citizen' || step.who === 'workplace' || step.who === 'list')
      continue;
    const group = step.who === 'leader' ? staff.filter((person) => person.role === 'leader') : staff;
    const reachable = group.some((person) => (step.channel === 'sms' ? person.phone : person.email) !== null);
    if (!reachable)
      throw new DomainError('ladder.step-unreachable', { step: at, who: step.who, channel: step.channel });
  }
}
