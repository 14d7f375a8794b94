import {
  checkLadder,
  defaultLadders,
  DomainError,
  movedBy,
  placeSteps,
  stepChannels,
  stepTargets,
  Temporal,
  type LadderDefinition,
  type LadderStep,
} from '#domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

const seconds = fc.integer({ min: 0, max: 7200 });
const after = seconds.chain((count) =>
  fc.constantFrom(
    `PT${count}S`,
    Temporal.Duration.from({ seconds: count }).round({ largestUnit: 'hours' }).toString(),
  ),
);
const step: fc.Arbitrary<LadderStep> = fc.record({
  after,
  who: fc.constantFrom(...stepTargets),
  channel: fc.constantFrom(...stepChannels),
  message: fc.constant('nobody-took-it' as const),
});
const lengthOf = (one: { after: string }) => Temporal.Duration.from(one.after).total('seconds');
const ladder = (steps: LadderStep[]): LadderDefinition => ({ ...defaultLadders['not-seen'], steps });
const ordered = fc
  .array(step, { minLength: 1, maxLength: 8 })
  .map((steps) => [...steps].sort((a, b) => lengthOf(a) - lengthOf(b)));
const moment = fc
  .integer({ min: 1_767_225_600_000, max: 1_830_297_600_000 })
  .map((at) => Temporal.Instant.fromEpochMilliseconds(at));

const refusal = (steps: LadderStep[]): string | undefined => {
  try {
    checkLadder(ladder(steps));
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('steps of a ladder', () => {
  it('are placed in their order, each as long after the start as it says, whatever the clock does', () => {
    fc.assert(
      fc.property(ordered, moment, (steps, start) => {
        const placed = placeSteps(ladder(steps), start);
        expect(placed.map(({ seq }) => seq)).toEqual(steps.map((_, at) => at));
        expect(placed.map(({ dueAt }) => dueAt.since(start).total('seconds'))).toEqual(steps.map(lengthOf));
        for (const [at, { dueAt }] of placed.entries()) {
          expect(at === 0 || Temporal.Instant.compare(placed[at - 1]!.dueAt, dueAt) <= 0).toBe(true);
        }
      }),
    );
  });

  it('that are moved never come earlier, and stay in order', () => {
    fc.assert(
      fc.property(
        ordered,
        moment,
        seconds,
        fc.integer({ min: 0, max: 720 }),
        (steps, start, since, minutes) => {
          const now = start.add({ seconds: since });
          const placed = placeSteps(ladder(steps), start);
          const moved = placed.map(({ dueAt }) => movedBy(dueAt, now, minutes));
          for (const [at, dueAt] of moved.entries()) {
            expect(Temporal.Instant.compare(dueAt, placed[at]!.dueAt)).toBeGreaterThanOrEqual(0);
            expect(Temporal.Instant.compare(dueAt, now.add({ minutes }))).toBeGreaterThanOrEqual(0);
            expect(at === 0 || Temporal.Instant.compare(moved[at - 1]!, dueAt) <= 0).toBe(true);
          }
        },
      ),
    );
  });

  it('that are moved by nothing stay, unless they are overdue', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 7200 }), (now, ahead) => {
        const dueAt = now.add({ seconds: ahead });
        expect(movedBy(dueAt, now, 0).equals(dueAt)).toBe(true);
      }),
    );
  });
});

describe('a ladder is refused', () => {
  it('exactly when it is out of order, unreachable, or ends with nobody', () => {
    const reaches = ({ who, channel }: LadderStep) =>
      who === 'list' ? channel === 'task' : (who !== 'citizen' && who !== 'workplace') || channel !== 'task';
    fc.assert(
      fc.property(fc.oneof(ordered, fc.array(step, { maxLength: 5 })), (steps) => {
        const inOrder = steps.every((one, at) => at === 0 || lengthOf(steps[at - 1]!) <= lengthOf(one));
        const last = steps.at(-1)?.who;
        const good =
          steps.length > 0 && inOrder && steps.every(reaches) && last !== 'citizen' && last !== 'workplace';
        expect(refusal(steps) === undefined).toBe(good);
      }),
      { numRuns: 2000 },
    );
  });

  it('never because of another way to write the same length', () => {
    fc.assert(
      fc.property(ordered, (steps) => {
        const inSeconds = steps.map((one) => ({ ...one, after: `PT${lengthOf(one)}S` }));
        expect(refusal(inSeconds)).toBe(refusal(steps));
      }),
    );
  });
});
