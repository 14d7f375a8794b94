import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { SearchEverything } from '#use-cases';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import { FormBody, typedText, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { searchWords as w } from '../../words/desk-search.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import {
  noResults,
  resultsOf,
  searchPage,
  searchView,
  suggestions,
  type SearchResults,
} from './search-view.js';
import { Sought, SOUGHT } from './sought.js';

const MOST_LETTERS = 100;
const ON_THE_PAGE = 20;
const SUGGESTED = 5;

/** *Søg*. What one searches for is posted: names of citizens can be read in no address, no history and no log. */
@Controller('kommune/soeg')
export class StaffSearchController {
  constructor(
    private readonly search: SearchEverything,
    private readonly sought: Sought,
  ) {}

  @Get()
  @StaffPage()
  async show(@Query(SOUGHT) sealed: unknown, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const words = this.sought.read(sealed, actor.staffId);
    const results = words === undefined ? noResults : await this.results(words, ON_THE_PAGE, actor);
    return searchPage({ title: w.tab, contact: null, ...searchView(words ?? '', results) });
  }

  @Post()
  @Calculates()
  @StaffPage()
  find(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): SeeOther {
    return seeOther(this.sought.address(wordsOf(typed), actor.staffId));
  }

  /** What stands under the field while somebody writes. */
  @Post('forslag')
  @HttpCode(200)
  @Calculates()
  @StaffPage()
  async suggest(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): Promise<ShownFragment> {
    const words = wordsOf(typed);
    return suggestions({ results: await this.results(words, SUGGESTED, actor) });
  }

  private async results(words: string, limit: number, actor: Actor): Promise<SearchResults> {
    return resultsOf(await this.search.execute(words, { limit }, actor), words);
  }
}

const wordsOf = (typed: Typed): string => typedText(typed, 'q').trim().slice(0, MOST_LETTERS);
