import { instantInWords, isBefore, type Temporal } from '#domain';
import type { AskLetter, BulkPreview, MessageWriter, PairSituation, WayToAsk } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { bulkWords as w } from '../../words/desk-bulk.js';
import { BULK } from './choose-view.js';

interface AskedView {
  value: string;
  name: string;
  href: string;
  job: string;
  how: string;
  when: string;
  /** Empty: no message is written. */
  message: string;
}

interface PreviewView {
  heading: string;
  willAsk: string;
  nobody: string;
  asked: AskedView[];
  messageLabel: string;
  leftOut: {
    heading: string;
    rows: { name: string; href: string; job: string; why: string }[];
  } | null;
  send: string;
  hint: string;
  again: { href: string; label: string };
}

export const previewPage = page<PreviewView>('staff/bulk/preview');

export function previewView(
  { pairs, sendsAt }: BulkPreview,
  writer: MessageWriter,
  status?: number,
): ShownPage {
  const asked = pairs.filter(({ leftOut }) => leftOut === null);
  const out = pairs.filter(({ leftOut }) => leftOut !== null);
  return previewPage({
    title: w.previewTab,
    heading: w.previewHeading,
    wide: true,
    contact: null,
    ...(status !== undefined && { status }),
    back: { href: BULK, label: w.back },
    willAsk: asked.length === 0 ? '' : w.willAsk(asked.length),
    nobody: asked.length === 0 ? w.nobody : '',
    asked: asked.map((one) => askedView(one, writer, sendsAt)),
    messageLabel: w.message,
    leftOut:
      out.length === 0
        ? null
        : {
            heading: w.leftOut(out.length),
            rows: out.map(({ citizen, smallJob, leftOut, about }) => ({
              name: citizen.name,
              href: `/kommune/borgere/${citizen.id}`,
              job: smallJob.title,
              why: w.why[leftOut!](about ?? ''),
            })),
          },
    send: asked.length === 0 ? '' : w.send(asked.length),
    hint: w.undoHint,
    again: { href: BULK, label: w.back },
  });
}

function askedView(
  { citizen, smallJob, way }: PairSituation,
  writer: MessageWriter,
  sendsAt: Temporal.Instant,
): AskedView {
  return {
    value: `${smallJob.id}_${citizen.id}`,
    name: citizen.name,
    href: `/kommune/borgere/${citizen.id}`,
    job: smallJob.title,
    how: way ? howOf(way) : '',
    when: way && 'letter' in way && isBefore(sendsAt, way.at) ? w.when(instantInWords(way.at)) : '',
    message: way && 'letter' in way ? textOf(way.letter, way.by, citizen.language, writer) : '',
  };
}

function howOf(way: WayToAsk): string {
  if (way.by === 'task') return w.byTask[way.channel];
  if (way.by === 'broker') return w.byBroker(way.name);
  const sent = way.by === 'sms' ? w.bySms : w.byEmail;
  return way.letter.template === 'call-only' ? `${sent}. ${w.callOnly}` : sent;
}

/** With a link that leads nowhere: the real one is made when it is sent. */
function textOf(
  { template, data }: AskLetter,
  channel: 'sms' | 'email',
  language: 'da' | 'en',
  writer: MessageWriter,
): string {
  return writer.write(template, channel, language, { ...data, link: 'https://…/o/…' }).text;
}
