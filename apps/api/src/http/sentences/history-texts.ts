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
  duty: 'den på vagt',
  leader: 'lederen',
  list: 'teamets liste',
};

const target = (to: unknown): string => targetTexts[to as StepTarget] ?? 'modtageren';

const actionTexts: Readonly<Record<string, string>> = {
  call: 'ringer',
  drive: 'kører ud',
  other: 'tager sig af det',
};

const reasonTexts: Readonly<Record<string, string>> = {
  busy: 'er optaget',
  leave: 'er væk i dag',
  left: 'er her ikke mere',
  'has-heard': 'har allerede fået besked',
  'off-hours': 'uden for tidsrummet',
  'nobody-here': 'ingen af dem er her nu',
  'no-phone': 'har ikke noget telefonnummer',
  'no-email': 'har ingen mail',
  'no-address': 'kan ikke nås på skrift',
  'not-in-writing': 'vil ikke have sms eller mail',
};

/** Why a step went another way than the ladder says. */
function because({ reason, to }: Entry['details']): string {
  const text = reasonTexts[String(reason)];
  if (text === undefined) return '';
  const about = reason === 'busy' || reason === 'leave' || reason === 'left' || reason === 'has-heard';
  return about ? `, fordi ${target(to)} ${text}` : ` (${text})`;
}

/** What stands in the history of a case, by the slug that the use cases write: calm, and nobody is blamed. */
export const historyTexts: Readonly<Record<string, (entry: Entry) => string>> = {
  opened: ({ details }) =>
    details.ladder === 'not-here'
      ? 'Ikke set endnu. Vi tager den herfra.'
      : 'Ingen har hørt noget endnu. Vi spørger stille og roligt.',
  'ladder-changed': ({ details }) =>
    details.by
      ? `Arbejdspladsen har ikke set borgeren. ${details.by} har den allerede.`
      : 'Arbejdspladsen har ikke set borgeren. Nu tager et menneske over.',
  'said-again': () => 'Arbejdspladsen siger det igen. Vi ved allerede hvorfor, så intet går i gang på ny.',
  'step-taken': ({ details }) =>
    details.how === 'task'
      ? `Opgave til ${details.to_whom === 'Teamet' ? 'teamets liste' : details.to_whom}${because(details)}.`
      : `Besked til ${details.to_whom} (${target(details.to)})${because(details)}.`,
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
  'passed-on': ({ details }) => `Opgaven er nu hos ${details.to}.`,
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
