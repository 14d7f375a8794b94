import type {
  AbsenceCause,
  AnswerWay,
  DeclineReason,
  EscalationEntry,
  HandoverReason,
  InterestWay,
  MessageTemplate,
  OfferAnswer,
  Party,
  RejectReason,
  TaskKind,
} from '#domain';
import { dayInWords, firstName, hoursInWords, localDateOf, timeInWords, type LocalDate } from '#domain';
import type { TimelineEntry, TimelineWhat } from '#use-cases';
import { historyText, outcomeOrWords } from './history-texts.js';
import { taskTitles } from './task-titles.js';

/** What a sentence can say: first names, and the details of the entry. */
interface Facts {
  who: string | null;
  person: string;
  details: Readonly<Record<string, string>>;
  /** The day it happened on: a shift of the same day needs no date. */
  on: LocalDate;
}

type Sentence = (facts: Facts) => string;

const listed =
  <Slug extends string>(words: Readonly<Record<Slug, string>>) =>
  (slug: string | undefined): string =>
    (words as Record<string, string>)[slug ?? ''] ?? slug ?? '';

const templates: Readonly<Record<MessageTemplate, string>> = {
  'sign-in-code': 'kode til at logge ind',
  'test-message': 'prøve til en selv',
  'interest-asked': 'må vi fortælle firmaet om dig?',
  'interest-noted': 'firmaet hører om dig',
  'interest-declined': 'kvittering for et nej',
  'call-only': 'ring til kontaktpersonen',
  'match-proposed': 'et forslag',
  'match-reminder': 'mind om forslaget',
  'draft-saved': 'kladde til et job',
  'match-confirmed': 'firmaet sagde ja',
  'match-rejected': 'firmaet sagde nej',
  offer: 'tilbud om et job',
  'offer-reminder': 'mind om tilbuddet',
  'offer-receipt': 'kvittering for svaret',
  'offer-withdrawn': 'tilbuddet er trukket tilbage',
  'offer-expired': 'fristen er gået',
  'offer-answered': 'svaret på tilbuddet',
  'offer-withdrawn-company': 'det bliver ikke denne person',
  agreement: 'aftalen',
  'agreement-company': 'aftalen',
  'hours-changed': 'nye timer',
  'last-day': 'jobbets sidste dag',
  'hours-changed-company': 'nye timer',
  'shift-reminder': 'mind om vagten',
  'not-seen-citizen': 'er alt okay?',
  'not-seen-workplace': 'er personen kommet?',
  'not-here-citizen': 'er alt okay?',
  'not-here-contact': 'ikke set på arbejdspladsen',
  'not-here-deputy': 'ikke set på arbejdspladsen',
  'not-here-leader': 'ingen har taget den',
  'work-stood-still': 'beskeder stod stille',
  'workplace-told': 'hvem der er på sagen',
  'still-at-it': 'stadig i gang?',
  'arrived-thanks': 'tak, fordi du kom',
  'late-thanks': 'godt, at du kommer',
  'absence-noted': 'afbud er modtaget',
  'arrived-company': 'personen er kommet',
  'absence-company': 'personen kommer ikke',
  'coming-company': 'personen kommer senere',
  'will-call': 'vi ringer',
  'not-understood': 'svaret blev ikke forstået',
  'which-question': 'hvad gælder svaret',
  'question-closed': 'spørgsmålet er ikke åbent mere',
  'person-calls': 'en kollega ringer',
  'interest-thanks': 'kvittering for et ja',
  'match-thanks': 'tak for svaret',
  'still-thanks': 'tak for svaret',
  'sms-stopped': 'ingen flere SMS',
  'sms-started': 'SMS igen',
  'stop-not-possible': 'kan ikke stoppes på SMS',
  'workplace-thanks': 'tak for svaret',
  'shift-cancelled': 'vagten er aflyst',
  'shift-cancelled-company': 'vagten er aflyst',
  'shift-moved': 'vagten er flyttet',
  'shift-moved-company': 'vagten er flyttet',
  'shift-back-on': 'vagten bliver til noget alligevel',
  'well-done': 'godt gået',
  'owner-asked': 'må jobbet slås op?',
  'owner-thanks': 'tak for svaret om jobbet',
  'contact-handover': 'ny kontaktperson',
  'contact-handover-company': 'ny kontaktperson',
  'contact-cover': 'en anden svarer i nogle dage',
  'contact-cover-company': 'en anden svarer i nogle dage',
};

const interestWays: Readonly<Record<InterestWay, string>> = {
  phone: 'ringede til',
  'in-person': 'talte med',
  sms: 'skrev med',
  letter: 'fik brev fra',
  link: 'fik svar fra',
};
const answers: Readonly<Record<OfferAnswer, string>> = {
  yes: 'ja',
  no: 'nej tak',
  visit: 'vil gerne se stedet først',
  call: 'vil gerne ringes op',
};
const answerWays: Readonly<Record<AnswerWay, string>> = {
  page: 'på siden',
  sms: 'på SMS',
  email: 'på mail',
  phone: 'i telefonen',
  'in-person': 'ansigt til ansigt',
  letter: 'i et brev',
};
const declined: Readonly<Record<DeclineReason, string>> = {
  hours: 'timerne passer ikke',
  place: 'stedet passer ikke',
  task: 'opgaven passer ikke',
  'not-now': 'ikke lige nu',
  'something-else': 'noget andet',
  'rather-not-say': 'vil ikke sige hvorfor',
};
const rejected: Readonly<Record<RejectReason, string>> = {
  'hours-do-not-fit': 'timerne passer ikke',
  'tasks-do-not-fit': 'opgaverne passer ikke',
  'found-another': 'har fundet en anden',
  'no-need-any-more': 'har ikke brug for nogen mere',
  'not-now': 'ikke lige nu',
  other: 'andet',
};
const handedOver: Readonly<Record<HandoverReason, string>> = {
  first: 'den første',
  planned: 'planlagt',
  leave: 'orlov eller ferie',
  resigned: 'har fået andet arbejde',
  reorganised: 'nye teams',
  'asked-for': 'borgeren bad om det',
  'fresh-eyes': 'friske øjne',
  'broker-takes-over': 'borgerens egen kontakt tager over',
  other: 'andet',
};
const causes: Readonly<Record<AbsenceCause, string>> = {
  sick: 'syg',
  transport: 'transport',
  family: 'familie',
  cannot: 'kan ikke i dag',
  other: 'andet',
};
const withdrawn = {
  'citizen-changed-mind': 'borgeren har ombestemt sig',
  'citizen-found-other': 'borgeren har fundet noget andet',
  'job-changed': 'jobbet er lavet om',
  mistake: 'en fejl',
  other: 'andet',
};
const ended = {
  'citizen-wished': 'borgeren ønskede det',
  'company-wished': 'firmaet ønskede det',
  'task-ended': 'opgaven var slut',
  'job-ended': 'jobbets sidste dag er gået',
  'more-hours-elsewhere': 'flere timer et andet sted',
  'health-of-the-match': 'det passede ikke sammen',
  other: 'andet',
};
const parties: Readonly<Record<Party, string>> = {
  employer: 'firmaet',
  citizen: 'borgeren',
  municipality: 'kommunen',
};
const sources = { workplace: 'Arbejdspladsen', contact: 'Kontaktpersonen' };

/** The closed lists as they are written in the middle of a sentence. */
export const slugWords = {
  template: listed(templates),
  answerWay: listed(answerWays),
  declined: listed(declined),
  rejected: listed(rejected),
  handedOver: listed(handedOver),
  cause: listed(causes),
  withdrawn: listed(withdrawn),
  ended: listed(ended),
};

const someone = ({ who }: Facts): string => who ?? 'Kommunen';
/** "Mette", or in nobody's name: "Tilbuddet blev sendt". */
const by = (facts: Facts, active: string, passive: string): string =>
  facts.who ? `${facts.who} ${active}` : passive;
const day = (date: string | undefined): string => (date ? dayInWords(date) : '');
const shift = ({ details, on }: Facts): string =>
  `${details.date === on ? '' : `${day(details.date)} `}kl. ${timeInWords(details.start ?? '')}`;
/** Only where it was another day than that on which it was said. */
const dayOf = ({ details, on }: Facts): string => (details.date === on ? '' : ` (${day(details.date)})`);
const because = (words: string): string => (words === '' ? '' : `: ${words}`);
const source = ({ person, details }: Facts): string =>
  (sources as Record<string, string>)[details.source ?? ''] ?? person;
const minutes = ({ details }: Facts): string => (details.minutes ? ` ${details.minutes} min.` : '');

function answered(facts: Facts): string {
  const { details, person } = facts;
  const own = facts.who === person || facts.who === null;
  const answer = answers[details.answer as OfferAnswer] ?? '';
  const reason = because(details.reason ? slugWords.declined(details.reason) : '');
  const how = slugWords.answerWay(details.how);
  if (own) {
    const says = answer.startsWith('vil') ? answer : `sagde ${answer}`;
    return `${person} ${says} ${how}${reason}`;
  }
  const talked = details.how === 'phone' ? 'ringede til' : 'talte med';
  return answer.startsWith('vil')
    ? `${facts.who} ${talked} ${person}, som ${answer}`
    : `${facts.who} ${talked} ${person} og fik ${answer === 'ja' ? 'ja' : 'et nej tak'}${reason}`;
}

function interested({ who, person, details }: Facts): string {
  if (who === null || who === person) return `${person} sagde ja til, at firmaet må høre om det`;
  return `${who} ${interestWays[details.how as InterestWay] ?? 'talte med'} ${person} og fik ja til at fortælle firmaet`;
}

const toWhom = ({ person, details }: Facts): string =>
  details.to === 'company' ? 'firmaet' : person === '' ? 'borgeren' : person;
const letter = (facts: Facts): string =>
  `${facts.details.channel === 'sms' ? 'SMS' : 'Mail'} til ${toWhom(facts)} (${slugWords.template(facts.details.template)})`;

/** One sentence for each thing that can happen. */
const sentences: Readonly<Record<TimelineWhat, Sentence>> = {
  'citizen-registered': (f) => by(f, `oprettede ${f.person}`, `${f.person} blev oprettet`),
  'citizen-changed': (f) => `${someone(f)} rettede oplysningerne om ${f.person}`,
  'broker-handed-over': (f) =>
    `${f.details.to ?? 'En anden'} følger ${f.person} fra nu af${f.details.from ? ` i stedet for ${f.details.from}` : ''}${because(slugWords.handedOver(f.details.reason))}`,
  note: (f) =>
    f.details.corrects
      ? `${someone(f)} rettede et notat: ${f.details.purpose}`
      : `${someone(f)} skrev et notat: ${f.details.purpose}`,
  'match-asked': (f) => by(f, `foreslog jobbet til ${f.person}`, `Jobbet blev foreslået til ${f.person}`),
  'match-interest': interested,
  'match-proposed': () => 'Firmaet fik forslaget',
  'match-reminded': (f) => `${someone(f)} mindede firmaet om forslaget`,
  'match-confirmed': (f) =>
    `${f.who ?? 'Firmaet'} sagde ja${f.details.start === 'direct' ? ' til at begynde uden møde' : ' til at mødes'}`,
  'match-rejected': (f) => `${f.who ?? 'Firmaet'} sagde nej${because(slugWords.rejected(f.details.reason))}`,
  'match-withdrawn': (f) =>
    `${by(f, 'trak forslaget tilbage', 'Forslaget blev trukket tilbage')}${because(slugWords.withdrawn(f.details.reason))}`,
  'match-lapsed': () => 'Forslaget faldt bort',
  'offer-made': (f) => `${f.person} fik tilbuddet`,
  'offer-extended': (f) => `${someone(f)} gav ${f.person} længere tid til at svare`,
  'offer-answered': answered,
  'offer-expired': () => 'Fristen for tilbuddet gik, uden at der kom et svar',
  'offer-withdrawn': (f) => by(f, 'trak tilbuddet tilbage', 'Tilbuddet blev trukket tilbage'),
  'offer-company-told': () => 'Firmaet fik navn og nummer',
  'agreement-drawn-up': (f) => by(f, 'skrev aftalen', 'Aftalen blev skrevet'),
  'agreement-signed-by': (f) =>
    f.details.onBehalf
      ? `${someone(f)} skrev under for ${parties[f.details.party as Party] ?? ''}, som havde sagt ja`
      : `${someone(f)} skrev under for ${parties[f.details.party as Party] ?? ''}`,
  'agreement-hours-changed': (f) =>
    `${by(f, 'ændrede timerne', 'Timerne blev ændret')} fra ${day(f.details.from)}`,
  'agreement-ended': (f) =>
    `${by(f, 'afsluttede aftalen', 'Aftalen sluttede')}${because(slugWords.ended(f.details.reason))}`,
  'shift-here': (f) => `${source(f)} sagde, at ${f.person} var mødt ${shift(f)}`,
  'shift-late': (f) => `${source(f)} sagde, at ${f.person} var kommet, lidt senere end ${shift(f)}`,
  'shift-on-the-way': (f) => `${source(f)} sagde: på vej${minutes(f)} (vagten ${shift(f)})`,
  'shift-later': (f) => `${source(f)} sagde: kommer senere${minutes(f)} (vagten ${shift(f)})`,
  'shift-not-here': (f) => `${source(f)} havde ikke set ${f.person} ${shift(f)}`,
  'shift-call-me': (f) => `${f.person} bad om at blive ringet op om vagten ${shift(f)}`,
  'shift-absent': (f) =>
    `${source(f)} meldte afbud for vagten ${shift(f)}${because(slugWords.cause(f.details.cause))}`,
  'shift-moved': (f) => `${by(f, 'flyttede en vagt', 'En vagt blev flyttet')}; den er nu ${shift(f)}`,
  'shift-cancelled': (f) =>
    `${by(f, 'aflyste vagten', 'Vagten blev aflyst:')} ${shift(f)}${because(f.details.reason ?? '')}`,
  'shift-hours-confirmed': (f) =>
    `${by(f, 'bekræftede', 'Bekræftet:')} ${hoursInWords(Number(f.details.minutes ?? 0))} ${f.details.paid === 'yes' ? 'med løn' : 'uden løn'} (${day(f.details.date)})`,
  'shift-well-done': (f) => `Arbejdspladsen sagde godt gået til ${f.person}${dayOf(f)}`,
  case: ({ who, details }) => {
    const { step = '', ...rest } = details;
    return historyText({ what: step, who: who ?? '', details: rest } as unknown as EscalationEntry);
  },
  'message-waiting': (f) => `${letter(f)} venter på at blive sendt`,
  'message-sent': (f) => `${letter(f)} er sendt`,
  'message-delivered': (f) => `${letter(f)} er kommet frem`,
  'message-failed': (f) => `${letter(f)} kom ikke frem`,
  'message-uncertain': (f) => `${letter(f)}: det er uvist, om den kom frem`,
  'task-done': (f) =>
    `${by(f, 'klarede', 'Klaret:')} »${taskTitles[f.details.kind as TaskKind] ?? f.details.kind}«${because(outcomeOrWords(f.details.outcome ?? ''))}`,
  'contact-changed': (f) =>
    `${f.details.to ?? 'En anden'} blev fast kontakt for jobbet${because(slugWords.handedOver(f.details.reason))}`,
  'contact-covered': (f) =>
    `${f.who ?? 'En anden'} svarer i stedet ${day(f.details.from)} til ${day(f.details.to)}`,
  'small-job-posted': (f) => by(f, 'oprettede jobbet', 'Jobbet blev oprettet'),
  'small-job-changed': (f) => by(f, 'rettede jobbet', 'Jobbet blev rettet'),
  'small-job-published': (f) => by(f, 'åbnede jobbet', 'Jobbet blev åbnet'),
  'small-job-paused': (f) => by(f, 'satte jobbet på pause', 'Jobbet blev sat på pause'),
  'small-job-closed': (f) => by(f, 'lukkede jobbet', 'Jobbet blev lukket'),
  'company-registered': (f) => by(f, 'oprettede virksomheden', 'Virksomheden blev oprettet'),
  'company-closed': (f) => by(f, 'skrev lukkedage ind', 'Virksomheden skrev lukkedage ind'),
  'company-reopened': (f) => by(f, 'tog lukkedage tilbage', 'Virksomheden tog lukkedage tilbage'),
  visit: (f) =>
    `${by(f, 'besøgte virksomheden', 'Virksomheden fik besøg')} ${day(f.details.date)} og så ${f.details.observations === '1' ? 'én ting' : `${f.details.observations} ting`}, et job kunne løse`,
};

/** "Mette ringede til Jonas og fik ja": colleagues and citizens by first name, in Danish. */
export function timelineSentence({ at, what, who, citizen, details }: TimelineEntry): string {
  const people = what === 'broker-handed-over' || what === 'contact-changed';
  const shortened = people ? shortNames({ to: details.to, from: details.from }) : {};
  return sentences[what]({
    who: who && shortName(who),
    person: citizen ? firstName(citizen) : 'Borgeren',
    details: { ...details, ...shortened },
    on: localDateOf(at),
  });
}

/** Names of two to four words are people; "Arbejdspladsen" and "Frugt & Grønt A/S" stay as they are. */
const shortName = (name: string): string =>
  /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.test(name) ? firstName({ name }) : name;

const shortNames = (names: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).flatMap(([key, name]) => (name ? [[key, shortName(name)]] : [])));
