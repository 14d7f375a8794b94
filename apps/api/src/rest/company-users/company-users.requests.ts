import { email, phone, text, uuid } from '../../http/fields/index.js';

export class PostCompanyUserBody {
  @text({ max: 200, example: 'Sara Demir' }) name!: string;
  @email({ optional: true, nullable: true, example: 'sara@frugtlageret.example' }) email?: string | null;
  @phone({ optional: true, nullable: true, example: '+4520654322', description: 'Mindst en af de to.' })
  phone?: string | null;
}

export class RemoveCompanyUserQuery {
  @uuid({
    optional: true,
    description: 'Den bruger, firmaet kontaktes gennem fra nu af, når kontaktpersonen bliver fjernet.',
  })
  newContactUserId?: string;
}
