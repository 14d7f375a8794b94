import PostalMime, { type Attachment } from 'postal-mime';

/** One receiver's part of a report about a mail that we sent (RFC 3464). */
export interface DeliveryReport {
  /** Our id, which stood in the envelope (RFC 3461) and in the Message-ID; null when neither came back. */
  messageId: string | null;
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** `5.1.1` (RFC 3463); null when it is none. */
  status: string | null;
}

const actions: readonly string[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];
const REPORTS = ['message/delivery-status', 'message/global-delivery-status'];
const RETURNED = ['text/rfc822-headers', 'message/rfc822', 'message/global', 'message/global-headers'];
const OUR_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** What a mail server says in a mail; null when it is no report: an answer that somebody wrote, an advertisement. */
export async function readDeliveryReport(mail: Uint8Array): Promise<DeliveryReport | null> {
  const { attachments } = await PostalMime.parse(mail, { forceRfc822Attachments: true });
  const report = attachments.find(({ mimeType }) => REPORTS.includes(mimeType));
  if (!report) return null;
  const [ofMessage = new Map<string, string>(), ...ofReceivers] = blocksOf(textOf(report));
  // Each of our mails has one receiver.
  const receiver = ofReceivers[0] ?? ofMessage;
  const action = receiver.get('action')?.toLowerCase() ?? '';
  if (!actions.includes(action)) return null;
  const returned = attachments.find(({ mimeType }) => RETURNED.includes(mimeType));
  const [headers] = returned ? blocksOf(textOf(returned)) : [];
  const id =
    OUR_ID.exec(ofMessage.get('original-envelope-id') ?? '') ?? OUR_ID.exec(headers?.get('message-id') ?? '');
  const status = /^\s*([245]\.\d{1,3}\.\d{1,3})\b/.exec(receiver.get('status') ?? '')?.[1] ?? null;
  return { messageId: id?.[0].toLowerCase() ?? null, action: action as DeliveryReport['action'], status };
}

function textOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content);
}

/** Groups of header fields with an empty line between them, names in small letters; the first of a name counts. */
function blocksOf(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
        if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '');
      }
      return fields;
    });
}
