/** One's private notes on this screen: read once, written back a moment after typing. */
import type { PrivateNote } from '../../shared/agenda/agenda-memory.ts';
import type { AgendaServer } from './agenda-server.ts';

export type NoteAbout = PrivateNote['about'];

export type Keeping = 'loading' | 'kept' | 'keeping' | 'not-reached';

/** A pause in typing after which a note is sent. */
const keepAfterMs = 700;
/** How soon the server is asked again after it was not reached. */
const askAgainAfterMs = 4_000;

export class PrivateNotebook {
  readonly #server: AgendaServer;
  readonly #listeners = new Set<() => void>();
  #texts: ReadonlyMap<string, string> = new Map();
  /** What was written and is not known to be kept yet. */
  readonly #owed = new Map<string, PrivateNote>();
  #keeping: Keeping = 'loading';
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(server: AgendaServer) {
    this.#server = server;
  }

  /** Notes are fetched and kept for as long as somebody listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) {
      addEventListener('pagehide', this.#leave);
      if (this.#keeping === 'loading') void this.#load();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      removeEventListener('pagehide', this.#leave);
      this.#leave();
      clearTimeout(this.#timer);
    };
  };

  readonly keeping = (): Keeping => this.#keeping;

  textOf(about: NoteAbout): string {
    return this.#texts.get(nameOf(about)) ?? '';
  }

  write(about: NoteAbout, text: string): void {
    this.#texts = new Map(this.#texts).set(nameOf(about), text);
    this.#owed.set(nameOf(about), { about, text });
    this.#keeping = 'keeping';
    this.#later(() => void this.#send(), keepAfterMs);
    this.#tell();
  }

  async #load(): Promise<void> {
    const asked = await this.#server.privateNotes();
    if (asked.kind !== 'answered') {
      this.#later(() => void this.#load(), askAgainAfterMs);
      return;
    }
    const kept = asked.value.notes.map(({ about, text }) => [nameOf(about), text] as const);
    const typed = [...this.#owed].map(([name, { text }]) => [name, text] as const);
    this.#texts = new Map([...kept, ...typed]);
    if (this.#keeping === 'loading') this.#keeping = 'kept';
    this.#tell();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (const [name, note] of this.#owed) {
      const asked = await this.#server.keepPrivateNote(note);
      if (asked.kind !== 'answered') break;
      // It may have been written again meanwhile.
      if (this.#owed.get(name) === note) this.#owed.delete(name);
    }
    this.#isSending = false;
    this.#keeping = this.#owed.size === 0 ? 'kept' : 'not-reached';
    if (this.#owed.size > 0) this.#later(() => void this.#send(), askAgainAfterMs);
    this.#tell();
  }

  readonly #leave = (): void => {
    for (const note of this.#owed.values()) this.#server.leavePrivateNote(note);
  };

  #later(act: () => void, afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, afterMs);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function nameOf(about: NoteAbout): string {
  return about.kind === 'topic' ? `topic ${about.id}` : about.kind;
}
