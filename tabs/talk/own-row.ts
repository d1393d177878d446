/** This panel's own row in the room: recorded while it may be, written as seldom as it can. */
import type { PanelLife } from '../../shared/talk/panel-life.ts';
import { lifeAfter } from '../../shared/talk/panel-life.ts';
import type { Recorder, RecorderInput } from '../../shared/talk/panel-recorder.ts';
import { openRecorder, record } from '../../shared/talk/panel-recorder.ts';
import type { TalkSeat } from '../room/fluid-room.ts';

export interface RowSetting {
  readonly panel: string;
  readonly user: string;
  /** Milliseconds of the server's clock. */
  now(): number;
  /** Undefined while a lost room is being replaced. */
  seat(): TalkSeat | undefined;
}

export class OwnRow {
  readonly #setting: RowSetting;
  #recorder: Recorder;
  #life: PanelLife | undefined;
  /** The room and the connection over which the row was last written. */
  #writtenTo: { readonly seat: TalkSeat; readonly connection: string } | undefined;
  #dueTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(setting: RowSetting) {
    this.#setting = setting;
    this.#recorder = openRecorder(setting.panel, setting.user, setting.now());
  }

  get openedAt(): number {
    return this.#recorder.openedAt;
  }

  /** To be called with every report from Teams, every second, and when the connection changes. */
  note(input: Omit<RecorderInput, 'at'> = {}): void {
    const seat = this.#setting.seat();
    const connection = seat?.connection();
    const written = this.#writtenTo;
    const isOtherSeat = seat !== undefined && written?.seat !== seat;
    // The row says over which connection its panel lives: a new one is a change to be told.
    const isMoved = isOtherSeat || (connection !== undefined && written?.connection !== connection);
    const before = isMoved ? { ...this.#recorder, isChanged: true } : this.#recorder;
    const { recorder, writes, dueAt } = record(before, { ...input, at: this.#setting.now() });
    this.#recorder = recorder;
    for (const write of writes)
      this.#life = lifeAfter(this.#life?.id === write.id ? this.#life : undefined, write);
    this.#wait(dueAt);
    const life = this.#life;
    if (writes.length === 0 || seat === undefined || connection === undefined) return;
    this.#writtenTo = { seat, connection };
    seat.edit((talk) => {
      // A room that replaces a lost one knows nothing of the row yet: it is told all of it.
      if (isOtherSeat && life !== undefined) talk.put(life, connection);
      else talk.write(writes, connection);
    });
  }

  close(): void {
    this.note({ closes: true });
    this.drop();
  }

  drop(): void {
    clearTimeout(this.#dueTimer);
  }

  #wait(dueAt: number | null): void {
    clearTimeout(this.#dueTimer);
    if (dueAt === null) return;
    const ms = Math.max(0, dueAt - this.#setting.now());
    this.#dueTimer = setTimeout(() => this.note(), ms);
  }
}
