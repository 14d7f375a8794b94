import { keyRoles, type KeyRole } from '#domain';
import { localDate, oneOf, text, uuid } from '../../http/fields/index.js';

export class PostApiKeyBody {
  @text({ max: 200, example: 'Fagsystemets natkørsel', description: 'Hvad den er til.' }) name!: string;
  @oneOf(keyRoles, { example: 'integration' }) role!: KeyRole;
  @uuid({
    optional: true,
    nullable: true,
    description: 'Kun til consultant og leader: hvem den handler som.',
  })
  staffId?: string | null;
  @uuid({ optional: true, nullable: true, description: 'Kun til employer.' }) companyId?: string | null;
  @localDate({
    optional: true,
    nullable: true,
    example: '2027-06-30',
    description: 'Sidste dag. Uden den gælder nøglen, til den tilbagekaldes.',
  })
  lastDay?: string | null;
}
