import type { Company } from '#domain';
import { code, email, number, phone, text } from '../../../http/fields/index.js';
import { ShapeError } from '../../../http/shape-error.js';
import {
  FormView,
  seenMark,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';

/** What can be changed; the CVR number stands. */
export class CompanyForm {
  @text({ max: 300, example: 'Frugtlageret' }) navn!: string;
  @text({ max: 120, example: 'Havnegade 12' }) vej!: string;
  @code({
    pattern: /^\d{4}$/,
    form: { da: 'skal være fire cifre', en: 'must be four digits' },
    example: '7100',
  })
  postnr!: string;
  @text({ max: 60, example: 'Vejle' }) by!: string;
  @text({ max: 300, optional: true, example: 'Engroshandel med frugt' }) branche?: string;
  @text({ max: 200, example: 'Ali Demir' }) kontakt!: string;
  @phone({ example: '+4575123456' }) telefon!: string;
  @email({ optional: true, example: 'ali@frugtlageret.example' }) mail?: string;
  @number({ min: -90, max: 90, optional: true, example: 55.7 }) lat?: number;
  @number({ min: -180, max: 180, optional: true, example: 9.53 }) lon?: number;
}

export class NewCompanyForm extends CompanyForm {
  @code({
    pattern: /^\d{8}$/,
    form: { da: 'skal være otte cifre', en: 'must be eight digits' },
    example: '13585628',
  })
  cvr!: string;
}

/** @throws ShapeError with one of the two figures only */
export function positionIn({ lat, lon }: CompanyForm): Company['position'] {
  if (lat === undefined && lon === undefined) return null;
  if (lat === undefined || lon === undefined)
    throw new ShapeError([{ path: lat === undefined ? 'lat' : 'lon', text: w.bothNeeded }]);
  return { lat, lon };
}

export const addressIn = ({ vej, postnr, by }: CompanyForm): Company['address'] => ({
  street: vej,
  postcode: postnr,
  town: by,
});

interface CompanyFormView {
  errors: ErrorSummaryView | null;
  heading: string;
  action: string;
  /** A mark of the company as it stands; empty for a new one. */
  seen: string;
  /** Who has the number, to go there instead; null when nobody has. */
  taken: { text: string; href: string; label: string } | null;
  cvr: InputView | null;
  name: InputView;
  street: InputView;
  postcode: InputView;
  town: InputView;
  industry: InputView;
  person: { label: string; hint: string; name: InputView; phone: InputView; email: InputView };
  position: { label: string; hint: string; open: boolean; lat: InputView; lon: InputView };
  button: string;
}

export const companyFormPage = page<CompanyFormView>('staff/companies/company-form');

/** Of a new company, or of one that is there. */
export function companyFormView(company: Company | null, typed?: Typed, faults?: Faults): CompanyFormView {
  const form = new FormView('da', typed, faults);
  const { address, contact, position } = company ?? { address: null, contact: null, position: null };
  const cvr = company ? null : form.number('cvr', w.cvr, { hint: w.cvrHint, width: 'm', max: 8 });
  const fields = {
    cvr,
    name: form.input('navn', w.name, { max: 300, value: company?.name ?? '' }),
    street: form.input('vej', w.street, { max: 120, value: address?.street ?? '' }),
    postcode: form.number('postnr', w.postcode, { max: 4, value: address?.postcode ?? '' }),
    town: form.input('by', w.town, { max: 60, value: address?.town ?? '' }),
    industry: form.input('branche', w.industry, {
      hint: w.industryHint,
      optional: true,
      max: 300,
      value: company?.industry ?? '',
    }),
    person: {
      label: w.contactHeading,
      hint: w.contactHint,
      name: form.input('kontakt', w.contactName, { max: 200, value: contact?.name ?? '' }),
      phone: form.input('telefon', w.contactPhone, {
        type: 'tel',
        inputmode: 'tel',
        width: 'm',
        max: 30,
        value: contact?.phone ?? '',
      }),
      email: form.input('mail', w.contactEmail, {
        type: 'email',
        inputmode: 'email',
        optional: true,
        max: 254,
        value: contact?.email ?? '',
      }),
    },
    position: {
      label: w.positionHeading,
      hint: w.positionHint,
      open: position !== null,
      lat: form.input('lat', w.lat, {
        inputmode: 'decimal',
        optional: true,
        width: 'm',
        value: position ? String(position.lat) : '',
      }),
      lon: form.input('lon', w.lon, {
        inputmode: 'decimal',
        optional: true,
        width: 'm',
        value: position ? String(position.lon) : '',
      }),
    },
  };
  fields.position.open ||= [fields.position.lat, fields.position.lon].some(
    ({ value, error }) => value !== '' || error !== '',
  );
  return {
    errors: form.errors(),
    heading: company ? w.editHeading(company.name) : w.newHeading,
    action: company ? `/kommune/virksomheder/${company.id}/ret` : '/kommune/virksomheder/ny',
    seen: company ? markOfCompany(company) : '',
    taken: takenOf(faults),
    ...fields,
    button: company ? w.saveEdit : w.save,
  };
}

/** Of what the form would write over. */
export const markOfCompany = ({ name, address, industry, position, contact }: Company): string =>
  seenMark({ name, address, industry, position, contact });

/** The same CVR twice: which one has it, and the way there. */
function takenOf(faults?: Faults): CompanyFormView['taken'] {
  const details = faults?.list.find(({ code: one }) => one === 'company.cvr-taken')?.details;
  const { companyId, name } = (details ?? {}) as { companyId?: string; name?: string };
  if (!companyId || !name) return null;
  return { text: w.cvrTaken(name), href: `/kommune/virksomheder/${companyId}`, label: w.seeTaken(name) };
}
