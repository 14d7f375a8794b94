import { Temporal } from '#domain';
import type { MatchingChanges, MatchingJournal } from '#use-cases';

type Kind = 'citizen' | 'small-job' | 'company' | 'all';

export interface ChangedLine {
  kind: Kind;
  id: string;
}

/** One transaction that changed something that matching reads. */
interface Commit {
  version: number;
  at: Temporal.Instant;
  lines: ChangedLine[];
}

/** Of one municipality. */
export interface Journal {
  version: number;
  commits: readonly Commit[];
}

export class InMemoryMatchingJournal implements MatchingJournal {
  private allAsked = false;

  constructor(private readonly journal: Journal) {}

  async version(): Promise<number> {
    return this.journal.version;
  }

  async changesAfter(version: number): Promise<MatchingChanges | null> {
    const made = this.journal.commits.filter((commit) => commit.version > version);
    if (made.length !== this.journal.version - version) return null;
    const lines = made.flatMap((commit) => commit.lines);
    const of = (kind: Kind): string[] => {
      const ids = lines.filter((line) => line.kind === kind).map(({ id }) => id);
      return [...new Set(ids)].sort();
    };
    return {
      citizenIds: of('citizen'),
      smallJobIds: of('small-job'),
      companyIds: of('company'),
      all: of('all').length > 0,
    };
  }

  async askForAll(): Promise<void> {
    this.allAsked = true;
  }

  async forget(before: Temporal.Instant): Promise<number> {
    const kept = this.journal.commits.filter(({ at }) => Temporal.Instant.compare(at, before) >= 0);
    const gone = this.journal.commits.length - kept.length;
    this.journal.commits = kept;
    return gone;
  }

  /** What PostgreSQL does at commit. */
  commit(changed: readonly ChangedLine[], municipalityId: string, at: Temporal.Instant): void {
    const all: ChangedLine[] = this.allAsked ? [{ kind: 'all', id: municipalityId }] : [];
    const lines = [...changed, ...all];
    if (lines.length === 0) return;
    this.journal.version += 1;
    this.journal.commits = [...this.journal.commits, { version: this.journal.version, at, lines }];
  }
}
