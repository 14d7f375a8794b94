import type { DueJobName } from '#domain';
import type { AlarmKind, ProviderCondition, ScheduleName } from '#use-cases';

/** What a piece of work is, and what happens when it is tried again. */
const jobs: Record<DueJobName, readonly [string, string]> = {
  'match.rank': ['Finde dem, der passer til et job', 'Listen til jobbet bliver lavet igen.'],
  'match.remind-employer': [
    'Minde et firma om et forslag',
    'Firmaet får en påmindelse, hvis det ikke har svaret.',
  ],
  'match.lapse': ['Afslutte et forslag uden svar', 'Forslaget slutter, hvis firmaet stadig ikke har svaret.'],
  'offer.remind': ['Minde om et tilbud', 'Borgeren får en påmindelse, hvis tilbuddet stadig venter på svar.'],
  'offer.expire': [
    'Afslutte et tilbud, der er udløbet',
    'Tilbuddet slutter, hvis der stadig ikke er svaret.',
  ],
  'offer.tell-company': ['Sige ja til et firma', 'Firmaet får svaret, hvis det ikke har fået det.'],
  'offer.show-next-person': ['Finde den næste til et job', 'Kontaktpersonen ser, hvem der nu står øverst.'],
  'message.deliver': [
    'Sende en besked',
    'Beskeden bliver sendt, hvis den ikke er sendt og stadig giver mening.',
  ],
  'message.settle': [
    'Finde ud af, om en besked kom afsted',
    'Beskeden kommer på listen over dem, vi ikke ved noget om.',
  ],
  'agreement.watch-last-day': [
    'Holde øje med en sidste dag',
    'Dem, der skal vide det, får besked, hvis de ikke har.',
  ],
  'shift.plan-ahead': ['Lave vagter for de næste uger', 'De vagter, der mangler, bliver lavet.'],
  'shift.remind': ['Minde om en vagt', 'Borgeren får en påmindelse, hvis vagten stadig er forude.'],
  'shift.check-evidence': [
    'Se, om nogen er mødt',
    'Vi ser efter igen, og går i gang med trinnene, hvis ingen er set.',
  ],
  'shift.list-unconfirmed': [
    'Samle vagter uden svar',
    'Vagten kommer på en liste, hvis ingen har sagt, hvordan det gik.',
  ],
  'escalation.take-step': [
    'Tage et trin, når nogen mangler',
    'Trinnet bliver taget nu, hvis det stadig er nødvendigt.',
  ],
  'escalation.ask-still-at-it': [
    'Spørge »Stadig i gang?«',
    'Den, der tog den, bliver spurgt, hvis den stadig er åben.',
  ],
  'escalation.expire-acknowledge': [
    'Gå videre, når ingen svarer',
    'Trinnene går videre, hvis ingen er i gang.',
  ],
  'escalation.resume': ['Gå videre efter en pause', 'Trinnene går videre, hvis pausen er slut.'],
  'import.run': ['Indlæse et regneark', 'De rækker, der mangler, bliver indlæst.'],
  'bulk-proposal.run': ['Sende flere forslag', 'De forslag, der ikke er sendt, bliver sendt.'],
};

const schedules: Record<ScheduleName, string> = {
  sweep: 'Samler op, hvis noget ikke blev gjort til tiden',
  heartbeat: 'Siger, at den er i gang',
  audit: 'Ser efter, om noget er gået i stå',
  'tell-leaders': 'Skriver til ledere, når noget har stået stille',
  'sign-in-housekeeping': 'Rydder op efter dem, der har været logget ind',
  'matching-proof': 'Regner efter, om listerne over, hvem der passer, er rigtige',
  'forget-old-texts': 'Sletter gamle SMS, der er kommet ind',
  'forget-stale-drafts': 'Sletter gamle kladder',
  'forget-rankings': 'Sletter gamle lister over, hvem der passer',
  'forget-matching-changes': 'Sletter gamle noter om ændringer',
  'forget-old-imports': 'Sletter rækker fra gamle regneark',
  'forget-old-answers': 'Sletter gamle kvitteringer til andre systemer',
  'forget-done-jobs': 'Sletter noter om arbejde, der er gjort',
  'forget-dead-hearts': 'Sletter noter om maskiner, der er slukket',
};

const providers: Record<string, string> = {
  gatewayapi: 'GatewayAPI (SMS)',
  inmobile: 'inMobile (SMS)',
  smtp: 'Mailserveren',
};

const things = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** *Drift*: for leaders, whether everything runs. */
export const operationsWords = {
  tab: 'Drift',
  heading: 'Kører det, som det skal?',
  allWell: 'Alt kører, som det skal.',
  notWell: 'Noget kører ikke, som det skal. Fortæl det til dem, der driver systemet, hvis de ikke ved det.',
  made: (time: string): string => `Set efter ${time}`,

  waiting: 'Trin og beskeder hos jer',
  openCases: 'Åbne linjer, hvor nogen mangler',
  lateSteps: 'Trin, der skulle være taget',
  none: 'Ingen',
  late: (count: number, since: string): string =>
    `${things(count, 'trin', 'trin')}, det ældste siden ${since}`,
  lateCase: (when: string): string => `Et trin skulle være taget ${when}`,
  see: 'Se den',
  messagesWaiting: 'Beskeder, der skulle være sendt',
  messages: (count: number, since: string): string =>
    `${things(count, 'besked', 'beskeder')}, den ældste siden ${since}`,
  uncertain: 'Beskeder, vi ikke ved om kom frem',
  uncertainCount: (count: number): string => things(count, 'besked', 'beskeder'),

  failed: 'Opgivet arbejde',
  failedIntro: 'Det er prøvet otte gange. Det bliver stående her, til nogen lader det prøve igen.',
  noFailed: 'Intet er opgivet.',
  jobs,
  givenUp: (when: string, attempts: number): string =>
    `Opgivet ${when}, efter ${things(attempts, 'forsøg', 'forsøg')}`,
  why: (reason: string): string => `Fejl: ${reason}`,
  noReason: 'ukendt',
  tryAgain: 'Prøv igen',
  tryAgainOf: (job: string, when: string): string => `Prøv igen: ${job}, opgivet ${when}`,
  failedMore: 'Her står de 500 nyeste.',

  providersHeading: 'Udbydere af SMS og mail',
  providersShared:
    'Udbyderne er fælles for alle kommuner i systemet. Derfor er det dem, der driver systemet, der kan sætte en på pause.',
  provider: 'Udbyder',
  condition: 'Tilstand',
  providers,
  conditions: {
    well: 'Svarer',
    tried: 'Har ikke svaret, og bliver prøvet igen',
    spared: 'Svarer ikke. Den får ro et øjeblik og bliver så prøvet igen',
    paused: 'På pause',
    unheard: 'Vides ikke, for intet sender lige nu',
  } satisfies Record<ProviderCondition, string>,
  pausedSince: (when: string, reason: string): string =>
    `På pause siden ${when}${reason === '' ? '' : `: ${reason}`}`,

  schedulesHeading: 'Det, der kører af sig selv',
  schedule: 'Hvad',
  turn: 'Skal køre',
  last: 'Kørte sidst',
  state: 'Tilstand',
  schedules,
  every: (seconds: number): string =>
    seconds < 60
      ? `hvert ${seconds}. sekund`
      : seconds === 3_600
        ? 'hver time'
        : `hvert ${seconds / 60}. minut`,
  agoSeconds: (seconds: number): string => `for ${things(seconds, 'sekund', 'sekunder')} siden`,
  ago: (since: string): string => `for ${since} siden`,
  neverYet: 'ikke endnu',
  firstTime: 'Venter på første gang',
  inTime: 'Til tiden',
  silent: 'Er gået i stå',

  alarmsHeading: 'Alarmer',
  noAlarms: 'Der har ingen været.',
  alarms: {
    'workers-silent': 'Beskeder og trin stod stille',
    'sweeper-silent': 'Det, der samler op, stod stille',
    'auditor-silent': 'Det, der ser efter fejl, stod stille',
  } satisfies Record<AlarmKind, string>,
  alarmLasts: (since: string): string => `siden ${since}, og det gør det endnu`,
  alarmEnded: (since: string, until: string): string => `fra ${since} til ${until}`,

  replayTab: 'Prøv igen',
  replayHeading: (job: string): string => `Prøv igen: ${job.toLocaleLowerCase('da')}`,
  whatHappens: 'Hvad der sker',
  replaySafe:
    'Det, der allerede er gjort, bliver ikke gjort to gange. Er det ikke nødvendigt mere, sker der ingenting.',
  replayLater: 'Går det galt igen, kommer det tilbage på listen.',
  due: (when: string): string => `Skulle være gjort ${when}`,
  back: 'Til drift',
  replayed: 'Det bliver prøvet igen nu.',
  replayedBefore: 'Det er prøvet igen allerede. Det står her ikke mere.',
};
