import type { Actor } from '#domain';
import { oneOf, text, uuid } from '../../http/fields/index.js';
import { KEY_HOLDERS } from '../../http/roles.js';

export class MeResponse {
  @oneOf(KEY_HOLDERS, { example: 'consultant' }) role!: string;
  @uuid() municipalityId!: string;
  @text({ example: 'Mette Holm' }) name!: string;
  @uuid({ optional: true, description: 'Kun for et firmas nøgle.' }) companyId?: string;
  @uuid({ optional: true, description: 'Kun for konsulent og leder.' }) staffId?: string;
}

export const toMe = ({ role, municipalityId, name, companyId, staffId }: Actor): MeResponse => ({
  role,
  municipalityId,
  name,
  ...(companyId && { companyId }),
  ...(staffId && { staffId }),
});
