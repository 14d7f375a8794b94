import type { LocalDate } from '../kernel/index.js';

/**
 * How sure a figure is: V1 seen in an official text, V2 seen in a second-hand source that cites one, D computed
 * from such figures, M from general knowledge and not verified.
 */
export const rateStatuses = ['V1', 'V2', 'D', 'M'] as const;
export type RateStatus = (typeof rateStatuses)[number];

/** Which of the four rates of kontanthjælp a person has; since 1 July 2025. */
export const rateGroups = ['forhoejet', 'grundsats', 'mindstesats', 'hjemmeboende'] as const;
export type RateGroup = (typeof rateGroups)[number];

/** Whether wage counts with its gross amount, or with what is left after ATP, own pension and AM-bidrag. */
export const incomeBases = ['after-am', 'gross'] as const;
export type IncomeBasis = (typeof incomeBases)[number];

/** Supplements to kontanthjælp. A scope of the key `supplement`; several have no amount that anybody found. */
export const supplements = [
  'ungetillaeg-under-25',
  'ungetillaeg-25-29',
  'ungetillaeg-forsoerger',
  'tilpasningstillaeg',
  'boernetillaeg',
  'enlig-forsoerger',
  'enlig-ikke-forsoerger',
  'fritidstillaeg',
] as const;
export type Supplement = (typeof supplements)[number];

interface Kind {
  /** Whole øre, a share in millionths, or one of `choices`. */
  unit: 'ore' | 'share' | 'choice';
  /** What a scope of this key looks like; without it the key stands alone. */
  scope?: RegExp;
  choices?: readonly string[];
}

const group = new RegExp(`^(${rateGroups.join('|')})$`);
const municipality = /^\d{4}$/;
const hours = /^\d{1,3}$/;
const area = /^[a-z]+(-[a-z]+)*$/;

/** Every figure that law, municipality or agreement can change. A new one is a line here and rows in the table. */
export const rateKinds = {
  /** A month, before tax. */
  benefit: { unit: 'ore', scope: group },
  supplement: { unit: 'ore', scope: new RegExp(`^(${supplements.join('|')})$`) },
  /** What may be earned in a month before anything is taken off the benefit. */
  allowance: { unit: 'ore', scope: group },
  /** The part of what is earned above it that is taken off. */
  taper: { unit: 'share', scope: group },
  /** Wage and benefit together may be this part of the highest dagpenge. */
  'ceiling-share': { unit: 'share', scope: group },
  'max-dagpenge': { unit: 'ore' },
  'income-basis': { unit: 'choice', choices: incomeBases },
  'am-bidrag': { unit: 'share' },
  'bottom-tax': { unit: 'share' },
  /** A year. */
  'personal-allowance': { unit: 'ore' },
  'work-deduction': { unit: 'share' },
  /** A year. */
  'work-deduction-max': { unit: 'ore' },
  'municipal-tax': { unit: 'share', scope: municipality },
  'church-tax': { unit: 'share', scope: municipality },
  /** A month, from so many hours in it. */
  'atp-employee': { unit: 'ore', scope: hours },
  'atp-employer': { unit: 'ore', scope: hours },
  /** A year. */
  'social-free-card': { unit: 'ore' },
  'holiday-pay': { unit: 'share' },
  /** An hour. */
  'wage-minimum': { unit: 'ore', scope: area },
  'wage-pension': { unit: 'share', scope: area },
  /** SH or fritvalg that the employer pays on top. */
  'wage-savings': { unit: 'share', scope: area },
} as const satisfies Record<string, Kind>;

export type RateKey = keyof typeof rateKinds;
export const kindOf = (key: RateKey): Kind => rateKinds[key];

/** One figure in one period. */
export interface Rate {
  key: RateKey;
  /** Which group, municipality, number of hours or agreement; empty when the key has only one. */
  scope: string;
  from: LocalDate;
  /** Inclusive; null until a later row says otherwise. */
  to: LocalDate | null;
  /** Øre, millionths or a choice; null: it exists, and nobody found how much it is. */
  value: number | string | null;
  status: RateStatus;
  source: string;
  note: string | null;
}

/** Two rows of this name cannot hold on the same day. */
export const nameOf = ({ key, scope }: Pick<Rate, 'key' | 'scope'>): string =>
  scope === '' ? key : `${key} ${scope}`;

export const holdsOn = ({ from, to }: Pick<Rate, 'from' | 'to'>, day: LocalDate): boolean =>
  from <= day && (to === null || day <= to);
