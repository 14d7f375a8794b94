import type { CaughtMessage } from './outbox.js';

const SHOWN = 100;
const QUICK_ANSWERS = ['JA', 'NEJ', 'BESØG', 'RING'];

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a }
  article { border: 1px solid #ccc; border-left: .4rem solid #0059b3; border-radius: .3rem; padding: .6rem 1rem; margin: 1rem 0 }
  article.email { border-left-color: #6b4e9b }
  header { color: #555; font-size: .9rem } h2 { font-size: 1rem; margin: .3rem 0 }
  p { white-space: pre-wrap; overflow-wrap: anywhere; margin: .4rem 0 }
  form { display: inline } button, input { font: inherit; padding: .3rem .7rem; margin: .2rem .2rem .2rem 0 }
  input { width: 60% } iframe { width: 100%; height: 30rem; border: 1px solid #ccc; background: #fff }`;

/** Everything that was caught, newest first. It reloads itself, so the typing is done on a page of its own. */
export function outboxPage(messages: CaughtMessage[]): string {
  const newest = messages.slice(-SHOWN).reverse();
  const list = newest
    .map((message) => article(message, `<a href="/outbox/${message.id}">Skriv et svar</a>`))
    .join('');
  const intro = `<h1>Udbakke</h1><p><a href="/beskeder">Alle beskeder, med prøver</a></p><p>Her lander alle SMS’er og mails fra demoen. Intet bliver sendt. Siden opdaterer sig selv.</p>`;
  return page(
    intro + (list || '<p>Der er ikke sendt noget endnu.</p>'),
    '<meta http-equiv="refresh" content="5">',
  );
}

/** One message with room for an answer in one's own words. */
export function messagePage(message: CaughtMessage): string {
  const form = `<form method="post" action="/outbox/${message.id}/reply">
    <label>Svar som modtageren: <input name="text" required autofocus></label> <button>Send svar</button></form>`;
  return page(`<p><a href="/">Tilbage til udbakken</a></p>${article(message, `<p>${form}</p>`)}`);
}

/** What the product said to an answer. */
export function answerPage(status: number): string {
  const said =
    status < 300 || status === 303 ? 'Svaret er modtaget.' : `Svaret blev ikke taget imod (${status}).`;
  return page(`<h1>${said}</h1><p><a href="/">Tilbage til udbakken</a></p>`);
}

function article(message: CaughtMessage, more: string): string {
  const kind = message.channel === 'sms' ? 'SMS' : 'Mail';
  const at = new Date(message.at).toLocaleString('da-DK', { timeZone: 'Europe/Copenhagen' });
  const answerable = message.channel === 'sms' || message.links.some((link) => /\/[oe]\//.test(link));
  return `<article class="${message.channel}">
    <header>${kind} til <strong>${escapeHtml(message.to)}</strong> ${at}</header>
    ${message.subject ? `<h2>${escapeHtml(message.subject)}</h2>` : ''}
    <p>${linked(message.text)}</p>
    ${answerable ? QUICK_ANSWERS.map((text) => quickAnswer(message.id, text)).join('') + more : ''}
  </article>`;
}

function quickAnswer(id: string, text: string): string {
  return `<form method="post" action="/outbox/${id}/reply"><button name="text" value="${text}">${text}</button></form>`;
}

function linked(text: string): string {
  return escapeHtml(text).replace(
    /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/g,
    (link) => `<a href="${link}">${link}</a>`,
  );
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

export function page(body: string, head = ''): string {
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Udbakke – Fodfæste</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}<style>${STYLE}</style></head>
<body>${body}</body></html>`;
}
