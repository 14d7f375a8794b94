import { isoWithOffset } from '#domain';
import type { KnownCompanyUser } from '#use-cases';
import { email, flag, instant, phone, text, uuid } from '../../http/fields/index.js';

export class CompanyUserResponse {
  @uuid() id!: string;
  @text({ example: 'Sara Demir' }) name!: string;
  @email({ nullable: true, example: 'sara@frugtlageret.example' }) email!: string | null;
  @phone({ nullable: true, example: '+4520654322' }) phone!: string | null;
  @flag({ description: 'Den, firmaet kontaktes gennem.' }) isContact!: boolean;
  @instant() createdAt!: string;
}

export const toCompanyUser = (user: KnownCompanyUser): CompanyUserResponse => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone: user.phone,
  isContact: user.isContact,
  createdAt: isoWithOffset(user.createdAt),
});
