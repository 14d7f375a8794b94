import { ValidateBy } from 'class-validator';

const SPEC = /^([a-z.-]+)(?:([:*])(\d{1,6})|@([0-9a-f-]{36}))$/;

/** A process that dies where it is told to: never where people depend on it. */
export const OnlyInTests = (): PropertyDecorator =>
  ValidateBy({
    name: 'onlyInTests',
    validator: {
      validate: (value, about) =>
        SPEC.test(String(value)) && (about!.object as { NODE_ENV: string }).NODE_ENV === 'test',
      defaultMessage: () => 'is for the crash kit alone: NODE_ENV must be test, as in message.before-send:3',
    },
  });

/**
 * Places in the adapters where this process ends itself as `kill -9` does, to find out what a crash there leaves behind.
 * `message.before-send:3` dies the third time it comes there, `escalation.take-step.claimed@<id>` when it is about that
 * row. At `message.before-send*6` whoever comes waits, and with the sixth all of them end there. Reached only through
 * decorators that are wired when CRASH_AT is set.
 */
export class CrashPoints {
  private readonly place: string;
  private readonly subjectId: string | undefined;
  private readonly isCrowd: boolean;
  private left: number;

  constructor(
    spec: string,
    private readonly die: () => void = () => process.kill(process.pid, 'SIGKILL'),
  ) {
    const [, place = '', how, nth, subjectId] = SPEC.exec(spec) ?? [];
    this.place = place;
    this.subjectId = subjectId;
    this.isCrowd = how === '*';
    this.left = Number(nth ?? 1);
  }

  async reach(place: string, subjectId?: string): Promise<void> {
    if (place !== this.place) return;
    if (this.subjectId !== undefined && this.subjectId !== subjectId) return;
    this.left -= 1;
    if (this.left === 0) this.die();
    if (this.isCrowd) await new Promise<never>(() => undefined);
  }
}
