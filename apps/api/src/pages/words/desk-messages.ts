import type { Message } from '#domain';
import type { MessageView } from '#use-cases';

const views: Record<string, MessageView> = { 'kom-ikke-frem': 'lost', venter: 'waiting', alle: 'all' };

/** What became of a message, in words for people. */
const states: Record<Message['state'], string> = {
  queued: 'Venter på at blive sendt',
  sending: 'Er ved at blive sendt',
  sent: 'Sendt',
  delivered: 'Kom frem',
  failed: 'Kom ikke frem',
  uncertain: 'Uvist',
};

/** Why something did not arrive, by the slug that the senders write. Others are for whoever looks after the system. */
const reasons: Record<string, string> = {
  'unknown-subscriber': 'Nummeret findes ikke',
  'invalid-number': 'Nummeret er forkert',
  'mailbox-unknown': 'Mailadressen findes ikke',
  permanent: 'Modtageren tager ikke imod',
  'not-a-phone-number': 'Nummeret kan ikke få SMS',
  'not-an-email-address': 'Adressen kan ikke få mail',
  'no-longer-relevant': 'Den gav ikke mening mere, så den blev ikke sendt',
  'cannot-be-written': 'Der manglede noget i den, så den blev ikke sendt',
  'worker-died': 'Vi blev afbrudt, mens den blev sendt',
  'receiver-left': 'Modtageren er der ikke mere',
  'said-by-person': 'En kollega har skrevet det ned',
  timeout: 'Udbyderen svarede ikke i tide',
  'connection-lost': 'Forbindelsen til udbyderen faldt ud',
  'connection-failed': 'Vi kunne ikke komme i kontakt med udbyderen',
  'connection-refused': 'Udbyderen tog ikke imod',
  expired: 'Telefonen var slukket for længe',
};

/** Lists and pages of messages, for the municipality. */
export const messagesWords = {
  tab: 'Beskeder',
  heading: 'Beskeder',
  views,
  viewLabels: { 'kom-ikke-frem': 'Kom ikke frem', venter: 'Venter', alle: 'Alle' },
  intro: {
    'kom-ikke-frem': 'Beskeder fra de sidste 30 dage, der ikke kom frem, eller hvor vi ikke ved det.',
    venter: 'Beskeder, der ikke er gået endnu. Om natten venter de til morgen.',
    alle: 'Alle beskeder, den nyeste øverst.',
  } as Record<string, string>,
  inbound: 'SMS, der er kommet ind',
  outbound: 'Beskeder fra os',
  state: 'Hvad blev der af den',
  stateOptions: {
    queued: states.queued,
    sent: states.sent,
    delivered: states.delivered,
    failed: states.failed,
    uncertain: states.uncertain,
  },
  channel: 'Måde',
  channels: { sms: 'SMS', email: 'Mail' } satisfies Record<Message['channel'], string>,
  receiver: 'Til',
  receivers: { citizen: 'Borger', company: 'Firma', staff: 'Kollega' } satisfies Record<
    Message['receiver'],
    string
  >,
  citizen: 'Borger',
  company: 'Firma',
  caption: 'Beskeder, den nyeste øverst',
  columns: ['Hvornår', 'Hvad', 'Til', 'Hvad blev der af den'],
  empty: {
    'kom-ikke-frem': 'Alt er kommet frem.',
    venter: 'Ingen beskeder venter.',
    alle: 'Ingen beskeder. Ryd det, du har afgrænset med.',
  } as Record<string, string>,
  gone: 'findes ikke mere',
  states,
  reasons,
  refusedWith: (code: string): string => `Udbyderen leverede den ikke (${code})`,
  leavesAt: (at: string): string => `Sendes ${at}`,
  sentTo: (to: string, channel: string): string => `til ${to}, ${channel}`,

  back: 'Beskeder',
  what: 'Det stod der',
  subject: 'Emne',
  link: '[link, kun til modtageren]',
  rewritten: 'Skrevet af det, der er gemt. Links og koder vises ikke her.',
  cannot: 'Teksten kan ikke vises mere. Det her er gemt:',
  became: 'Det blev der af den',
  facts: {
    to: 'Til',
    address: 'Nummer eller adresse',
    channel: 'Måde',
    made: 'Skrevet',
    state: 'Nu',
    stateAt: 'Sidst nyt',
    leaves: 'Går tidligst',
    attempts: 'Forsøg',
    reason: 'Hvorfor',
    about: 'Handler om',
  },
  aboutShift: (day: string): string => `Vagten ${day}`,
  explained: {
    queued: 'Den er ikke gået endnu. Går den ikke af sig selv, bliver det en opgave.',
    sending: 'Den er på vej lige nu.',
    sent: 'Udbyderen har taget imod den. Vi ved ikke endnu, om den er nået frem.',
    delivered: 'Telefonen eller mailkassen har taget imod den.',
    failed: 'Den kom ikke frem og bliver ikke sendt igen af sig selv.',
    uncertain: 'Vi ved ikke, om den gik. Den bliver ikke sendt igen af sig selv. Ring hellere.',
  } satisfies Record<Message['state'], string>,
  tasks: 'Opgaver på grund af den',
  taskOpen: (title: string, when: string): string => `${title} (${when})`,
  taskDone: (title: string, outcome: string): string => `${title}: ${outcome}`,
  call: (who: string): string => `Ring til ${who}`,
  correct: 'Ret nummer eller adresse',
  journal: 'Kopiér til journal',

  inboundTab: 'SMS ind',
  inboundHeading: 'SMS, der er kommet ind',
  inboundIntro:
    'De sidste 30 dage. Ordene ser kun borgerens og småjobbets kontaktperson, stedfortrædere og ledere. Efter 30 dage slettes de.',
  inboundColumns: ['Fra', 'Hvornår', 'Det stod der', 'Forstået som'],
  inboundCaption: 'SMS fra borgere, firmaer og kolleger, den nyeste øverst',
  inboundEmpty: 'Der er ikke kommet nogen SMS de sidste 30 dage.',
  unknownNumber: 'Ukendt nummer',
  endsWith: (digits: string): string => `slutter på ${digits}`,
  hidden: 'Kun for dem, den vedkommer',
  forgotten: 'Slettet efter 30 dage',
  concernsMe: 'Din',
  notUnderstood: 'Ikke forstået: en kollega ringer',
  understood: {
    yes: 'Ja',
    no: 'Nej',
    visit: 'Vil se stedet',
    call: 'Vil ringes op',
    here: 'Er her',
    'on-the-way': 'På vej',
    later: 'Kommer senere',
    cannot: 'Kan ikke',
    stop: 'Vil ikke have SMS',
  } as Record<string, string>,
};
