import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Courier } from './courier.js';
import { BadRequest, isForm, Problem, readFields, sendJson } from './http.js';
import type { Listener } from './listener.js';
import { MAILBOX, mailboxPage, samplesPage } from './mailbox-page.js';
import { answerPage, messagePage, outboxPage } from './outbox-page.js';
import type { CaughtMessage, Outbox } from './outbox.js';
import { replyToEmail, replyToSms } from './replies.js';
import { namesLike, sampled } from './samples.js';
import type { SmsGateway } from './sms-gateway.js';
import type { Trouble } from './trouble.js';

export interface Parts {
  outbox: Outbox;
  trouble: Trouble;
  courier: Courier;
  gateway: SmsGateway;
  gatewayListener: Listener;
  /** The number that replies go to when a message's own sender is a name. */
  sender: string;
}

/** One request for the outbox, or from a test that makes trouble. */
export async function route(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://catcher');
  if (request.method === 'GET' && `${pathname}/`.startsWith(`${MAILBOX}/`))
    return showSamples(response, pathname.slice(MAILBOX.length + 1), searchParams.get('soeg') ?? '');
  const [, first, id, action] = pathname.split('/');
  const asked = `${request.method ?? ''} ${id === undefined || first !== 'outbox' ? pathname : `/outbox/:id/${action ?? ''}`}`;

  switch (asked) {
    case 'GET /':
      return sendHtml(response, outboxPage(parts.outbox.all()));
    case 'GET /outbox':
      return sendJson(response, 200, { items: parts.outbox.all() });
    case 'GET /outbox/:id/':
      return sendHtml(response, messagePage(findMessage(parts.outbox, id)));
    case 'POST /outbox/:id/reply':
      return reply(request, response, findMessage(parts.outbox, id), parts);
    case 'POST /trouble':
      return makeTrouble(request, response, parts);
    case 'GET /ledger':
      return sendJson(response, 200, { items: parts.outbox.ledger() });
    default:
      throw new Problem(404, 'catcher.not-found', 'There is nothing here');
  }
}

/** `` lists, `<name>` shows one, `<name>/<language>/<place>` is the e-mail itself. */
function showSamples(response: ServerResponse, path: string, words: string): void {
  const [name = '', language, place] = path.split('/');
  if (name === '') return sendHtml(response, mailboxPage(namesLike(words), words));
  const message = sampled(name);
  if (message && language === undefined) return sendHtml(response, samplesPage(message));
  const sample = message?.samples.find((one) => one.language === language && String(one.place) === place);
  if (!sample?.email) throw new Problem(404, 'catcher.not-found', 'There is no such message');
  sendHtml(response, sample.email.html, EMAIL_POLICY);
}

async function makeTrouble(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const chosen = parts.trouble.choose(await readFields(request));
  await (chosen.sms === 'down' ? parts.gatewayListener.close() : parts.gatewayListener.open());
  sendJson(response, 200, chosen);
}

function findMessage(outbox: Outbox, id: string | undefined): CaughtMessage {
  const message = outbox.find(id ?? '');
  if (!message) throw new Problem(404, 'catcher.not-found', 'There is no such message');
  return message;
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  message: CaughtMessage,
  parts: Parts,
): Promise<void> {
  const { text } = await readFields(request);
  if (typeof text !== 'string' || text.trim() === '') throw new BadRequest('text must say something');
  const answer: Answer =
    message.channel === 'sms'
      ? await replyToSms(
          message,
          text,
          numberOf(parts.gateway.senderOf(message), parts.sender),
          parts.courier,
        )
      : await replyToEmail(message, text);
  if (isForm(request)) sendHtml(response, answerPage(answer.status));
  else sendJson(response, 200, answer);
}

/** A name as the sender cannot be answered; the demo's own number stands in for it. */
function numberOf(sender: string | undefined, standIn: string): string {
  const digits = sender?.replace(/^\+/, '') ?? '';
  return /^\d+$/.test(digits) ? digits : standIn;
}

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-src 'self'; base-uri 'none'";
/** A document without origin: no script, no form, nothing from elsewhere. */
const EMAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

function sendHtml(response: ServerResponse, html: string, policy = PAGE_POLICY): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // What is shown came in a message: it must not be able to do anything.
    'content-security-policy': policy,
  });
  response.end(html);
}
