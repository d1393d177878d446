/** This panel's own row in the room: recorded while it may be, written as seldom as it can. */
import type { PanelLife } from '../../shared/talk/panel-life.ts';
import { lifeAfter } from '../../shared/talk/panel-life.ts';
import type { Recorder, RecorderInput } from '../../shared/talk/panel-recorder.ts';
import { openRecorder, record } from '../../shared/talk/panel-recorder.ts';
import type { TalkSeat } from '../room/fluid-room.ts';
import { forgetRow, rememberRow, rememberedRow } from './row-memory.ts';

export interface RowSetting {
  readonly meetingId: string;
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
    this.#finishLast();
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
    this.#remember();
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

  #remember(): void {
    const { panel, user, openedAt, now, hearingSince, unwritten } = this.#recorder;
    rememberRow({
      meetingId: this.#setting.meetingId,
      id: `${panel}@${openedAt}`,
      panel,
      user,
      openedAt,
      seenAt: now,
      hearingSince,
      unwritten: [...unwritten],
    });
  }

  /** A page that is loaded again cannot tell the room how far it had come: the next one does. */
  #finishLast(): void {
    const { user, meetingId, seat } = this.#setting;
    const last = rememberedRow(user, meetingId);
    const [room, connection] = [seat(), seat()?.connection()];
    const life = room?.read().lives.find(({ id }) => id === last?.id);
    forgetRow(user);
    if (last === undefined || room === undefined || connection === undefined) return;
    if (life === undefined || life.isClosed || life.seenAt >= last.seenAt) return;
    const { unwritten, hearingSince, seenAt } = last;
    const cutOff = hearingSince === null ? [] : [{ from: hearingSince, to: seenAt }];
    const heard = [...unwritten, ...cutOff].filter(({ from, to }) => to > from);
    const { id, panel, openedAt } = last;
    const write = { id, panel, user, openedAt, seenAt, isClosed: true, hearingSince: null, heard };
    room.edit((talk) => talk.write([write], connection));
  }

  #wait(dueAt: number | null): void {
    clearTimeout(this.#dueTimer);
    if (dueAt === null) return;
    const ms = Math.max(0, dueAt - this.#setting.now());
    this.#dueTimer = setTimeout(() => this.note(), ms);
  }
}
