import { email, phone, text } from '../../http/fields/index.js';

export class PostCompanyUserBody {
  @text({ max: 200, example: 'Sara Demir' }) name!: string;
  @email({ optional: true, nullable: true, example: 'sara@frugtlageret.example' }) email?: string | null;
  @phone({ optional: true, nullable: true, example: '+4520654322', description: 'Mindst en af de to.' })
  phone?: string | null;
}
