import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Courier } from './courier.js';
import { BadRequest, isForm, Problem, readFields, sendJson } from './http.js';
import type { Listener } from './listener.js';
import { answerPage, messagePage, outboxPage } from './outbox-page.js';
import type { CaughtMessage, Outbox } from './outbox.js';
import { replyToEmail, replyToSms } from './replies.js';
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
  const { pathname } = new URL(request.url ?? '/', 'http://catcher');
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

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // What is shown came in a message: it must not be able to do anything.
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
  });
  response.end(html);
}
