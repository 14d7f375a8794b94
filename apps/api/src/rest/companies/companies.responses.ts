import {
  isoWithOffset,
  isStaff,
  type Actor,
  type Address,
  type ClosingDays,
  type Company,
  type Position,
} from '#domain';
import {
  AddressFields,
  code,
  email,
  instant,
  int,
  list,
  listOf,
  localDate,
  nested,
  phone,
  position,
  text,
  uuid,
  type PositionFields,
} from '../../http/fields/index.js';
import { CompanyWarningResponse, cvrWarnings } from './cvr-warning.js';

export class CompanyContactResponse {
  @text({ example: 'Ali Demir' }) name!: string;
  @phone({ example: '+4575123456' }) phone!: string;
  @email({ nullable: true, example: 'ali@frugtlageret.example' }) email!: string | null;
}

export class CompanyResponse {
  @uuid() id!: string;
  @code({ pattern: /^\d{8}$/, form: { da: 'otte cifre', en: 'eight digits' }, example: '13585628' })
  cvr!: string;
  @text({ max: 300, example: 'Frugtlageret' }) name!: string;
  @nested(AddressFields) address!: AddressFields;
  @position({ nullable: true }) position!: PositionFields | null;
  @text({ max: 300, nullable: true, example: 'Engroshandel med frugt' }) industry!: string | null;
  @nested(CompanyContactResponse) contact!: CompanyContactResponse;
  @instant() createdAt!: string;
  @list(uuid(), { optional: true, description: 'Kun for kommunens medarbejdere.' })
  ruledOutCitizenIds?: string[];
}

export class UnpaidStandingResponse {
  @int({ min: 0, max: 100_000, example: 1, description: 'Er der nu uden lønnede timer.' }) unpaidNow!: number;
  @int({ min: 0, max: 100_000, example: 2, description: 'Er der nu med lønnede timer.' }) paidNow!: number;
  @int({ min: 0, max: 100_000, example: 3, description: 'Begyndte ulønnet og fik lønnede timer.' })
  becamePaid!: number;
  @int({ min: 0, max: 100_000, example: 0, description: 'Begyndte ulønnet og sluttede uden løn.' })
  neverPaid!: number;
}

export class PostedCompanyResponse extends CompanyResponse {
  @listOf(CompanyWarningResponse, { description: 'Noget at se på; firmaet er oprettet.' })
  warnings!: CompanyWarningResponse[];
}

export class ClosingDaysResponse {
  @uuid() id!: string;
  @uuid() companyId!: string;
  @localDate({ example: '2026-12-24' }) from!: string;
  @localDate({ example: '2027-01-03' }) to!: string;
  @text({ max: 1000, nullable: true, example: 'Juleferie' }) reason!: string | null;
}

export class PostedClosingDaysResponse extends ClosingDaysResponse {
  @int({ min: 0, max: 1_000_000, example: 3, description: 'Så mange vagter er aflyst.' })
  cancelledShifts!: number;
}

export const toAddress = ({ street, postcode, town }: Address): AddressFields => ({ street, postcode, town });

export const toPosition = ({ lat, lon }: Position): PositionFields => ({ lat, lon });

export function toCompany(company: Company, actor: Actor): CompanyResponse {
  const { name, phone: number, email: mail } = company.contact;
  return {
    id: company.id,
    cvr: company.cvr,
    name: company.name,
    address: toAddress(company.address),
    position: company.position && toPosition(company.position),
    industry: company.industry,
    contact: { name, phone: number, email: mail },
    createdAt: isoWithOffset(company.createdAt),
    ...(isStaff(actor) && { ruledOutCitizenIds: company.ruledOutCitizenIds }),
  };
}

export const toPostedCompany = (company: Company, actor: Actor): PostedCompanyResponse => ({
  ...toCompany(company, actor),
  warnings: cvrWarnings(company.cvr),
});

export const toClosingDays = ({ id, companyId, from, to, reason }: ClosingDays): ClosingDaysResponse => ({
  id,
  companyId,
  from,
  to,
  reason,
});
