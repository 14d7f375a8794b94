import type { CitizenBenefit } from '#domain';
import type { Dice } from './dice.js';

const groups = [
  [{ rate: 'forhoejet', benefitBeforeOre: 1_334_500 }, 62],
  [{ rate: 'forhoejet', benefitBeforeOre: 1_485_000 }, 10],
  [{ rate: 'grundsats', benefitBeforeOre: 752_900 }, 14],
  [{ rate: 'mindstesats', benefitBeforeOre: 709_500 }, 10],
  [{ rate: 'hjemmeboende', benefitBeforeOre: 400_000 }, 4],
] as const satisfies readonly (readonly [CitizenBenefit, number])[];

/** What some have told their consultant of their kontanthjælp; the others have not been asked. */
export function someBenefit(dice: Dice): CitizenBenefit | null {
  if (dice.falls(45)) return null;
  return { ...dice.weighted<CitizenBenefit>(groups), churchMember: dice.falls(60) };
}
