import { Controller, Get, Post, Query } from '@nestjs/common';
import { MOST_BULK_PROPOSALS } from '#domain';
import {
  BestPairs,
  MessageWriter,
  PreviewBulkProposal,
  ShowBulkProposal,
  StartBulkProposal,
  UndoBulkProposal,
  type Pair,
} from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import { FormBody, press, typedTexts, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { bulkWords as w } from '../../words/desk-bulk.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { bulkView } from './bulk-view.js';
import { BULK, chooseView, scopeWords, type ScopeWord } from './choose-view.js';
import { previewView } from './preview-view.js';

type Query = Record<string, unknown>;

/** Each is a ranking of its own. */
const JOBS_ON_A_PAGE = 6;
const LATEST = 3;

/** *Spørg flere*: choose, see who gets what, send, and take it back for half a minute. */
@Controller('kommune/forslag/flere')
export class BulkProposalsController {
  constructor(
    private readonly best: BestPairs,
    private readonly preview: PreviewBulkProposal,
    private readonly start: StartBulkProposal,
    private readonly bulk: ShowBulkProposal,
    private readonly undo: UndoBulkProposal,
    private readonly writer: MessageWriter,
  ) {}

  @Get()
  @StaffPage()
  choose(@Query() query: Query, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.choosing(query, visit, '');
  }

  /** The choice stands in the address, so that a ranking or an assignment can lead here with one. */
  @Get('se')
  @StaffPage()
  async see(@Query() query: Query, @StaffVisit() visit: Visit): Promise<ShownPage> {
    const pairs = pairsIn([query['par'] ?? []].flat().map(String));
    const wrong = wrongWith(pairs);
    return wrong === '' ? this.seen(pairs, visit) : this.choosing(query, visit, wrong);
  }

  @Post()
  @StaffPage()
  send(@FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    const pairs = pairsIn(typedTexts(typed, 'par'));
    return press({
      do: async () => {
        const { id } = await this.start.execute(pairs, visit.actor);
        return seeOther(`${BULK}/${id}`);
      },
      again: ({ status }) =>
        wrongWith(pairs) === ''
          ? this.seen(pairs, visit, status)
          : this.choosing({}, visit, wrongWith(pairs)),
    });
  }

  @Get(':id')
  @StaffPage()
  async show(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return bulkView(await this.bulk.execute(id, actor));
  }

  @Post(':id/fortryd')
  @StaffPage()
  takeBack(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.undo.execute(id, actor);
        return seeOther(`${BULK}/${id}`);
      },
      again: async ({ status }) => bulkView(await this.bulk.execute(id, actor), status),
    });
  }

  private async choosing(query: Query, { actor }: Visit, error: string): Promise<ShownPage> {
    const word = Object.hasOwn(scopeWords, String(query['omraade']))
      ? (query['omraade'] as ScopeWord)
      : 'mine';
    const after = isUuid.test(String(query['efter'])) ? String(query['efter']) : undefined;
    const page = { limit: JOBS_ON_A_PAGE, ...(after && { after }) };
    return chooseView({
      best: await this.best.execute(scopeWords[word], page, actor),
      scope: word,
      after,
      latest: await this.bulk.latest(LATEST, actor),
      error,
    });
  }

  private async seen(pairs: readonly Pair[], { actor }: Visit, status?: number): Promise<ShownPage> {
    return previewView(await this.preview.execute(pairs, actor), this.writer, status);
  }
}

function wrongWith({ length }: readonly Pair[]): string {
  if (length === 0) return w.chosenNobody;
  return length > MOST_BULK_PROPOSALS ? w.chosenTooMany(length, MOST_BULK_PROPOSALS) : '';
}

/** `<småjob>_<borger>`, each once; what is none is left out. */
function pairsIn(texts: readonly string[]): Pair[] {
  return [...new Set(texts)].flatMap((text) => {
    const [smallJobId = '', citizenId = '', ...rest] = text.toLowerCase().split('_');
    return isUuid.test(smallJobId) && isUuid.test(citizenId) && rest.length === 0
      ? [{ smallJobId, citizenId }]
      : [];
  });
}
