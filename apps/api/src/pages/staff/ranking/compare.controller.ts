import { Controller, Get, Query } from '@nestjs/common';
import { CompareCitizens } from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import type { SeeOther, ShownPage } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { jobPath, rankingPath } from './addresses.js';
import { comparePage, compareView } from './compare-view.js';

/** Two of the list side by side. The list sends `p` twice; an address that one keeps says `a` and `b`. */
@Controller('kommune/job/:id/sammenlign')
export class CompareController {
  constructor(private readonly compare: CompareCitizens) {}

  @Get()
  @StaffPage()
  async show(
    @Id() id: string,
    @Query() { a, b, p }: Readonly<Record<string, unknown>>,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const ticked = p === undefined ? undefined : idsIn([p].flat());
    if (ticked) {
      const [one, other] = ticked;
      return one && other && ticked.length === 2
        ? { seeOther: `${jobPath(id)}/sammenlign?a=${one}&b=${other}` }
        : { seeOther: `${rankingPath(id)}?sammenlign=to#sammenlign` };
    }
    const [one, other] = idsIn([a, b]);
    if (!one || !other || one === other) return { seeOther: `${rankingPath(id)}?sammenlign=to#sammenlign` };
    const comparison = await this.compare.execute(id, [one, other], actor);
    return comparePage({
      title: w.compareTab,
      wide: true,
      back: { href: rankingPath(id), label: w.backToList },
      ...compareView(comparison, actor.staffId),
    });
  }
}

const idsIn = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string' && isUuid.test(value));
