import type { Category } from '#domain';
import { slug, text } from '../../http/fields/index.js';

export class CategoryResponse {
  @slug({ example: 'lager' }) id!: string;
  @text({ example: 'Lager' }) name!: string;
  @text({ example: 'lager og transport' }) group!: string;
}

export const toCategory = ({ id, name, group }: Category): CategoryResponse => ({ id, name, group });
