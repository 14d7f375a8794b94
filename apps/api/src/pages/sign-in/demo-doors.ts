import type { Language, Role } from '#domain';
import type { DemoPeople } from '../demo/demo-people.js';
import { signInWords } from '../words/sign-in.js';
import type { DemoDoors } from './views.js';

/** In a demo: the people of these roles, to sign in as with a click. */
export async function demoDoors(
  people: DemoPeople | undefined,
  language: Language,
  roles: readonly Role[],
): Promise<DemoDoors | null> {
  const known = (await people?.list())?.filter(({ role }) => roles.includes(role)) ?? [];
  if (known.length === 0) return null;
  const w = signInWords[language];
  return {
    heading: w.demoHeading,
    people: known.map(({ name, role, municipality, href }) => ({
      name,
      of: `${w.demoRoles[role]} · ${municipality}`,
      href,
    })),
  };
}
