import { isoWithOffset, triesOf, type Message } from '#domain';
import { instant, int, oneOf, slug, text, uuid } from '../../http/fields/index.js';
import { shownMessageStates } from './messages.requests.js';

export class MessageResponse {
  @uuid() id!: string;
  @slug({ example: 'shift-reminder' }) template!: string;
  @oneOf(['sms', 'email']) channel!: string;
  @oneOf(['citizen', 'company', 'staff']) receiver!: string;
  @text({ example: '••••••56', description: 'Aldrig hele nummeret eller adressen.' }) to!: string;
  @uuid({ nullable: true }) citizenId!: string | null;
  @oneOf(shownMessageStates, { example: 'failed' }) state!: string;
  @slug({ nullable: true, example: 'unknown-subscriber', description: 'Hvorfor den ikke er nået frem.' })
  reason!: string | null;
  @instant() createdAt!: string;
  @instant({ description: 'Hvornår der sidst var nyt om den.' }) stateAt!: string;
  @instant({ description: 'Før dette går den ikke ud, som om natten.' }) notBefore!: string;
  @int({ min: 0, max: 1000, example: 1 }) attempts!: number;
}

/** Neither text, token nor address: they are for the one it was written to. */
export const toMessage = (message: Message): MessageResponse => ({
  id: message.id,
  template: message.template,
  channel: message.channel,
  receiver: message.receiver,
  to: message.channel === 'sms' ? maskedPhone(message.to) : maskedEmail(message.to),
  citizenId: message.citizenId,
  state: message.state === 'sending' ? 'queued' : message.state,
  reason: message.reason,
  createdAt: isoWithOffset(message.createdAt),
  stateAt: isoWithOffset(message.stateAt),
  notBefore: isoWithOffset(message.notBefore),
  attempts: triesOf(message),
});

const maskedPhone = (phone: string): string => `••••••${phone.slice(-2)}`;

/** The first letter tells a person which of two addresses it is, and nobody else anything. */
const maskedEmail = (email: string): string => `${email.slice(0, 1)}•••@•••`;
