import { Get } from '@nestjs/common';
import { categories } from '#domain';
import { Area, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { KEY_HOLDERS, Roles } from '../../http/roles.js';
import { CategoryResponse, toCategory } from './categories.responses.js';

@Area('categories', 'Kategorier')
export class CategoriesController {
  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'De slags opgaver, et småjob kan bestå af', answer: Listed(CategoryResponse) })
  list(): { items: CategoryResponse[] } {
    return { items: categories.map(toCategory) };
  }
}
