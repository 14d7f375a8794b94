import {
  defaultLadders,
  ladderMessages,
  messagesFor,
  stepChannels,
  stepTargets,
  type LadderDefinition,
  type LadderMessage,
  type LadderName,
  type LadderStep,
  type StepChannel,
  type StepHours,
  type StepTarget,
} from '#domain';
import { int, listOf, oneOf } from '../../../http/fields/index.js';
import { clockTime, tick, type Typed } from '../../frame/form/index.js';
import { span, typedSpan } from './span-field.js';

/** Whom a step turns to and what it says are one choice: no step can tell a leader's text to a citizen. */
export const choices = stepTargets.flatMap((who) =>
  messagesFor[who].map((message) => choiceOf({ who, message })),
);

export function choiceOf({ who, message }: Pick<LadderStep, 'who' | 'message'>): string {
  return `${who}:${message}`;
}

export const otherwises = ['duty', 'list'] as const satisfies readonly StepHours['otherwise'][];

class StepForm {
  @span() efter!: string;
  @oneOf(stepTargets.flatMap((who) => ladderMessages.map((message) => choiceOf({ who, message }))))
  hvad!: string;
  @oneOf(stepChannels) kanal!: StepChannel;
  @clockTime({ optional: true, example: '07:00' }) fra?: string;
  @clockTime({ optional: true, example: '21:00' }) til?: string;
  @oneOf(otherwises, { optional: true }) ellers?: StepHours['otherwise'];
  @int({ min: 1, max: 10, example: 3, optional: true }) gange?: number;
  @span({ optional: true }) hver?: string;
}

export class LadderForm {
  @int({ min: 0, max: 1000, example: 6, optional: true }) foerste?: number;
  @tick() altid!: boolean;
  @span() frist!: string;
  @listOf(StepForm, { max: 20 }) trin!: StepForm[];
  @span() ringer!: string;
  @span() koerer!: string;
  @span() andet!: string;
  @tick() ro!: boolean;
  @clockTime({ optional: true, example: '22:00' }) roFra?: string;
  @clockTime({ optional: true, example: '06:00' }) roTil?: string;
  @int({ min: 0, max: 1_000_000, example: 1, optional: true }) udgave?: number;
}

export const DEFAULT_QUIET = { from: '22:00', to: '06:00' } as const;

export function definitionIn(name: LadderName, form: LadderForm): LadderDefinition {
  const { on } = defaultLadders[name].trigger;
  return {
    trigger: { on, firstShifts: form.foerste ?? 0, alwaysWhenClose: form.altid },
    graceAfterStart: form.frist,
    steps: form.trin.map(stepIn),
    acknowledgeExpiresAfter: { call: form.ringer, drive: form.koerer, other: form.andet },
    quietHours: form.ro
      ? { from: form.roFra ?? DEFAULT_QUIET.from, to: form.roTil ?? DEFAULT_QUIET.to }
      : null,
  };
}

/** Hours when one of the two is filled in, and then both must be; repeated when it says more than once. */
function stepIn({ efter, hvad, kanal, fra, til, ellers, gange, hver }: StepForm): LadderStep {
  const [who, message] = hvad.split(':') as [StepTarget, LadderMessage];
  return {
    after: efter,
    who,
    channel: kanal,
    message,
    ...((fra || til) && { hours: { from: fra ?? '', to: til ?? '', otherwise: ellers ?? 'duty' } }),
    ...(gange && gange > 1 && { repeat: { every: hver ?? '', times: gange } }),
  };
}

/** The fields as they would have been typed: what the form begins with. */
export function typedOf(definition: LadderDefinition, version: number): Typed {
  const { trigger, graceAfterStart, steps, acknowledgeExpiresAfter, quietHours } = definition;
  return {
    foerste: String(trigger.firstShifts),
    altid: trigger.alwaysWhenClose ? 'ja' : '',
    frist: typedSpan(graceAfterStart),
    ...typedSteps(
      steps.map((step) => [
        typedSpan(step.after),
        choiceOf(step),
        step.channel,
        step.hours?.from ?? '',
        step.hours?.to ?? '',
        step.hours?.otherwise ?? 'duty',
        step.repeat ? String(step.repeat.times) : '',
        step.repeat ? typedSpan(step.repeat.every) : '',
      ]),
    ),
    ringer: typedSpan(acknowledgeExpiresAfter.call),
    koerer: typedSpan(acknowledgeExpiresAfter.drive),
    andet: typedSpan(acknowledgeExpiresAfter.other),
    ro: quietHours ? 'ja' : '',
    roFra: quietHours?.from ?? DEFAULT_QUIET.from,
    roTil: quietHours?.to ?? DEFAULT_QUIET.to,
    udgave: String(version),
  };
}

const FIELDS = ['efter', 'hvad', 'kanal', 'fra', 'til', 'ellers', 'gange', 'hver'] as const;
type TypedStep = [after: string, ...rest: string[]];

/** As they stand in the form, whatever was typed into them. */
export function stepsIn(typed: Typed): TypedStep[] {
  const places = Object.keys(typed).flatMap((key) => /^trin\.(\d{1,4})\.efter$/.exec(key)?.[1] ?? []);
  return [...new Set(places.map(Number))]
    .sort((a, b) => a - b)
    .slice(0, 50)
    .map((place) => FIELDS.map((field) => text(typed[`trin.${place}.${field}`])) as TypedStep);
}

/** The form after one of its buttons: a step more or less, or in another place. Undefined: the button is none of these. */
export function afterButton(typed: Typed, button: string): Typed | undefined {
  const [what, place = ''] = button.split('-');
  const steps = stepsIn(typed);
  const at = Number(place);
  if (what === 'tilfoej') {
    const last = steps.at(-1)?.[0] ?? '0';
    steps.push([last, 'contact:not-here-contact', 'sms', '', '', 'duty', '', '']);
  } else if (!/^\d+$/.test(place) || at >= steps.length) return undefined;
  else if (what === 'fjern') steps.splice(at, 1);
  else if (what === 'op' && at > 0) swap(steps, at, at - 1);
  else if (what === 'ned' && at < steps.length - 1) swap(steps, at, at + 1);
  else if (what !== 'op' && what !== 'ned') return undefined;
  const others = Object.entries(typed).filter(([key]) => !key.startsWith('trin.'));
  return { ...Object.fromEntries(others), ...typedSteps(steps) };
}

/** What is said changes places, and the times stay where they are: a ladder is always in order. */
function swap(steps: TypedStep[], a: number, b: number): void {
  const [first, second] = [steps[a]!, steps[b]!];
  steps[a] = [first[0], ...second.slice(1)];
  steps[b] = [second[0], ...first.slice(1)];
}

const typedSteps = (steps: readonly TypedStep[]): Typed =>
  Object.fromEntries(
    steps.flatMap((step, place) => FIELDS.map((field, at) => [`trin.${place}.${field}`, step[at] ?? ''])),
  );

const text = (value: string | string[] | undefined): string => [value ?? ''].flat()[0]!;
