/** Runs the meeting as the page asks, and tells the bot of it as Teams would. */
import type { Deliveries, Notice } from './contract.ts';
import { installation, meetingEnd, meetingStart, participants } from './activities.ts';
import type { Where } from './activities.ts';
import type { BotLine } from './bot-line.ts';
import { pairKeys, series } from './people.ts';
import type { PersonKey } from './people.ts';
import { ended, movedToNextWeek, started } from './world.ts';
import type { WorldFile } from './world-file.ts';

export interface MeetingControl {
  /** Brings the bot into the meeting's chat, unless it is there since an earlier start. */
  install(): Promise<void>;
  start(): Promise<Deliveries>;
  end(): Promise<Deliveries>;
  /** Ends a running meeting, goes on by a week, starts the next one. */
  next(): Promise<Deliveries>;
  setThirdPerson(present: boolean): Promise<Deliveries>;
}

export function createMeetingControl(options: {
  readonly file: WorldFile;
  readonly line: BotLine;
  readonly serviceUrl: string;
  now(): number;
  notify(notice: Notice): void;
}): MeetingControl {
  const { file, line, now } = options;
  const where = (): Where => ({
    serviceUrl: options.serviceUrl,
    chatId: series.chatId,
    kind: 'groupChat',
    now: now(),
  });

  /** One story at a time: two clicks do not run through each other. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(story: () => Promise<T>): Promise<T> {
    const mine = turn.then(story);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function start(): Promise<Deliveries> {
    if (file.world().stage === 'running') {
      options.notify({ kind: 'info', text: 'The meeting is running.' });
      return { statuses: [] };
    }
    const at = now();
    await file.change((world) => started(world, at));
    const first = await line.tell('meetingStart', meetingStart(where(), at));
    const second = await line.tell('meetingParticipantJoin', participants(where(), 'Join', here()));
    return { statuses: [first.status, second.status] };
  }

  async function end(): Promise<Deliveries> {
    if (file.world().stage !== 'running') {
      options.notify({ kind: 'info', text: 'No meeting is running.' });
      return { statuses: [] };
    }
    const at = now();
    const present = here();
    await file.change((world) => ended(world, at));
    const [first, second] = await Promise.all([
      line.tell('meetingEnd', meetingEnd(where(), at)),
      line.tell('meetingParticipantLeave', participants(where(), 'Leave', present)),
    ]);
    return { statuses: [first.status, second.status] };
  }

  async function next(): Promise<Deliveries> {
    const last = file.world().stage === 'running' ? await end() : { statuses: [] };
    await file.change(movedToNextWeek);
    const first = await start();
    return { statuses: [...last.statuses, ...first.statuses] };
  }

  async function setThirdPerson(present: boolean): Promise<Deliveries> {
    if (file.world().thirdPerson === present) return { statuses: [] };
    await file.change((world) => ({ ...world, thirdPerson: present }));
    if (file.world().stage !== 'running') return { statuses: [] };
    const answer = await line.tell(
      present ? 'meetingParticipantJoin' : 'meetingParticipantLeave',
      participants(where(), present ? 'Join' : 'Leave', ['cleo']),
    );
    return { statuses: [answer.status] };
  }

  async function install(): Promise<void> {
    if (file.world().installed) return;
    const [added, joined] = installation(where());
    const answers = [
      await line.tell('installationUpdate', added),
      await line.tell('conversationUpdate', joined),
    ];
    if (answers.every((answer) => answer.status < 400))
      await file.change((world) => ({ ...world, installed: true }));
  }

  const here = (): readonly PersonKey[] =>
    file.world().thirdPerson ? [...pairKeys, 'cleo'] : pairKeys;

  return {
    install: () => inTurn(install),
    start: () => inTurn(start),
    end: () => inTurn(end),
    next: () => inTurn(next),
    setThirdPerson: (present) => inTurn(() => setThirdPerson(present)),
  };
}
