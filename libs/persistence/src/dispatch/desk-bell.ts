import { DeskBell } from '#use-cases';
import { listenOn, type Listening } from './listen-on.js';

type Heard = (municipalityId: string | null) => void;

/** One connection for everybody of this process who listens; none until the first one does. */
export class ListeningDeskBell extends DeskBell {
  private readonly listeners = new Set<Heard>();
  private listening: Listening | undefined;

  constructor(private readonly databaseUrl: string) {
    super();
  }

  onRing(heard: Heard): () => void {
    this.listeners.add(heard);
    const tell = (municipalityId: string | null): void =>
      this.listeners.forEach((listener) => listener(municipalityId));
    this.listening ??= listenOn(
      'fodfaeste_desk',
      { connectionString: this.databaseUrl },
      { heard: (municipalityId) => tell(municipalityId || null), connected: () => tell(null) },
    );
    return () => void this.listeners.delete(heard);
  }

  async onModuleDestroy(): Promise<void> {
    this.listeners.clear();
    await this.listening?.stop();
  }
}
