import type { Language, MessageTemplate } from '#domain';
import { inConversation } from './in-conversation.js';
import type { Catalogue, MessageDefinition } from './message-definition.js';
import { toCitizensAboutJobs } from './to-citizens-about-jobs.js';
import { toCitizensAboutShifts } from './to-citizens-about-shifts.js';
import { toCompanies } from './to-companies.js';
import { toStaff } from './to-staff.js';
import { toWhoSignsIn } from './to-who-signs-in.js';

/** Every message that leaves the house. The words are in templates/messages/<name>/<language>/. */
export const catalogue: Catalogue = {
  ...toCitizensAboutJobs,
  ...toCitizensAboutShifts,
  ...toCompanies,
  ...toStaff,
  ...toWhoSignsIn,
  ...inConversation,
};

export const messageTemplates = Object.keys(catalogue).sort() as MessageTemplate[];
export const messageLanguages: readonly Language[] = ['da', 'en'];

/** As its fields are stored with a message: plain strings. */
type LooseDefinition = Omit<MessageDefinition<MessageTemplate>, 'sample' | 'choices'> & {
  sample: Record<Language, Record<string, string>>;
  choices?: Readonly<Record<string, readonly string[]>>;
};

/** Null for a name that is not in the catalogue: rows may be older than the code that reads them. */
export function definitionOf(template: string): LooseDefinition | null {
  return Object.hasOwn(catalogue, template)
    ? (catalogue[template as MessageTemplate] as LooseDefinition)
    : null;
}

/**
 * Never worded by a municipality: a code, a shared phone, what a leader sends to her- or himself, and where the next
 * answer depends on the words.
 */
const alwaysOurs: ReadonlySet<string> = new Set<MessageTemplate>([
  'sign-in-code',
  'call-only',
  'test-message',
  'work-stood-still',
  'which-question',
  'person-calls',
  'sms-stopped',
  'sms-started',
  'stop-not-possible',
]);

/** `offer-receipt-yes`: where a field chooses between sentences, each is a text of its own. Null: always ours. */
export function textNameOf(template: MessageTemplate, data: Readonly<Record<string, string>>): string | null {
  if (alwaysOurs.has(template)) return null;
  const [choice] = Object.keys(definitionOf(template)?.choices ?? {});
  return choice === undefined ? template : `${template}-${data[choice]}`;
}

/** The sample, once for every value of every choice: all sentences that a reader can get. */
export function sampleVariants(template: MessageTemplate, language: Language): Record<string, string>[] {
  const { sample, choices = {} } = definitionOf(template)!;
  let variants = [sample[language]];
  for (const [field, values] of Object.entries(choices)) {
    variants = variants.flatMap((variant) => values.map((value) => ({ ...variant, [field]: value })));
  }
  return variants;
}
