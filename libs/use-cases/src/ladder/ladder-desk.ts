import {
  defaultLadders,
  ladderNames,
  localDateOf,
  textPlaceOf,
  type Actor,
  type LadderDefinition,
  type LadderName,
  type LadderStep,
  type LadderVersion,
  type Staff,
} from '#domain';
import { ownTextOn } from '../own-text/own-wording-of.js';
import { TryText, type Trial } from '../own-text/try-text.js';
import { Ids, MessageTexts, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';

export interface LadderFile {
  name: LadderName;
  definition: LadderDefinition;
  /** 0: the standard, which nobody has touched. */
  version: number;
  /** Newest first; the standard last when nothing was saved before it. */
  versions: (LadderVersion & { by: string | null })[];
  /** Cases that run now, each on the steps it began with. */
  openCases: number;
  /** Who works here and has no number: a step by SMS to one of them becomes a task. */
  withoutPhone: Staff[];
}

/** The text of a step with demo people in it; null: the step puts a task on a list. */
export interface StepText {
  text: string | null;
}

/** What a leader sees of the ladders. */
export class LadderDesk {
  static readonly needs = [Transactor, Ids, MessageTexts, TryText] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly texts: MessageTexts,
    private readonly tryText: TryText,
  ) {}

  async list(actor: Actor): Promise<LadderFile[]> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const files: LadderFile[] = [];
      for (const name of ladderNames) files.push(await fileOf(unit, name));
      return files;
    });
  }

  async show(name: LadderName, actor: Actor): Promise<LadderFile> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => fileOf(unit, name));
  }

  /** How the messages of the steps read today, in order. */
  async textsOf(steps: readonly LadderStep[], actor: Actor): Promise<StepText[]> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const trials = await trialsOf(unit, steps);
      return steps.map((_, at) => {
        const trial = trials.find((one) => one.step === at);
        if (!trial) return { text: null };
        const written = this.texts.sample(trial.place, trial.wording);
        return { text: written.text.trim() };
      });
    });
  }

  /**
   * Sends the text of every step that sends one to the leader who asks. `words` says what each is called.
   *
   * @throws not-allowed, message.no-address
   */
  async tryOut(
    steps: readonly LadderStep[],
    words: (step: LadderStep, at: number) => string,
    actor: Actor,
    wish: string = this.ids.next(),
  ): Promise<number> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const trials = await trialsOf(unit, steps);
      const named = trials.map((trial): Trial => ({ ...trial, what: words(steps[trial.step]!, trial.step) }));
      await this.tryText.within(unit, named, actor, wish);
      return named.length;
    });
  }
}

async function trialsOf(
  unit: UnitOfWork,
  steps: readonly LadderStep[],
): Promise<(Omit<Trial, 'what'> & { step: number })[]> {
  const today = localDateOf(await unit.now());
  const trials: (Omit<Trial, 'what'> & { step: number })[] = [];
  for (const [step, one] of steps.entries()) {
    const place = textPlaceOf(one);
    if (place) trials.push({ step, place, wording: (await ownTextOn(unit, place, today))?.wording ?? null });
  }
  return trials;
}

async function fileOf(unit: UnitOfWork, name: LadderName): Promise<LadderFile> {
  const ladder = await unit.ladders.first({ name });
  const kept = await unit.ladderVersions.list({ name }, { order: [{ by: 'version', direction: 'desc' }] });
  const rows: LadderVersion[] =
    ladder && !kept.some(({ version }) => version === ladder.version)
      ? [{ ...ladder, restoredVersion: null }, ...kept]
      : kept;
  const ids = [...new Set(rows.flatMap(({ changedByStaffId }) => changedByStaffId ?? []))];
  const staff = await unit.staff.list({ active: true }, { order: [{ by: 'name' }] });
  const changers = await unit.staff.list({ id: { in: ids } });
  return {
    name,
    definition: ladder?.definition ?? defaultLadders[name],
    version: ladder?.version ?? 0,
    versions: rows.map((row) => ({
      ...row,
      by: changers.find(({ id }) => id === row.changedByStaffId)?.name ?? null,
    })),
    openCases: await unit.escalations.count({ ladder: name, state: { notIn: ['closed'] } }),
    withoutPhone: staff.filter(({ phone }) => phone === null),
  };
}

/** One version as it was saved. @throws ladder.version-not-found */
export const versionIn = ({ versions }: LadderFile, version: number): LadderFile['versions'][number] =>
  found(
    versions.find((one) => one.version === version),
    'ladder.version-not-found',
  );
