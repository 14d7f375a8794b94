import { isoWithOffset, type CompanyUser } from '#domain';
import { email, instant, phone, text, uuid } from '../../http/fields/index.js';

export class CompanyUserResponse {
  @uuid() id!: string;
  @text({ example: 'Sara Demir' }) name!: string;
  @email({ nullable: true, example: 'sara@frugtlageret.example' }) email!: string | null;
  @phone({ nullable: true, example: '+4520654322' }) phone!: string | null;
  @instant() createdAt!: string;
}

export const toCompanyUser = (user: CompanyUser): CompanyUserResponse => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone: user.phone,
  createdAt: isoWithOffset(user.createdAt),
});
