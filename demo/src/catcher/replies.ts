import { readAnswer, type Answer, type Courier } from './courier.js';
import { nextGatewayId } from './gateway-ids.js';
import { BadRequest, Problem } from './http.js';
import type { CaughtMessage } from './outbox.js';

/** What the buttons of an answer page send. */
const ANSWERS: Record<string, string> = {
  JA: 'yes',
  NEJ: 'no',
  BESOEG: 'visit',
  BESOG: 'visit',
  RING: 'call',
};

/** An inbound SMS, from the message's receiver to the number it came from. */
export async function replyToSms(
  message: CaughtMessage,
  text: string,
  receiver: string,
  courier: Courier,
): Promise<Answer> {
  const answer = await courier.ask('/webhooks/sms/inbound', {
    id: nextGatewayId(),
    msisdn: Number(message.to.slice(1)),
    receiver: Number(receiver),
    message: text,
    senttime: Math.floor(Date.now() / 1_000),
    webhook_label: 'fodfaeste',
  });
  return answer ?? unreachable();
}

/** Opens the answer page that the e-mail links to, as a person would, and presses the button. */
export async function replyToEmail(message: CaughtMessage, text: string): Promise<Answer> {
  const link = message.links.find((candidate) => /^\/[oe]\//.test(new URL(candidate).pathname));
  if (!link) throw new Problem(409, 'catcher.no-answer-link', 'Mailen har intet svarlink');
  const answer = ANSWERS[firstWord(text)];
  if (!answer) throw new BadRequest('En mail kan besvares med JA, NEJ, BESØG eller RING');
  try {
    await (await fetch(link)).text();
    const response = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ answer }),
      redirect: 'manual',
    });
    return { status: response.status, body: await readAnswer(response) };
  } catch {
    return unreachable();
  }
}

function firstWord(text: string): string {
  const word = text.trim().split(/[\s.,!]+/)[0] ?? '';
  return word.toUpperCase().replaceAll('Ø', 'OE');
}

function unreachable(): never {
  throw new Problem(502, 'catcher.product-unreachable', 'Fodfæste svarer ikke');
}
