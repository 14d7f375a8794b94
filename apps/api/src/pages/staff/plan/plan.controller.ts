import { Controller, Get, Post } from '@nestjs/common';
import { ShowPlan, waitingWeightNames, type WaitingWeight } from '#use-cases';
import { int, oneOf } from '../../../http/fields/index.js';
import { Calculates } from '../../../http/idempotency.interceptor.js';
import { FormBody, noFaults, submit, type Typed } from '../../frame/form/index.js';
import type { SeeOther, ShownPage } from '../../frame/page.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { planView } from './plan-view.js';

export const scopes = ['municipality', 'team', 'mine'] as const;

class PlanForm {
  @oneOf(scopes) omfang!: (typeof scopes)[number];
  @oneOf<WaitingWeight>(waitingWeightNames) ventetid!: WaitingWeight;
  @int({ min: 0, max: 1000, optional: true }) maal?: number;
  @int({ min: 1, max: 10_000, optional: true }) firma?: number;
}

/** All free seats at once: a preview that nobody hears of. The solver has a thread of its own, so nobody else waits. */
@Controller('kommune/fordeling')
export class PlanController {
  constructor(private readonly plan: ShowPlan) {}

  @Get()
  @StaffPage()
  async ask(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return planView({ size: await this.plan.size(actor), typed: {}, faults: noFaults, actor });
  }

  /** Answers with the plan itself: it is true for this moment, and an address would say otherwise. */
  @Post()
  @StaffPage()
  @Calculates()
  calculate(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return submit(PlanForm, typed, {
      do: async ({ omfang: scope, ventetid: waiting, maal: target = null, firma: mostPerCompany = null }) => {
        const input = { scope, waiting, target, mostPerCompany, keep: [], never: [] };
        const plan = await this.plan.execute(input, actor);
        return planView({ size: await this.plan.size(actor), typed, faults: noFaults, actor, plan });
      },
      again: async (faults) => planView({ size: await this.plan.size(actor), typed, faults, actor }),
    });
  }
}
