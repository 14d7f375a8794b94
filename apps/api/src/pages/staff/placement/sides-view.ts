import { firstName, phoneInPairs, type Citizen, type Company, type Staff } from '#domain';
import { placementWords as w } from '../../words/desk-placement.js';

/** Both sides and who to call: templates/partials/page-desk-sides.hbs. */
export interface SidesView {
  label: string;
  sides: SideView[];
}

interface SideView {
  role: string;
  name: string;
  href: string;
  lines: string[];
  phone: { href: string; text: string } | null;
}

interface Sides {
  citizen: Pick<Citizen, 'id' | 'name' | 'phone' | 'preferredChannel'>;
  company: Company;
  contact: Staff | null;
}

export const sidesView = ({ citizen, company, contact }: Sides): SidesView => ({
  label: w.whoToCall,
  sides: [
    {
      role: w.citizen,
      name: citizen.name,
      href: `/kommune/borgere/${citizen.id}`,
      lines: [w.channels[citizen.preferredChannel]],
      phone: phoneView(citizen.phone, firstName(citizen)),
    },
    {
      role: w.company,
      name: company.name,
      href: `/kommune/virksomheder/${company.id}`,
      lines: [company.contact.name],
      phone: phoneView(company.contact.phone, firstName(company.contact)),
    },
    {
      role: w.contact,
      name: contact?.name ?? w.noContact,
      href: '',
      lines: [],
      phone: contact ? phoneView(contact.phone, firstName(contact)) : null,
    },
  ],
});

export const phoneView = (phone: string | null, who: string): SideView['phone'] =>
  phone === null ? null : { href: `tel:${phone}`, text: w.callTo(who, phoneInPairs(phone)) };
