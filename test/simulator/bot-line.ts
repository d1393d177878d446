/** The line to the bot: delivers activities, remembers the last of each kind, and can send it again. */
import type { Deliveries, Notice } from './contract.ts';
import type { Activity } from './activities.ts';
import type { Login } from './login.ts';
import type { WorldFile } from './world-file.ts';

export type ActivityName =
  | 'meetingStart'
  | 'meetingEnd'
  | 'meetingParticipantJoin'
  | 'meetingParticipantLeave'
  | 'message'
  | 'invoke'
  | 'installationUpdate'
  | 'conversationUpdate';

export interface BotAnswer {
  /** The bot's HTTP status; 502 when it could not be reached. */
  readonly status: number;
  readonly body: unknown;
}

/** Posts one activity to the bot's messaging endpoint, with an `Authorization` header. */
export type Deliver = (activity: unknown, authorization: string) => Promise<BotAnswer>;

export interface BotLine {
  tell(name: ActivityName, activity: Activity): Promise<BotAnswer>;
  /** The last activity of this kind once more, byte for byte, as Teams does after a time-out. */
  redeliver(name: ActivityName, times: number, atOnce: boolean): Promise<Deliveries>;
}

export function createBotLine(options: {
  readonly file: WorldFile;
  readonly login: Login;
  readonly serviceUrl: string;
  readonly deliver: Deliver;
  notify(notice: Notice): void;
}): BotLine {
  async function send(activity: unknown): Promise<BotAnswer> {
    const authorization = await options.login.botAuthorization(options.serviceUrl);
    return options.deliver(activity, authorization).catch((error: unknown) => ({
      status: 502,
      body: error instanceof Error ? error.message : String(error),
    }));
  }

  return {
    async tell(name, activity) {
      await options.file.change((world) => ({
        ...world,
        sent: { ...world.sent, [name]: activity },
      }));
      const answer = await send(activity);
      if (answer.status >= 400 && name !== 'invoke')
        options.notify({ kind: 'problem', text: `The bot answered ${answer.status} to ${name}.` });
      return answer;
    },
    async redeliver(name, times, atOnce) {
      const activity = options.file.world().sent[name];
      if (activity === undefined) return { statuses: [] };
      if (atOnce) {
        const answers = await Promise.all(Array.from({ length: times }, () => send(activity)));
        return { statuses: answers.map((answer) => answer.status) };
      }
      const statuses: number[] = [];
      for (let time = 0; time < times; time += 1) statuses.push((await send(activity)).status);
      return { statuses };
    },
  };
}
