import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { SearchEverything } from '#use-cases';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import { FormBody, typedText, type Typed } from '../../frame/form/index.js';
import type { ShownFragment, ShownPage } from '../../frame/page.js';
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

const MOST_LETTERS = 100;
const ON_THE_PAGE = 20;
const SUGGESTED = 5;

/** *Søg*. What one searches for is posted: names of citizens stand in no address, no history and no log. */
@Controller('kommune/soeg')
export class StaffSearchController {
  constructor(private readonly search: SearchEverything) {}

  @Get()
  @StaffPage()
  ask(@StaffVisit() _: Visit): ShownPage {
    return this.page('', noResults);
  }

  @Post()
  @HttpCode(200)
  @Calculates()
  @StaffPage()
  async find(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const words = wordsOf(typed);
    return this.page(words, await this.results(words, ON_THE_PAGE, actor));
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

  private page(words: string, results: SearchResults): ShownPage {
    return searchPage({ title: w.tab, contact: null, ...searchView(words, results) });
  }

  private async results(words: string, limit: number, actor: Actor): Promise<SearchResults> {
    return resultsOf(await this.search.execute(words, { limit }, actor), words);
  }
}

const wordsOf = (typed: Typed): string => typedText(typed, 'q').trim().slice(0, MOST_LETTERS);
