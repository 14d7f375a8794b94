import {
  address,
  code,
  email,
  list,
  localDate,
  nested,
  partialOf,
  phone,
  pickOf,
  position,
  text,
  uuid,
  type AddressFields,
  type PositionFields,
} from '../../http/fields/index.js';

const CVR = {
  pattern: /^\d{8}$/,
  form: { da: 'skal være otte cifre', en: 'must be eight digits' },
  example: '13585628',
};

export class CompanyContactBody {
  @text({ max: 200, example: 'Ali Demir' }) name!: string;
  @phone({ example: '+4575123456' }) phone!: string;
  @email({ optional: true, nullable: true, example: 'ali@frugtlageret.example' }) email?: string | null;
}

export class PostCompanyBody {
  @code({ ...CVR, description: 'Et kontrolciffer, der ikke passer, giver en advarsel og aldrig et nej.' })
  cvr!: string;
  @text({ max: 300, example: 'Frugtlageret' }) name!: string;
  @address() address!: AddressFields;
  @position({ optional: true, nullable: true }) position?: PositionFields | null;
  @text({ max: 300, optional: true, nullable: true, example: 'Engroshandel med frugt' })
  industry?: string | null;
  @nested(CompanyContactBody) contact!: CompanyContactBody;
}

export class ChangeCompanyContactBody extends partialOf(CompanyContactBody) {}

const changeable = pickOf(PostCompanyBody, ['name', 'address', 'position', 'industry']);

export class ChangeCompanyBody extends partialOf(changeable) {
  @list(uuid(), { max: 1000, optional: true, description: 'Kun kommunens medarbejdere kan ændre dem.' })
  ruledOutCitizenIds?: string[];
  @nested(ChangeCompanyContactBody, { optional: true, description: 'Flettes med den, der er.' })
  contact?: ChangeCompanyContactBody;
}

export class PostClosingDaysBody {
  @localDate({ example: '2026-12-24' }) from!: string;
  @localDate({ example: '2027-01-03' }) to!: string;
  @text({ max: 1000, optional: true, nullable: true, example: 'Juleferie' }) reason?: string | null;
}

export class ClosingPreviewQuery {
  @localDate({ example: '2026-12-24' }) from!: string;
  @localDate({ example: '2027-01-03' }) to!: string;
}
