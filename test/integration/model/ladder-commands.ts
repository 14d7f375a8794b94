import fc from 'fast-check';
import { expect } from '@jest/globals';
import {
  defaultLadders,
  isBefore,
  isSettled,
  type AcknowledgeAction,
  type EscalationOutcome,
  type LadderDefinition,
  type LadderName,
} from '#domain';
import {
  Acknowledge,
  AskStillAtIt,
  ChangeLadder,
  CheckIn,
  DeliverMessage,
  ExpireAcknowledge,
  ExpectLater,
  GiveBack,
  ResolveEscalation,
  SayNotHere,
  Snooze,
  type SendResult,
} from '#use-cases';
import { checkEverything } from './ladder-invariants.js';
import type { LadderModel, Person } from './ladder-model.js';
import type { CaseAtHand, LadderTown } from './ladder-town.js';

export interface Real {
  town: LadderTown;
  at: CaseAtHand;
}
type Run = (model: LadderModel, real: Real) => Promise<void>;

/** One thing that happens; afterwards everything that is due by now is done, and everything must hold. */
class Happens implements fc.AsyncCommand<LadderModel, Real> {
  constructor(
    private readonly name: string,
    private readonly can: (model: LadderModel) => boolean,
    private readonly act: Run,
  ) {}

  check(model: Readonly<LadderModel>): boolean {
    return this.can(model);
  }

  async run(model: LadderModel, real: Real): Promise<void> {
    await this.act(model, real);
    await real.town.until(model.now);
    await checkEverything(real.town, real.at, model);
  }

  toString(): string {
    return this.name;
  }
}

const people: readonly Person[] = ['mette', 'lars', 'birgit'];
const person = fc.constantFrom(...people);
const action = fc.constantFrom<AcknowledgeAction>('call', 'drive', 'other');
const holds = { call: 'PT30M', drive: 'PT2H', other: 'PT30M' } as const;
const shiftAfter: Partial<Record<EscalationOutcome, string>> = {
  'arrived-late': 'late',
  'was-there': 'present',
  'no-contact': 'missed',
  overslept: 'missed',
  'not-able-today': 'absent-reported',
};

export const caseOf = async ({ at }: Real): Promise<string> =>
  (await at.inside((unit) =>
    unit.escalations.first(
      { shiftId: at.shift.id },
      {
        order: [
          { by: 'openedAt', direction: 'desc' },
          { by: 'id', direction: 'desc' },
        ],
      },
    ),
  ))!.id;

/** Ladders that a leader may have, beside those that are delivered: repeated steps, hours, the duty list. */
const otherSteps: LadderDefinition['steps'][] = [
  [
    {
      after: 'PT0S',
      who: 'contact',
      channel: 'sms',
      message: 'not-here-contact',
      repeat: { every: 'PT5M', times: 3 },
    },
    { after: 'PT12M', who: 'duty', channel: 'sms', message: 'not-here-deputy' },
    { after: 'PT20M', who: 'leader', channel: 'sms', message: 'not-here-leader' },
  ],
  [
    { after: 'PT0S', who: 'citizen', channel: 'sms', message: 'not-seen-citizen' },
    {
      after: 'PT5M',
      who: 'leader',
      channel: 'sms',
      message: 'not-here-leader',
      hours: { from: '09:00', to: '21:00', otherwise: 'list' },
      repeat: { every: 'PT20M', times: 4 },
    },
    { after: 'PT30M', who: 'deputy', channel: 'task', message: 'not-here-deputy' },
  ],
];

const happens = (name: string, can: (model: LadderModel) => boolean, act: Run): Happens =>
  new Happens(name, can, act);
const always = (arbitrary: Happens): fc.Arbitrary<Happens> => fc.constant(arbitrary);
const isOver = (model: LadderModel, { at }: Real): boolean => !isBefore(model.now, at.shift.endsAt);

const canSayNotHere = ({ shiftState }: LadderModel): boolean =>
  ['planned', 'unconfirmed', 'missed', 'present', 'late'].includes(shiftState);

const notHere = happens('says not here', canSayNotHere, async (model, real) => {
  const { town, at } = real;
  if (isOver(model, real)) return;
  const again = model.shiftState === 'missed';
  await town.use(SayNotHere).execute(at.shift.id, at.employer);
  model.shiftState = 'missed';
  if (model.isRunning && model.ladder === 'not-here') return;
  // What a person has found out holds for the day; after an arrival it is news.
  if (again && model.phase === 'closed' && isSettled(model.outcome)) return;
  model.start('not-here');
});

const pass = (minutes: number, crash: boolean): Happens =>
  happens(
    `${minutes} minutes pass${crash ? ', and workers die' : ''}`,
    () => true,
    async (model, { town }) => {
      const wasPlanned = model.shiftState === 'planned';
      const due = model.startedAt.add({ minutes: 15 });
      const to = model.now.add({ minutes });
      await town.until(to, crash);
      if (wasPlanned && model.phase === 'none' && !isBefore(to, due)) {
        model.now = due;
        model.start('not-seen');
        model.shiftState = 'unconfirmed';
      }
      model.pass(to);
    },
  );

const acknowledge = (by: Person, how: AcknowledgeAction): Happens =>
  happens(
    `${by} takes it (${how})`,
    (model) => model.isRunning,
    async (model, real) => {
      const { town, at } = real;
      const taking = town.use(Acknowledge).execute(await caseOf(real), how, at.as(at.staff[by]));
      if (model.phase === 'acknowledged' && model.holder !== by) {
        await expect(taking).rejects.toMatchObject({ code: 'escalation.taken' });
        return;
      }
      await taking;
      model.acknowledge(by, holds[how]);
    },
  );

const twoAtOnce = happens(
  'two take it at once',
  ({ phase }) => phase === 'open' || phase === 'snoozed',
  async (model, real) => {
    const { town, at } = real;
    const id = await caseOf(real);
    const racers: Person[] = ['mette', 'lars'];
    const results = await Promise.allSettled(
      racers.map((by) => town.use(Acknowledge).execute(id, 'call', at.as(at.staff[by]))),
    );
    const won = racers.filter((_, place) => results[place]!.status === 'fulfilled');
    expect(won).toHaveLength(1);
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({
      code: 'escalation.taken',
      details: { by: at.staff[won[0]!].name },
    });
    model.acknowledge(won[0]!, 'PT30M');
  },
);

/** A message stands between claim and commit when somebody takes the case: one of the two is first. */
const takenWhileSending = happens(
  'taken while a message is claimed',
  ({ phase }) => phase === 'open',
  async (model, real) => {
    const { town, at } = real;
    const id = await caseOf(real);
    await town.until(model.now);
    const staff = at.staff.lars;
    const step = (
      await at.inside((unit) => unit.escalationSteps.list({ escalationId: id, state: 'taken' }))
    ).find(({ messageId }) => messageId !== null);
    if (!step) return;
    // Sent already, it is put back as a worker finds it: queued.
    await town.really(
      "UPDATE messages SET state = 'queued', attempts = 0, not_before = created_at WHERE id = $1",
      [step.messageId],
    );
    const place = town.deliveries.findIndex(({ messageId }) => messageId === step.messageId);
    if (place >= 0) town.deliveries.splice(place, 1);
    let taken = false;
    let taking: Promise<unknown> = Promise.resolve();
    let overtaken = false;
    const real2 = town.use(Acknowledge);
    town.transactor.holdNext(async () => {
      taking = real2.execute(id, 'call', at.as(staff)).then(() => (taken = true));
      await Promise.race([taking, new Promise((go) => setTimeout(go, 40))]);
      overtaken = taken;
    });
    await town.use(DeliverMessage).execute(at.municipalityId, step.messageId!);
    await taking;
    const sent = await at.inside((unit) => unit.messages.find(step.messageId!));
    // Whoever took it was done before the claim was written: then nothing may have been claimed.
    if (overtaken) expect(sent?.state).toBe('failed');
    town.deliveries.length = 0;
    model.acknowledge('lars', 'PT30M');
  },
);

/** A wake-up is only ever a reason to look: a queue may bring one twice, or one of before somebody took it again. */
const staleWake = happens(
  'a wake-up of before comes once more',
  ({ phase }) => phase === 'acknowledged',
  async (_, real) => {
    const { town, at } = real;
    const id = await caseOf(real);
    await town.use(AskStillAtIt).execute(at.municipalityId, id);
    await town.use(ExpireAcknowledge).execute(at.municipalityId, id);
  },
);

const giveBack = happens(
  'gives it back',
  ({ phase }) => phase === 'acknowledged',
  async (model, real) => {
    const { town, at } = real;
    await town.use(GiveBack).execute(await caseOf(real), at.as(at.staff[model.holder!]));
    model.open();
  },
);

const snooze = (minutes: number): Happens =>
  happens(
    `put aside for ${minutes} minutes`,
    (model) => model.isRunning,
    async (model, real) => {
      const { town, at } = real;
      const until = model.now.add({ minutes });
      await town.use(Snooze).execute(await caseOf(real), until, at.as(at.staff.mette));
      model.phase = 'snoozed';
      model.holder = null;
      model.snoozedUntil = until;
      model.isUndisturbed = false;
    },
  );

const resolve = (outcome: EscalationOutcome): Happens =>
  happens(
    `closed as ${outcome}`,
    (model) => model.isRunning,
    async (model, real) => {
      const { town, at } = real;
      const id = await caseOf(real);
      await town.use(ResolveEscalation).execute(id, { outcome }, at.as(at.staff.mette));
      await expect(town.use(Acknowledge).execute(id, 'call', at.as(at.staff.lars))).rejects.toMatchObject({
        code: 'escalation.closed',
      });
      model.close(outcome, shiftAfter[outcome] ?? null);
    },
  );

const arrives = happens(
  'arrives late',
  (model) => model.isRunning && isBefore(model.startedAt, model.now),
  async (model, { town, at }) => {
    await town.use(CheckIn).execute(at.shift.id, undefined, at.employer);
    const isLate = isBefore(at.shift.startsAt.add({ minutes: 15 }), model.now);
    model.close(isLate ? 'arrived-late' : 'arrived', isLate ? 'late' : 'present');
  },
);

const later = (minutes: number): Happens =>
  happens(
    `comes ${minutes} minutes later`,
    (model) => model.isRunning,
    async (model, real) => {
      if (!isBefore(model.now.add({ minutes: minutes + 1 }), real.at.shift.endsAt)) return;
      await real.town.use(ExpectLater).execute(real.at.shift.id, { minutes }, real.at.employer);
      model.isUndisturbed = false;
    },
  );

const edit = (name: LadderName, steps: LadderDefinition['steps']): Happens =>
  happens(
    `a leader changes ${name}`,
    () => true,
    async (model, { town, at }) => {
      const definition = { ...defaultLadders[name], steps };
      const changing = town.use(ChangeLadder).execute(name, definition, at.as(at.staff.birgit));
      // The only leader has left: a step to leaders would reach nobody, and that is said at once.
      if (model.left.has('birgit') && steps.some(({ who }) => who === 'leader')) {
        await expect(changing).rejects.toMatchObject({ code: 'ladder.step-unreachable' });
        return;
      }
      await changing;
      model.ladders = { ...model.ladders, [name]: definition };
    },
  );

/** Whoever leaves is disabled, is on leave, or busy for the day; what they have taken runs out by itself. */
const leaves = (who: Person, how: 'left' | 'leave' | 'busy'): Happens =>
  happens(
    `${who} is gone (${how})`,
    ({ away }) => !away.has(who),
    async (model, { at }) => {
      await at.inside(async (unit) => {
        const one = (await unit.staff.lock(at.staff[who].id))!;
        const other = at.staff[who === 'lars' ? 'birgit' : 'lars'];
        if (how === 'left') await unit.staff.update({ ...one, active: false });
        if (how === 'busy')
          await unit.staff.update({
            ...one,
            busyUntil: model.now.add({ hours: 48 }),
            busyDeputyId: other.id,
          });
        if (how === 'leave') {
          const days = { from: '2026-11-30', to: '2026-12-02' };
          const leave = {
            ...days,
            staffId: one.id,
            standInId: other.id,
            byStaffId: one.id,
            takenBackAt: null,
          };
          await unit.leaves.insert({
            ...leave,
            id: crypto.randomUUID(),
            municipalityId: unit.municipalityId,
            at: model.now,
          });
        }
      });
      model.away.add(who);
      if (how === 'left') model.left.add(who);
      model.isUndisturbed = false;
    },
  );

const results: Record<string, SendResult> = {
  works: { result: 'sent', providerReference: 'r' },
  fails: { result: 'refused', permanent: true, reason: 'unknown-subscriber', retryAfterSeconds: null },
  'cannot tell': { result: 'uncertain', reason: 'no-answer' },
};
const provider = (how: string): Happens =>
  happens(
    `the provider ${how}`,
    () => true,
    async (model, { town }) => {
      town.provider = results[how]!;
      if (how !== 'works') model.isUndisturbed = false;
      model.isProviderFine = how === 'works';
      await Promise.resolve();
    },
  );

const restart = happens(
  'everything starts again',
  () => true,
  async (_, { town }) => town.restart(),
);

export const anything: fc.Arbitrary<fc.AsyncCommand<LadderModel, Real>>[] = [
  always(notHere),
  fc.tuple(fc.integer({ min: 1, max: 70 }), fc.boolean()).map(([minutes, crash]) => pass(minutes, crash)),
  fc.integer({ min: 1, max: 12 }).map((minutes) => pass(minutes, false)),
  fc.tuple(person, action).map(([by, how]) => acknowledge(by, how)),
  always(twoAtOnce),
  always(takenWhileSending),
  always(giveBack),
  always(staleWake),
  fc.integer({ min: 5, max: 90 }).map(snooze),
  fc
    .constantFrom<EscalationOutcome>('arrived-late', 'was-there', 'no-contact', 'overslept', 'other')
    .map(resolve),
  always(arrives),
  fc.integer({ min: 5, max: 60 }).map(later),
  fc
    .tuple(fc.constantFrom<LadderName>('not-seen', 'not-here'), fc.constantFrom(...otherSteps))
    .map(([name, steps]) => edit(name, steps)),
  fc.tuple(person, fc.constantFrom('left', 'leave', 'busy')).map(([who, how]) => leaves(who, how as 'left')),
  fc.constantFrom(...Object.keys(results)).map(provider),
  always(restart),
];
