import type { SettingName } from '#domain';

type Said = readonly [label: string, does: string, unit?: string];

const settings: Record<SettingName, Said> = {
  quietHoursKept: ['Lad sms og mail vente om natten', 'Trin, når nogen mangler, venter aldrig på det her.'],
  quietHoursFrom: ['Ro fra kl.', 'Fra da af venter beskeder til morgen.'],
  quietHoursTo: ['Ro til kl.', 'Det, der har ventet, går ud nu.'],
  normalHoursMin: [
    'Almindelige timer om ugen, fra',
    'Et job med færre får en advarsel, aldrig et nej.',
    'timer',
  ],
  normalHoursMax: [
    'Almindelige timer om ugen, til',
    'Et job med flere får en advarsel, aldrig et nej.',
    'timer',
  ],
  caseloadTarget: ['Borgere pr. medarbejder, mål', 'Over det siger vi til, når nogen får flere.', 'borgere'],
  caseloadLimit: [
    'Borgere pr. medarbejder, højst',
    'Over det er medarbejderen markeret på listerne.',
    'borgere',
  ],
  monthlyPaidHoursGoal: [
    'Lønnede timer om måneden, der er et fodfæste',
    'Lederens tal viser, hvor mange der når det.',
    'timer',
  ],
  offerAnswerWithinHours: ['Frist for at svare på et tilbud', 'Derefter ringer kontaktpersonen.', 'timer'],
  offerRemindAfterHours: ['Mind om tilbuddet efter', 'Én gang, hvis der ikke er svaret.', 'timer'],
  offerResendAfterMinutes: [
    'Send tilbuddet igen tidligst efter',
    'Så ingen får det samme to gange i træk.',
    'minutter',
  ],
  matchRemindAfterHours: [
    'Mind firmaet om et forslag efter',
    'Én gang, hvis firmaet ikke har svaret.',
    'timer',
  ],
  matchRemindAgainAfterHours: [
    'Vent mellem påmindelser, I selv sender',
    'Så et firma ikke får to samme formiddag.',
    'timer',
  ],
  matchLapseAfterHours: ['Et forslag uden svar falder bort efter', 'Så er borgeren fri til andet.', 'timer'],
  yesIsBindingAt: ['Et ja kan fortrydes til næste hverdag kl.', 'Derefter får firmaet navn og nummer.'],
  shiftReminderAt: ['Påmindelse dagen før kl.', 'Om vagten i morgen.'],
  shiftReminderForWeeks: ['Påmindelser i så mange uger', 'Derefter vælger borgeren selv.', 'uger'],
  planWeeksAhead: ['Læg vagter frem i', 'Så langt frem kan alle se dem.', 'uger'],
  endOfDayListAt: ['Dagens liste kl.', 'Vagter, ingen har sagt noget om.'],
  messagesPerCitizenADay: [
    'Beskeder til én borger på en dag, højst',
    'Er der flere, bliver det en opgave. Når nogen ikke er mødt, gælder det ikke.',
    'beskeder',
  ],
  smsADay: ['SMS fra hele kommunen på en dag, højst', 'Lederen hører det ved 80 og 100 procent.', 'SMS'],
  inboundTextKeptDays: ['Gem borgeres sms i', 'Højst 30 dage.', 'dage'],
  rankingKeptDays: ['Gem en rangliste, ingen blev valgt fra, i', 'Så den kan forklares så længe.', 'dage'],
  spreadPercent: ['Hvor meget job fordeles', '0 er bedst først. Højere lader flere komme i spil.', 'procent'],
  spreadListLength: ['Pladser på en fordelt liste', 'Så mange vises først for hvert job.', 'pladser'],
  spreadMostLists: ['En borger står højst på', 'Så de samme ikke står på alle lister.', 'lister'],
};

const groups: readonly { heading: string; fields: readonly SettingName[] }[] = [
  { heading: 'Ro om natten', fields: ['quietHoursKept', 'quietHoursFrom', 'quietHoursTo'] },
  { heading: 'Højst så mange beskeder', fields: ['messagesPerCitizenADay', 'smsADay'] },
  {
    heading: 'Tilbud',
    fields: ['offerAnswerWithinHours', 'offerRemindAfterHours', 'offerResendAfterMinutes', 'yesIsBindingAt'],
  },
  {
    heading: 'Forslag til firmaer',
    fields: ['matchRemindAfterHours', 'matchRemindAgainAfterHours', 'matchLapseAfterHours'],
  },
  {
    heading: 'Vagter',
    fields: ['shiftReminderAt', 'shiftReminderForWeeks', 'planWeeksAhead', 'endOfDayListAt'],
  },
  {
    heading: 'Mål og grænser',
    fields: ['caseloadTarget', 'caseloadLimit', 'normalHoursMin', 'normalHoursMax', 'monthlyPaidHoursGoal'],
  },
  { heading: 'Fordeling af job', fields: ['spreadPercent', 'spreadListLength', 'spreadMostLists'] },
  { heading: 'Hvor længe vi gemmer', fields: ['inboundTextKeptDays', 'rankingKeptDays'] },
];
const sentences: Readonly<Record<string, string>> = {
  'noticeOnNo.da': 'Hvad et nej betyder, på dansk',
  'noticeOnNo.en': 'Hvad et nej betyder, på engelsk',
  'openAdvice.when.da': 'Åben rådgivning, hvornår',
  'openAdvice.when.en': 'Åben rådgivning, hvornår på engelsk',
  'openAdvice.where': 'Åben rådgivning, hvor',
};

/** The municipality's own numbers. */
export const settingsWords = {
  tab: 'Indstillinger',
  heading: 'Kommunens indstillinger',
  intro:
    'Her bestemmer I, hvor længe der ventes, og hvornår der siges til. Det, der er begyndt, fortsætter, som det begyndte.',
  groups,
  settings,
  sentences,
  hint: (does: string, standard: string): string => `${does} Standard: ${standard}.`,
  values: { yes: 'ja', no: 'nej', nothing: 'intet' },
  unit: (value: string, unit: string): string => `${value} ${unit}`,
  at: (time: string): string => `kl. ${time}`,
  save: 'Gem indstillingerne',
  saved: 'Indstillingerne er gemt.',
  range: (least: number, most: number): string => `Vælg et helt tal fra ${least} til ${most}.`,
  meanwhile: (now: string, by: string | null): string =>
    `${by ?? 'En kollega'} har ændret det imens. Nu er det ${now}. Gem igen, hvis dit skal gælde.`,
  crossed: (other: string): string => `Passer ikke med »${other}«.`,
  history: 'Hvem har ændret hvad',
  noHistory: 'Ingen har ændret noget endnu.',
  change: (before: string, after: string): string => `fra ${before} til ${after}`,
  changedBy: (when: string, by: string | null): string => (by === null ? when : `${when} af ${by}`),
  links: { texts: 'Tekster', ladders: 'Trin, når nogen mangler' },
};
