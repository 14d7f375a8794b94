import {
  checkLadder,
  defaultLadders,
  DomainError,
  refuseUnless,
  type Actor,
  type Ladder,
  type LadderDefinition,
  type LadderName,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';

/** The number of the version that nobody has saved. */
export const STANDARD_LADDER = 0;

export interface LadderChangeAbout {
  /** The version that was looked at; another one since is refused. Left out: whatever there is, is replaced. */
  onVersion?: number;
}

/** A leader changes a ladder. Running cases keep their copy; a ladder that could fall silent is refused. */
export class ChangeLadder {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws not-allowed, those of `checkLadder`, ladder.changed-meanwhile */
  async execute(
    name: LadderName,
    definition: LadderDefinition,
    actor: Actor,
    about: LadderChangeAbout = {},
  ): Promise<Ladder> {
    refuseUnlessLeader(actor);
    checkLadder(definition);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.save(unit, { name, definition, restoredVersion: null }, actor, about),
    );
  }

  /**
   * An earlier version as the newest; 0 is the standard, which most municipalities begin with and which is nobody's row.
   *
   * @throws not-allowed, ladder.version-not-found, ladder.step-unreachable
   */
  async restore(name: LadderName, version: number, actor: Actor): Promise<Ladder> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const definition =
        version === STANDARD_LADDER
          ? defaultLadders[name]
          : found(await unit.ladderVersions.first({ name, version }), 'ladder.version-not-found').definition;
      return this.save(unit, { name, definition, restoredVersion: version }, actor, {});
    });
  }

  /** Whether this could be saved, without saving it. @throws those of `execute` */
  async check(definition: LadderDefinition, actor: Actor): Promise<void> {
    refuseUnlessLeader(actor);
    checkLadder(definition);
    await this.transactor.inMunicipality(actor.municipalityId, (unit) => refuseUnreachable(unit, definition));
  }

  private async save(
    unit: UnitOfWork,
    {
      name,
      definition,
      restoredVersion,
    }: Pick<Ladder, 'name' | 'definition'> & { restoredVersion: number | null },
    actor: Actor,
    { onVersion }: LadderChangeAbout,
  ): Promise<Ladder> {
    await refuseUnreachable(unit, definition);
    const before = await unit.ladders.first({ name }, { lock: true });
    refuseUnless(onVersion === undefined || onVersion === (before?.version ?? 0), 'ladder.changed-meanwhile');
    if (before) await this.keep(unit, before, null);
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
    await this.keep(unit, ladder, restoredVersion);
    await unit.record({ type: 'LadderChanged', ladder: name }, actor);
    return ladder;
  }

  /** Once a version; a ladder that a municipality began with has none of its own yet. */
  private async keep(unit: UnitOfWork, ladder: Ladder, restoredVersion: number | null): Promise<void> {
    const { name, version } = ladder;
    if (await unit.ladderVersions.first({ name, version })) return;
    await unit.ladderVersions.insert({ ...ladder, id: this.ids.next(), restoredVersion });
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
