import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/** One request that the provider took in whole: somebody got a message, whatever we know of it. */
export interface LedgerLine {
  at: number;
  channel: 'sms' | 'email';
  /** Our id: `userref` of an SMS, the first part of the Message-ID of an e-mail. */
  reference: string;
  to: string;
  text: string;
  /** The provider knew the reference already and sent nothing again. */
  known: boolean;
}

/** What the provider has seen, a line of JSON each, written before it answers. It judges, not our database. */
export class Ledger {
  private readonly references = new Set<string>();

  constructor(private readonly path: string) {
    writeFileSync(path, '');
  }

  /** @returns whether this reference came before. */
  add(line: Omit<LedgerLine, 'known' | 'at'>, knowsRepeats: boolean): boolean {
    const repeated = this.references.has(line.reference);
    this.references.add(line.reference);
    const whole: LedgerLine = { at: Date.now(), ...line, known: repeated && knowsRepeats };
    appendFileSync(this.path, `${JSON.stringify(whole)}\n`);
    return repeated;
  }

  lines(): LedgerLine[] {
    const text = readFileSync(this.path, 'utf8').trim();
    return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as LedgerLine);
  }
}
