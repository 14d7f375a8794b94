import { Injectable, type MessageEvent, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Sessions } from '#persistence';
import { DeskBell } from '#use-cases';
import { asyncScheduler, Observable, of, Subject, throttleTime } from 'rxjs';
import { HttpProblem } from '../../../http/problem.js';

/** A browser that is left alone gets a sign of life this often; a proxy closes what is silent for longer. */
const HEARTBEAT_MS = 20_000;
/** However much changes, a page looks at most so often. */
const AT_MOST_EVERY_MS = 400;
/** A browser keeps six connections to an address; pages must get through beside the streams. */
const MOST_OF_A_SESSION = 4;
const RECONNECT_MS = 3_000;

interface Stream {
  sessionKey: string;
  municipalityId: string;
  events: Subject<MessageEvent>;
  changes: Subject<void>;
}

/** The open streams of this process. They say that something has changed, and never what. */
@Injectable()
export class DeskStreams implements OnModuleInit, OnModuleDestroy {
  private readonly streams = new Set<Stream>();
  private stopListening: () => void = () => undefined;
  private timer: NodeJS.Timeout | undefined;
  private isUp = false;

  constructor(
    private readonly bell: DeskBell,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.isUp = true;
    this.stopListening = this.bell.onRing((municipalityId) => {
      for (const stream of this.streams)
        if (municipalityId === null || stream.municipalityId === municipalityId) stream.changes.next();
    });
    this.timer = setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
  }

  onModuleDestroy(): void {
    this.isUp = false;
    clearInterval(this.timer);
    this.stopListening();
    for (const { events } of this.streams) events.complete();
  }

  /** Of one page. @throws too-many-requests when the session has enough of them */
  open(sessionKey: string, municipalityId: string): Observable<MessageEvent> {
    const own = [...this.streams].filter((stream) => stream.sessionKey === sessionKey);
    if (own.length >= MOST_OF_A_SESSION)
      throw new HttpProblem('too-many-requests', {}, { 'retry-after': '60' });
    // A balancer that has not noticed yet: nobody would end this stream, and it would hold up the end of the process.
    if (!this.isUp) return of({ type: 'klar', retry: RECONNECT_MS, data: '' });
    return new Observable<MessageEvent>((page) => {
      const events = new Subject<MessageEvent>();
      const changes = new Subject<void>();
      const stream: Stream = { sessionKey, municipalityId, events, changes };
      this.streams.add(stream);
      events.subscribe(page);
      const each = { leading: true, trailing: true };
      const told = changes
        .pipe(throttleTime(AT_MOST_EVERY_MS, asyncScheduler, each))
        .subscribe(() => events.next({ type: 'aendret', data: '' }));
      events.next({ type: 'klar', retry: RECONNECT_MS, data: '' });
      return () => {
        told.unsubscribe();
        this.streams.delete(stream);
      };
    });
  }

  get size(): number {
    return this.streams.size;
  }

  /** A sign of life to those whose session lasts; the others are told, and end. */
  async beat(): Promise<void> {
    if (this.streams.size === 0) return;
    const keys = [...new Set([...this.streams].map(({ sessionKey }) => sessionKey))];
    // Without a database nobody can say that a session has ended.
    const lasting = await this.sessions.lasting(keys).catch(() => new Set(keys));
    for (const { sessionKey, events } of this.streams) {
      // An event and no comment: of those a script hears nothing, and could not tell a quiet day from a dead line.
      if (lasting.has(sessionKey)) events.next({ type: 'her', data: '' });
      else {
        events.next({ type: 'slut', data: '' });
        events.complete();
      }
    }
  }
}
