import { roles, type Actor } from '#domain';
import { oneOf, text, uuid } from '../../http/fields/index.js';

export class MeResponse {
  @oneOf(roles, { example: 'consultant' }) role!: string;
  @uuid() municipalityId!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @uuid({ optional: true, description: 'Kun for et firma.' }) companyId?: string;
  @uuid({ optional: true, description: 'Kun for konsulent og leder.' }) staffId?: string;
  @uuid({ optional: true, description: 'Kun for en borger, der har logget ind.' }) citizenId?: string;
}

export const toMe = ({ role, municipalityId, name, companyId, staffId, citizenId }: Actor): MeResponse => ({
  role,
  municipalityId,
  name,
  ...(companyId && { companyId }),
  ...(staffId && { staffId }),
  ...(citizenId && { citizenId }),
});
