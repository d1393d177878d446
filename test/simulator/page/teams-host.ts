/** Teams' side of the conversation with one panel's teams-js, over postMessage. */
import { z } from 'zod';

/** What teams-js sends; the answer repeats `id` and `uuidAsString`. */
const Call = z.object({
  id: z.number(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).optional(),
});
type Call = z.infer<typeof Call>;

export interface PanelStatus {
  readonly kind: 'loading' | 'ready' | 'failed';
  readonly message?: string;
}

export interface TeamsHost {
  changeTheme(theme: string): void;
  /** Incoming speech as this client detects it. */
  reportSpeech(detected: boolean): void;
  /** Gives the panel a moment to put its things away; settles when it may be removed. */
  unload(): Promise<void>;
  /** No longer answers. */
  detach(): void;
}

/** How long Teams waits for a panel that wants to put its things away. */
const unloadMs = 1_000;

/** What this stand-in lets apps do, as a host tells teams-js at initialization. */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: {
    appInstallDialog: {},
    chat: {},
    dialog: { url: {} },
    interactive: {},
    meeting: {},
    pages: { appButton: {}, config: {}, tabs: {} },
    permissions: {},
    sharing: {},
  },
};

/** teams-js' own code for what a host does not know. */
const notSupported = 100;

/** teams-js expects two shapes of answer: an error first, or whether it went well and why not. */
function refusalOf(func: string): readonly unknown[] {
  const message = `${func} is not part of the simulator.`;
  return /^(meeting|media|files|people|location|sharing)\./.test(func)
    ? [{ errorCode: notSupported, message }]
    : [false, message];
}

/** Answers the panel in this frame from now on. */
export function createTeamsHost(options: {
  readonly frame: HTMLIFrameElement;
  /** The flat context that `app.getContext` asks for. */
  context(): Readonly<Record<string, unknown>>;
  authToken(): Promise<string>;
  openLink(url: string): void;
  onStatus(status: PanelStatus): void;
}): TeamsHost {
  const { frame } = options;
  let handlers = new Set<string>();
  let speech = false;
  let unloaded: (() => void) | undefined;

  const post = (message: unknown): void =>
    frame.contentWindow?.postMessage(message, window.location.origin);

  const raise = (func: string, args: readonly unknown[]): void => {
    if (handlers.has(func)) post({ func, args });
  };

  async function answerTo({ func, args = [] }: Call): Promise<readonly unknown[] | undefined> {
    switch (func) {
      case 'initialize':
        handlers = new Set(['themeChange']);
        options.onStatus({ kind: 'loading' });
        return [options.context()['frameContext'], 'desktop', JSON.stringify(runtime), '2.0.5'];
      case 'getContext':
        return [options.context()];
      case 'authentication.getAuthToken':
        return options.authToken().then(
          (token) => [true, token],
          () => [false, 'FailedToGetToken'],
        );
      case 'registerHandler': {
        const name = String(args[0]);
        handlers.add(name);
        if (name === 'meeting.speakingStateChanged' && speech) reportNow();
        return undefined;
      }
      case 'appInitialization.appLoaded':
      case 'appInitialization.success':
        options.onStatus({ kind: 'ready' });
        return undefined;
      case 'appInitialization.failure':
      case 'appInitialization.expectedFailure':
        options.onStatus({
          kind: 'failed',
          message: typeof args[1] === 'string' ? args[1] : 'The app could not start.',
        });
        return undefined;
      case 'readyToUnload':
        unloaded?.();
        return undefined;
      case 'executeDeepLink':
      case 'app.openLink':
        options.openLink(String(args[0]));
        return [true];
      case 'meeting.getAppContentStageSharingCapabilities':
        return [null, { doesAppHaveSharePermission: false }];
      case 'meeting.getAppContentStageSharingState':
        return [null, { isAppSharing: false }];
      case 'meeting.getIncomingClientAudioState':
        return [null, false];
      case 'meeting.getLiveStreamState':
        return [null, { isStreaming: false }];
      default:
        return refusalOf(func);
    }
  }

  const reportNow = (): void =>
    raise('meeting.speakingStateChanged', [{ isSpeakingDetected: speech }]);

  function hear(event: MessageEvent<unknown>): void {
    if (event.source === null || event.source !== frame.contentWindow) return;
    const call = Call.safeParse(event.data);
    if (!call.success) return;
    const { id, uuidAsString } = call.data;
    void answerTo(call.data).then((args) => {
      if (args) post({ id, uuidAsString, args });
    });
  }

  window.addEventListener('message', hear);
  return {
    changeTheme: (theme) => raise('themeChange', [theme]),
    reportSpeech(detected) {
      speech = detected;
      reportNow();
    },
    unload() {
      if (!handlers.has('beforeUnload')) return Promise.resolve();
      return new Promise((resolve) => {
        const limit = setTimeout(resolve, unloadMs);
        unloaded = () => {
          clearTimeout(limit);
          resolve();
        };
        post({ func: 'beforeUnload', args: [] });
      });
    },
    detach: () => window.removeEventListener('message', hear),
  };
}
