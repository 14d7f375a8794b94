import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { SearchEverything, searchKinds } from '#use-cases';
import { int, listOf, oneOf, text, uuid } from '../../http/fields/index.js';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';

export class SearchQuery {
  @text({
    max: 100,
    example: 'soeren ostergard',
    description: 'Navn, telefon, CVR eller job; mindst to tegn.',
  })
  q!: string;
  @int({ min: 1, max: 50, example: 10, optional: true, description: 'Højst så mange af hver slags.' })
  limit: number = 10;
}

export class SearchHitResponse {
  @oneOf(searchKinds, { example: 'citizen' }) kind!: string;
  @uuid() id!: string;
  @text({ example: 'Søren Østergaard' }) name!: string;
}

export class SearchResponse {
  @listOf(SearchHitResponse, { description: 'Af hver slags det, der ligner mest, først.' })
  items!: SearchHitResponse[];
}

@Area('search', 'Søgning')
export class SearchController {
  constructor(private readonly search: SearchEverything) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Find borgere, virksomheder, småjob og kolleger',
    description:
      'Tåler stavefejl, anden rækkefølge, å/aa, ø/oe/o, æ/ae og accenter. Det, der søges efter, skrives ikke i nogen log; hver borger, der vises, skrives i adgangsloggen.',
    answer: SearchResponse,
    problems: ['access-log.unavailable'],
  })
  async find(@Query() { q, limit }: SearchQuery, @CurrentActor() actor: Actor): Promise<SearchResponse> {
    const { citizens, companies, smallJobs, staff } = await this.search.execute(q, { limit }, actor);
    const hit = (kind: string) => (row: { id: string; name: string }) => ({
      kind,
      id: row.id,
      name: row.name,
    });
    return {
      items: [
        ...citizens.map(({ citizen }) => citizen).map(hit('citizen')),
        ...companies.map(hit('company')),
        ...smallJobs.map(({ smallJob: { id, title } }) => ({ id, name: title })).map(hit('small-job')),
        ...staff.map(hit('staff')),
      ],
    };
  }
}
