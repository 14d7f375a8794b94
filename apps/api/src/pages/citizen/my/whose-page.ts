import { firstName, type Language } from '#domain';
import type { Visitor } from '../../../http/visitor.js';

/** The contact's first name, as the pages call her or him. */
export function contactName(visitor: Visitor | undefined, language: Language): string {
  if (visitor?.contact) return firstName(visitor.contact);
  return language === 'da' ? 'Din kontakt' : 'Your contact';
}
