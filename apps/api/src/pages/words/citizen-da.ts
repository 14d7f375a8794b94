import type { DeclineReason, TravelMode } from '#domain';

/**
 * What a citizen reads. Du-form, short words, weekday with date; no blame, no exclamation marks, no words of the
 * system, and no "hun" or "han" of the contact (screens.md, practice.md). `c` is the first name of the contact.
 */
export const citizenDa = {
  hello: (firstName: string): string => `Hej ${firstName}`,
  foundJob: (c: string): string => `${c} har fundet et job, som måske er noget for dig.`,

  what: 'Hvad',
  when: 'Hvornår',
  where: 'Hvor',
  pay: 'Løn',
  fromDay: (day: string): string => `Fra ${day}`,
  laterIsFine: (time: string): string => `Møder du først kl. ${time} en dag, er det også fint.`,
  anHour: (wage: string): string => `${wage} i timen`,
  whyThisJob: 'Derfor foreslår vi jobbet',
  youSaid: 'Du har sagt:',
  travelBy: { walk: 'til fods', bike: 'på cykel', bus: 'med bus', car: 'i bil' } satisfies Record<
    TravelMode,
    string
  >,
  showWay: 'Vis vej',
  anotherSite: 'Kortet er en anden side. De får ikke dit navn.',
  whyHours: (hours: string, wish: string): string =>
    `Du vil gerne have ${wish} timer. Her er der ${hours} timer om ugen.`,
  whyGrowth: (hours: string): string => `Det kan vokse til ${hours} timer om ugen.`,
  whyContact: (name: string): string => `${name} er din kontakt hele vejen.`,
  whyNeeds: (needs: string): string => `Du får det, du har brug for: ${needs}.`,
  inYourCalendar: 'Læg den første dag i din kalender',

  hasJobForYou: (c: string): string => `${c} har et job, som måske er noget for dig.`,
  phoneIsShared: 'Andre bruger også telefonen. Derfor står der ikke mere her.',
  askForCode: (c: string): string => `Ring til ${c}, og få en kode. Så kan du se det hele.`,
  enterCode: 'Jeg har en kode',

  yourAnswer: 'Dit svar',
  yes: 'Ja, det vil jeg gerne',
  no: 'Nej tak',
  visit: 'Jeg vil se stedet først',
  call: 'Ring til mig først',
  answerBy: (when: string, c: string): string => `Svar senest ${when}. Svarer du ikke, ringer ${c}.`,
  ifYes: 'Siger du ja, får firmaet dit navn og nummer.',
  ifNo: 'Siger du nej:',

  mayWeTell: (c: string): string => `Må ${c} fortælle firmaet om dig?`,
  interestIntro: 'Firmaet hører kun om dig, hvis du siger ja.',
  companyWouldSee: 'Det her får firmaet at se',
  companySees: 'Det her ser firmaet',
  calledByCompany: (pseudonym: string): string =>
    `De kalder dig ${pseudonym}. De ser ikke dit navn og ikke dit nummer.`,
  interestYes: 'Ja, det er i orden',
  interestIfYes: 'Siger du ja, ser firmaet kortet. De ser ikke andet.',
  interestIfNo: (c: string): string =>
    `Siger du nej, hører firmaet ikke om dig. ${c} leder videre sammen med dig.`,

  nowThis: 'Det sker der nu',
  thanksYes: 'Tak. Du har sagt ja.',
  companyIsTold: (when: string): string => `Firmaet får dit navn og nummer ${when}.`,
  companyKnows: 'Firmaet har dit navn og nummer.',
  firstDayWith: (c: string): string => `${c} aftaler den første dag med dig.`,
  inDoubt: (c: string): string => `Er du i tvivl om noget, så ring til ${c}.`,
  toChange: (c: string): string => `Vil du ændre noget, så ring til ${c}.`,
  canChange: (when: string): string => `Har du fået andre tanker? Du kan sige nej tak indtil ${when}.`,
  takeBack: 'Fortryd mit ja',

  thanksNo: 'Tak for dit svar. Du har sagt nej tak.',
  noIsFine: 'Det er helt i orden. Firmaet får ikke dit navn.',
  looksOn: (c: string): string => `${c} leder videre sammen med dig.`,
  whyNot: 'Vil du sige hvorfor?',
  whyNotHelps: 'Så finder vi bedre noget, der passer. Du bestemmer selv.',
  reasons: {
    hours: 'Tiderne passer mig ikke',
    place: 'Stedet passer mig ikke',
    task: 'Opgaven er ikke noget for mig',
    'not-now': 'Det passer ikke lige nu',
    'something-else': 'Det er noget andet',
    'rather-not-say': 'Det vil jeg ikke sige',
  } satisfies Record<DeclineReason, string>,
  thanksForReason: 'Tak, fordi du sagde hvorfor. Vi husker det til næste gang.',
  unsaidIsFine: 'Det er helt fint. Så spørger vi ikke om mere.',

  youWillVisit: 'Du ser stedet først.',
  callsToArrange: (c: string): string => `${c} ringer og aftaler en dag med dig.`,
  thenYouSee: 'Så ser du stedet og møder dem, der er der.',
  answerAfterwards: 'Bagefter kan du svare her på siden.',

  willCall: (c: string): string => `${c} ringer til dig.`,
  callsSoon: (c: string): string => `${c} ringer snart.`,
  keepPhone: 'Hav gerne telefonen hos dig.',
  callsAt: (c: string, when: string): string => `${c} ringer ${when}.`,
  askAnything: 'Spørg om alt det, du er i tvivl om.',
  answerWhenReady: 'Du kan også svare her, når du er klar.',

  expired: 'Tiden til at svare er gået.',
  cannotAnswerHere: 'Du kan ikke svare her mere. Det er okay.',
  perhapsStillFree: 'Måske er jobbet der stadig.',
  askAboutJob: (c: string): string => `Vil du gerne have jobbet, så ring til ${c}.`,

  withdrawn: 'Jobbet er der desværre ikke mere.',
  notBecauseOfYou: 'Det er ikke på grund af dig.',
  toTalk: (c: string): string => `Vil du tale om det, så ring til ${c}.`,

  companyHasCard: 'Firmaet har fået kortet.',
  callsWhenNews: (c: string): string => `${c} ringer, når der er nyt.`,
  toStop: (c: string): string => `Vil du alligevel ikke, så ring til ${c}.`,
  companySaidYes: 'Firmaet har sagt ja.',
  seeTheOffer: 'Du har fået en ny besked med jobbet.',
  answerThere: 'Svar på den, når du er klar.',
  companyHearsNothing: 'Tak. Firmaet hører ikke om dig.',
  noToTellIsFine: 'Det er helt i orden at sige nej.',
  proposalOver: 'Det her gælder ikke mere.',
  companyHearsNoMore: 'Firmaet hører ikke mere om dig.',
  companyHasNotHeard: 'Firmaet har ikke hørt om dig.',

  yourContact: 'Din kontaktperson',
};

/** In every language that citizens can be offered. */
export type CitizenWords = typeof citizenDa;
