import { addDays, isoWithOffset, keyRoles, localDateOf, type KeyRole } from '#domain';
import type { ApiKeyRecord } from '#use-cases';
import { instant, localDate, oneOf, text, uuid } from '../../http/fields/index.js';

export class ApiKeyResponse {
  @uuid() id!: string;
  @text({ example: 'Fagsystemets natkørsel' }) name!: string;
  @oneOf(keyRoles, { example: 'integration' }) role!: KeyRole;
  @uuid({ nullable: true }) staffId!: string | null;
  @uuid({ nullable: true }) companyId!: string | null;
  @text({ max: 300, nullable: true, example: 'Frugtlageret', description: 'Medarbejderen eller firmaet.' })
  holder!: string | null;
  @instant() madeAt!: string;
  @text({ nullable: true, example: 'Birgitte Lund' }) madeBy!: string | null;
  @localDate({ nullable: true, example: '2026-11-21' }) lastUsedOn!: string | null;
  @localDate({ nullable: true, example: '2027-06-30' }) lastDay!: string | null;
  @instant({ nullable: true }) revokedAt!: string | null;
}

export class MadeApiKeyResponse extends ApiKeyResponse {
  @text({
    nullable: true,
    example: 'fod_9f8Jc0aXq2Lr7TtVwZsYbN1mKd4EhUoP',
    description: 'Kun i det første svar; den gemmes ingen steder.',
  })
  key!: string | null;
}

export const toApiKey = ({ apiKey, holder, madeBy }: ApiKeyRecord): ApiKeyResponse => ({
  id: apiKey.id,
  name: apiKey.name,
  role: apiKey.role,
  staffId: apiKey.staffId,
  companyId: apiKey.companyId,
  holder,
  madeAt: isoWithOffset(apiKey.madeAt),
  madeBy,
  lastUsedOn: apiKey.lastUsedOn,
  // It ends with the day, which is when the next one begins.
  lastDay: apiKey.endsAt && addDays(localDateOf(apiKey.endsAt), -1),
  revokedAt: apiKey.revokedAt && isoWithOffset(apiKey.revokedAt),
});
