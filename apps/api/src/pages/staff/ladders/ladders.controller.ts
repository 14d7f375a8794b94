import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { refuseUnless, type Actor, type LadderDefinition, type LadderName } from '#domain';
import { ChangeLadder, LadderDesk, type LadderFile } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { int } from '../../../http/fields/index.js';
import { Name } from '../../../http/operation.js';
import { wishId } from '../../../http/wish-id.js';
import {
  FormBody,
  noFaults,
  press,
  readForm,
  RefusedForm,
  submit,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { laddersWords as w } from '../../words/desk-ladders.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { afterButton, definitionIn, LadderForm, typedOf } from './ladder-form.js';
import { stepInWords, timeLineOf } from './ladder-in-words.js';
import { isLadder, LADDERS, laddersView, ladderView } from './ladder-view.js';
import { versionsView } from './versions-view.js';

class TakeBackForm {
  @int({ min: 0, max: 1_000_000, example: 1 }) udgave!: number;
}

const atStep = ({ step = 0 }: Record<string, unknown>, field: string): string =>
  `trin.${String(step)}.${field}`;
const at = {
  'ladder.step-unreachable': (details: Record<string, unknown>) => atStep(details, 'kanal'),
  'ladder.steps-out-of-order': (details: Record<string, unknown>) => atStep(details, 'efter'),
  'ladder.hours-invalid': (details: Record<string, unknown>) => atStep(details, 'fra'),
  'ladder.repeat-invalid': (details: Record<string, unknown>) => atStep(details, 'gange'),
} as const;

/** The two ladders: seen, changed without a script, looked at before they are saved, and taken back. */
@Controller('kommune/trin')
export class LadderPagesController {
  constructor(
    private readonly desk: LadderDesk,
    private readonly changing: ChangeLadder,
  ) {}

  @Get()
  @LeaderPage()
  async list(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return laddersView(await this.desk.list(actor));
  }

  @Get(':name')
  @LeaderPage()
  async show(@Name('name', 'not-here') name: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const file = await this.desk.show(known(name), actor);
    return this.page(file, typedOf(file.definition, file.version), actor, file.definition);
  }

  @Post(':name')
  @LeaderPage()
  async change(
    @Name('name', 'not-here') name: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    const ladder = known(name);
    const button = [typed['goer'] ?? ''].flat()[0]!;
    const moved = afterButton(typed, button);
    if (moved) throw new RefusedForm(() => this.again(ladder, moved, actor, noFaults));
    return submit(LadderForm, typed, {
      do: async (form) => {
        const definition = definitionIn(ladder, form);
        if (button === 'kig') {
          await this.changing.check(definition, actor);
          throw new RefusedForm(() => this.again(ladder, typed, actor, noFaults));
        }
        const { udgave: onVersion } = form;
        await this.changing.execute(ladder, definition, actor, onVersion === undefined ? {} : { onVersion });
        return seeOther(`${LADDERS}/${ladder}`, 'gemt');
      },
      again: (faults) => this.again(ladder, typed, actor, faults),
      at: { ...at, 'ladder.must-end-with-a-person': lastStep(typed) },
    });
  }

  @Get(':name/udgaver')
  @LeaderPage()
  async versions(
    @Name('name', 'not-here') name: string,
    @StaffVisit() { actor }: Visit,
    @Query() query: Record<string, unknown>,
  ): Promise<ShownPage> {
    return versionsView(await this.desk.show(known(name), actor), query);
  }

  @Post(':name/tilbage')
  @LeaderPage()
  takeBack(
    @Name('name', 'not-here') name: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    const ladder = known(name);
    return submit(TakeBackForm, typed, {
      do: async ({ udgave }) => {
        await this.changing.restore(ladder, udgave, actor);
        return seeOther(`${LADDERS}/${ladder}`, 'tilbage');
      },
      again: async (faults) => {
        const file = await this.desk.show(ladder, actor);
        return this.page(file, typedOf(file.definition, file.version), actor, file.definition, faults);
      },
    });
  }

  /** Of the ladder as it is saved: what is in the form is seen, and not yet sent to anybody. */
  @Post(':name/proev')
  @LeaderPage()
  tryOut(
    @Name('name', 'not-here') name: string,
    @StaffVisit() { actor }: Visit,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const ladder = known(name);
    return press({
      do: async () => {
        const { definition } = await this.desk.show(ladder, actor);
        await this.desk.tryOut(
          definition.steps,
          (step, place) => `${w.names[ladder]}, ${w.step(place + 1).toLowerCase()}: ${stepInWords(step)}`,
          actor,
          wishId(actor, once),
        );
        return seeOther(`${LADDERS}/${ladder}`, 'proevet');
      },
      again: async (faults) => {
        const file = await this.desk.show(ladder, actor);
        return this.page(file, typedOf(file.definition, file.version), actor, file.definition, faults);
      },
      at: { 'message.no-address': { field: '', text: { da: w.noAddress, en: w.noAddress } } },
    });
  }

  private async again(
    name: LadderName,
    typed: Typed,
    actor: Actor & { staffId: string },
    faults: Faults,
  ): Promise<ShownPage> {
    return this.page(await this.desk.show(name, actor), typed, actor, readable(name, typed), faults);
  }

  /** With the time line, as far as what was typed can be read. */
  private async page(
    file: LadderFile,
    typed: Typed,
    actor: Actor,
    definition: LadderDefinition | null,
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const texts = definition ? await this.desk.textsOf(definition.steps, actor) : [];
    const line = definition && timeLineOf(file.name, definition, texts, file.withoutPhone);
    return ladderView(file, typed, line, faults);
  }
}

function known(name: string): LadderName {
  refuseUnless(isLadder(name), 'ladder.not-found');
  return name;
}

/** Null: something in it cannot be read yet. */
function readable(name: LadderName, typed: Typed): LadderDefinition | null {
  try {
    return definitionIn(name, readForm(LadderForm, typed));
  } catch {
    return null;
  }
}

const lastStep = (typed: Typed): string => {
  const places = Object.keys(typed).flatMap((key) => /^trin\.(\d{1,4})\.hvad$/.exec(key)?.[1] ?? []);
  return places.length === 0 ? '' : `trin.${Math.max(...places.map(Number))}.hvad`;
};
