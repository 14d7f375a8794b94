import { ONE_SEGMENT } from '#notifications';
import { escapeHtml, page } from './outbox-page.js';
import { sampled, type Sample, type SampledMessage } from './samples.js';

export const MAILBOX = '/beskeder';

const languages = { da: 'Dansk', en: 'Engelsk' } as const;
const receivers: Readonly<Record<string, string>> = {
  citizen: 'borgeren',
  company: 'firmaet',
  staff: 'medarbejderen',
};

/** Every message by name, with the first line of its Danish words. */
export function mailboxPage(names: readonly string[], words: string): string {
  const search = `<form action="${MAILBOX}"><label>Søg efter navn: <input name="soeg" value="${escapeHtml(words)}"></label>
    <button>Søg</button></form>`;
  const list = names.map((name) => listed(sampled(name)!)).join('');
  return page(
    `<p><a href="/">Udbakken</a></p><h1>Alle beskeder</h1><p>Hver besked, der kan sendes, med prøver. Alle navne er opdigtede.</p>
    ${search}<p>${names.length} beskeder</p>${list || '<p>Ingen besked hedder sådan.</p>'}`,
  );
}

function listed({ name, receiver, samples }: SampledMessage): string {
  const [first] = samples;
  const words = first?.sms?.text ?? first?.email?.subject ?? '';
  return `<article><header>til ${escapeHtml(receivers[receiver] ?? receiver)}</header>
    <h2><a href="${MAILBOX}/${name}">${name}</a></h2><p>${escapeHtml(words)}</p></article>`;
}

/** One message in every language and way, with every sentence that can stand in it. */
export function samplesPage({ name, receiver, samples }: SampledMessage): string {
  return page(
    `<p><a href="${MAILBOX}">Alle beskeder</a></p><h1>${name}</h1><p>til ${escapeHtml(receivers[receiver] ?? receiver)}</p>
    ${samples.map((sample) => shownSample(name, sample)).join('')}`,
  );
}

function shownSample(name: string, { language, place, choices, sms, email }: Sample): string {
  const chosen = choices === '' ? '' : ` (${escapeHtml(choices)})`;
  return `<section lang="${language}"><h2 lang="da">${languages[language]}${chosen}</h2>
    ${sms ? shownSms(sms) : ''}
    ${email ? shownEmail(`${MAILBOX}/${name}/${language}/${place}`, email) : ''}</section>`;
}

const shownSms = ({ text, places, segments }: NonNullable<Sample['sms']>): string =>
  `<article class="sms"><header lang="da">SMS: ${places} af ${ONE_SEGMENT} pladser, ${segments} ${segments === 1 ? 'del' : 'dele'}</header>
  <p>${escapeHtml(text)}</p></article>`;

/** The HTML is a document of its own, without rights: what a template says cannot reach this page. */
const shownEmail = (address: string, { subject, text }: NonNullable<Sample['email']>): string =>
  `<article class="email"><header lang="da">Mail</header><h3>${escapeHtml(subject)}</h3><p>${escapeHtml(text)}</p>
  <iframe sandbox title="Mailen som HTML" src="${address}"></iframe></article>`;
