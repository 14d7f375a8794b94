import {
  instantInWords,
  localTimeOf,
  Temporal,
  timeInWords,
  type EscalationEntry,
  type EscalationOutcome,
  type StepTarget,
} from '#domain';

type Entry = Pick<EscalationEntry, 'who' | 'details'>;

const at = (value: unknown): Temporal.Instant => Temporal.Instant.from(String(value));
const clock = (value: unknown): string => `kl. ${timeInWords(localTimeOf(at(value)))}`;

export const outcomeTexts: Readonly<Record<EscalationOutcome, string>> = {
  'arrived-late': 'kom lidt senere',
  arrived: 'er mødt',
  'was-there': 'var der hele tiden',
  'not-able-today': 'kan ikke i dag',
  transport: 'transporten drillede',
  overslept: 'sov over sig',
  'not-informed': 'havde ikke fået besked',
  'plan-wrong': 'planen passede ikke',
  'employer-cancelled': 'arbejdspladsen aflyste',
  'no-contact': 'vi fik ikke kontakt',
  other: 'andet',
};

/** Why a shift was cancelled, or how a task ended: the outcome of its case, or somebody's own words. */
export const outcomeOrWords = (text: string): string => outcomeTexts[text as EscalationOutcome] ?? text;

const targetTexts: Readonly<Record<StepTarget, string>> = {
  citizen: 'borgeren',
  workplace: 'arbejdspladsen',
  contact: 'kontaktpersonen',
  deputy: 'stedfortræderen',
  leader: 'lederen',
  list: 'teamets liste',
};

const target = (to: unknown): string => targetTexts[to as StepTarget] ?? 'modtageren';

const actionTexts: Readonly<Record<string, string>> = {
  call: 'ringer',
  drive: 'kører ud',
  other: 'tager sig af det',
};

/** What stands in the history of a case, by the slug that the use cases write: calm, and nobody is blamed. */
export const historyTexts: Readonly<Record<string, (entry: Entry) => string>> = {
  opened: ({ details }) =>
    details.ladder === 'not-here'
      ? 'Ikke set endnu. Vi tager den herfra.'
      : 'Ingen har hørt noget endnu. Vi spørger stille og roligt.',
  'ladder-changed': () => 'Arbejdspladsen har ikke set borgeren. Nu tager et menneske over.',
  'step-taken': ({ details }) =>
    details.how === 'task'
      ? `Opgave til ${details.to === 'list' ? 'teamets liste' : details.to_whom}.`
      : `Besked til ${details.to_whom} (${target(details.to)}).`,
  'step-skipped': ({ details }) =>
    `Sprunget over: ${target(details.to)} er allerede spurgt eller kan ikke nås.`,
  'not-delivered': ({ details }) =>
    `Beskeden til ${target(details.to)} kom ikke frem. Vi venter ikke, men går videre.`,
  'delivery-uncertain': ({ details }) =>
    `Det er uvist, om beskeden til ${target(details.to)} kom frem. Vi venter ikke, men går videre.`,
  acknowledged: ({ who, details }) =>
    `${who} ${actionTexts[String(details.action)] ?? 'har den'} og har den til ${clock(details.expiresAt)}.`,
  'still-at-it-asked': ({ details }) => `${details.of} er spurgt: Stadig i gang?`,
  'acknowledge-expired': ({ details }) =>
    `${details.of ?? 'Den, der havde sagen,'} svarede ikke. Vi går videre.`,
  'given-back': ({ who }) => `${who} gav sagen videre.`,
  snoozed: ({ who, details }) => `${who} lagde sagen til side til ${instantInWords(at(details.until))}.`,
  resumed: () => 'Pausen er slut. Vi går videre.',
  'on-the-way': ({ details }) => `Borgeren er på vej, om cirka ${details.minutes} minutter.`,
  later: ({ details }) => `Borgeren kommer senere, om cirka ${details.minutes} minutter.`,
  closed: ({ details }) =>
    `Sagen er lukket: ${outcomeTexts[details.outcome as EscalationOutcome] ?? 'andet'}.`,
};

/** A slug from a later version is shown as it is rather than not at all. */
export const historyText = ({ what, who, details }: EscalationEntry): string =>
  historyTexts[what]?.({ who, details }) ?? what;
