import { Temporal } from '#domain';
import { Alarms, type Alarm, type AlarmKind, type Silence } from '#use-cases';

/** One incident at a time, as in the database; nobody is silent but by `begin`. */
export class InMemoryAlarms extends Alarms {
  private alarm: Alarm | undefined;
  private readonly told = new Set<string>();

  async silence(): Promise<Silence> {
    return { 'workers-silent': 0, 'sweeper-silent': 0, 'auditor-silent': 0 };
  }

  async lasting(): Promise<Alarm | undefined> {
    return this.alarm?.endedAt === null ? this.alarm : undefined;
  }

  async recent(limit: number): Promise<Alarm[]> {
    return this.alarm ? [this.alarm].slice(0, limit) : [];
  }

  async begin(kind: AlarmKind, silentForSeconds: number): Promise<boolean> {
    if (await this.lasting()) return false;
    const silentSince = Temporal.Now.instant().subtract({ seconds: Math.round(silentForSeconds) });
    this.alarm = { id: `${kind}-${silentSince.epochMilliseconds}`, kind, silentSince, endedAt: null };
    return true;
  }

  async end(): Promise<boolean> {
    const lasting = await this.lasting();
    if (!lasting) return false;
    this.alarm = { ...lasting, endedAt: Temporal.Now.instant() };
    return true;
  }

  async takeUntold(): Promise<Alarm | undefined> {
    return this.alarm && !this.told.has(keyOf(this.alarm)) ? this.alarm : undefined;
  }

  async wasTold(alarm: Alarm): Promise<void> {
    this.told.add(keyOf(alarm));
  }
}

/** Told twice: that it began, and that it is over. */
const keyOf = ({ id, endedAt }: Alarm): string => `${id}:${endedAt === null ? 'begun' : 'ended'}`;
