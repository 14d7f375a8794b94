import type { EstimateInput } from './estimate-input.js';

export interface BothLanguages {
  da: string;
  en: string;
}

/** What a job can change beside wage, benefit and tax, in words that everybody knows. */
export const notIncluded = ({ spouse, freeCardLeftOre }: EstimateInput): BothLanguages[] => [
  {
    da: 'Boligstøtte. Den kan blive mindre, når du tjener mere.',
    en: 'Housing benefit. It may become less when you earn more.',
  },
  {
    da: 'Plads i vuggestue, børnehave eller SFO. Prisen kan blive en anden.',
    en: 'Nursery, kindergarten or after-school care. The price may change.',
  },
  {
    da: 'Gæld til det offentlige. Der kan blive trukket i din løn.',
    en: 'Debt to the state or municipality. It may be taken from your wage.',
  },
  {
    da: 'Børnetilskud og børnebidrag.',
    en: 'Child allowance and child support.',
  },
  {
    da: 'Fradrag for kørsel, fagforening og a-kasse. De kan gøre din skat lavere.',
    en: 'Deductions for travel, trade union and unemployment fund. They may lower your tax.',
  },
  {
    da: 'Ekstra fradrag til enlige forsørgere.',
    en: 'The extra deduction for single parents.',
  },
  {
    da: 'Feriepenge. Du sparer dem op og får dem, når du holder ferie. Så kan der blive trukket i hjælpen.',
    en: 'Holiday pay. It is saved up and paid when you take holiday. The benefit may then be reduced.',
  },
  {
    da: 'Penge, du har på kontoen, og det, du ejer.',
    en: 'Money in the bank, and what you own.',
  },
  ...(spouse
    ? []
    : [
        {
          da: 'Din ægtefælles løn og hjælp, hvis du er gift.',
          en: "Your spouse's wage and benefit, if you are married.",
        },
      ]),
  ...(freeCardLeftOre
    ? []
    : [
        {
          da: 'Et socialt frikort, hvis du har et. Så får du mere ud af lønnen.',
          en: 'A social free card, if you have one. Then you keep more of the wage.',
        },
      ]),
];
