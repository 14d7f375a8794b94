import { DomainError, readReply, type Reply } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { ActOnReply } from './act-on-reply.js';
import { AskAPerson } from './ask-a-person.js';
import type { IncomingSms } from './incoming-sms.js';
import { openQuestions, type OpenQuestion, type Sender } from './open-questions.js';

interface Found {
  municipalityId: string;
  senders: Sender[];
  questions: OpenQuestion[];
}

/**
 * Reads a reply and does what it says. A repeat of the same SMS changes nothing. What is not understood, or
 * could be about two people, becomes a task for the contact, and the sender hears that a person will call.
 */
export class ReceiveSms {
  static readonly needs = [Transactor, Ids, Secrets, ActOnReply, AskAPerson] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly actOnReply: ActOnReply,
    private readonly askAPerson: AskAPerson,
  ) {}

  async execute(sms: IncomingSms): Promise<'understood' | 'a-person-calls' | 'repeated' | 'unknown-number'> {
    const places = await this.whoWrites(sms.from);
    if (places.size === 0) return 'unknown-number';
    const reply = readReply(sms.text);
    const found: Found[] = [];
    for (const [municipalityId, senders] of places)
      found.push(await this.look(municipalityId, senders, reply));
    const withQuestion = found.filter(({ questions }) => questions.length > 0);
    const [only] = withQuestion.length === 1 ? withQuestion : [];
    if (only && reply && isClear(only.questions)) {
      const outcome = await this.act(only, reply, sms);
      if (outcome) return outcome;
    }
    const asked = withQuestion.length > 0 ? withQuestion : found;
    let outcome: 'a-person-calls' | 'repeated' = 'repeated';
    for (const place of asked) if (await this.handOver(place, sms)) outcome = 'a-person-calls';
    return outcome;
  }

  private async whoWrites(phone: string): Promise<Map<string, Sender[]>> {
    const hits = await this.transactor.lookUp('phone', this.secrets.phoneHash(phone));
    const places = new Map<string, Sender[]>();
    for (const { municipalityId, subjectId, details, expired } of hits) {
      if (expired) continue;
      const who = details?.['who'];
      if (who !== 'citizen' && who !== 'company' && who !== 'staff') continue;
      places.set(municipalityId, [...(places.get(municipalityId) ?? []), { who, id: subjectId }]);
    }
    return places;
  }

  private async look(municipalityId: string, senders: Sender[], reply: Reply | undefined): Promise<Found> {
    if (!reply) return { municipalityId, senders, questions: [] };
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const questions: OpenQuestion[] = [];
      for (const sender of senders) questions.push(...(await openQuestions(unit, sender, reply.word)));
      return { municipalityId, senders, questions };
    });
  }

  /** Undefined when a rule said no: nothing of it stays, and a person takes over. */
  private async act(
    { municipalityId, questions }: Found,
    reply: Reply,
    sms: IncomingSms,
  ): Promise<'understood' | 'repeated' | undefined> {
    try {
      return await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const question = questions[0];
        if (!question || (await this.known(unit, sms, reply.word, question.subjectId))) return 'repeated';
        await this.actOnReply.within(unit, question, questions, reply);
        return 'understood';
      });
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'unavailable') return undefined;
      throw error;
    }
  }

  private async handOver({ municipalityId, senders }: Found, sms: IncomingSms): Promise<boolean> {
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      if (await this.known(unit, sms, null, null)) return false;
      await this.askAPerson.within(unit, senders, sms);
      return true;
    });
  }

  /** Keeps the SMS; true when it has been here before. */
  private async known(
    unit: UnitOfWork,
    sms: IncomingSms,
    understoodAs: string | null,
    subjectId: string | null,
  ): Promise<boolean> {
    if (await unit.inbound.first({ providerId: sms.providerId })) return true;
    await unit.inbound.insert({
      id: this.ids.next(),
      municipalityId: unit.municipalityId,
      providerId: sms.providerId,
      from: sms.from,
      text: sms.text,
      understoodAs,
      subjectId,
      at: sms.at,
    });
    return false;
  }
}

/** Questions of two different people on one number are not guessed at. Several about one company's shifts are one. */
function isClear(questions: readonly OpenQuestion[]): boolean {
  const people = new Set(questions.map(({ sender }) => `${sender.who}:${sender.id}`));
  return people.size === 1;
}
