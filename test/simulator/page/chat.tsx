/** The meeting's chat: people's messages and the bot's cards, seen and written as one of the two. */
import {
  Button,
  Input,
  Radio,
  RadioGroup,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Send20Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Cast, PairKey, Scene } from '../contract.ts';
import { ChatMessage } from './chat-message.tsx';
import type { Look } from './look.ts';
import { MessageLog } from './message-log.tsx';
import { actOnCard, writeMessage } from './simulator-client.ts';
import { windowStyles } from './window-styles.ts';

const useStyles = makeStyles({
  ...windowStyles,
  title: { margin: 0, font: 'inherit' },
  viewer: {
    display: 'flex',
    alignItems: 'center',
    marginInlineStart: 'auto',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  radios: { gap: 0 },
  empty: {
    margin: 'auto',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  typing: {
    minHeight: tokens.lineHeightBase200,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
  composer: {
    display: 'flex',
    flexShrink: 0,
    gap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  input: { flexGrow: 1, minWidth: 0 },
});

export interface ChatProps {
  readonly scene: Scene;
  readonly cast: Cast;
  readonly look: Look;
  /** The chat in which the bot is writing. */
  readonly typingIn: string | undefined;
  onLink(who: PairKey, url: string): void;
}

export function Chat({ scene, cast, look, typingIn, onLink }: ChatProps) {
  const styles = useStyles();
  const [viewer, setViewer] = useState<PairKey>('ana');
  const [openChat, setOpenChat] = useState<'meeting' | 'personal'>('meeting');
  const personal = scene.chats.find((chat) => chat.of === viewer);
  const meeting = scene.chats.find((chat) => chat.of === 'meeting');
  const chat = (openChat === 'personal' ? personal : undefined) ?? meeting;
  const count = chat?.messages.length ?? 0;
  const first = (who: PairKey) => scene.people[who].split(' ')[0] ?? who;
  if (!chat) return null;

  return (
    <section className={styles.window} aria-label="Meeting chat">
      <header className={styles.bar}>
        <h2 className={styles.title}>Chat</h2>
        <div className={styles.viewer}>
          <span id="viewer">You are</span>
          <RadioGroup
            className={styles.radios}
            layout="horizontal"
            aria-labelledby="viewer"
            value={viewer}
            onChange={(_, { value }) => setViewer(value === 'ben' ? 'ben' : 'ana')}
          >
            <Radio value="ana" label={first('ana')} />
            <Radio value="ben" label={first('ben')} />
          </RadioGroup>
        </div>
      </header>
      {personal && (
        <TabList
          size="small"
          selectedValue={openChat}
          onTabSelect={(_, { value }) => setOpenChat(value === 'personal' ? 'personal' : 'meeting')}
        >
          <Tab value="meeting">Meeting</Tab>
          <Tab value="personal">Evenhand and {first(viewer)}</Tab>
        </TabList>
      )}
      <MessageLog key={`read ${chat.id} ${viewer}`}>
        {count === 0 && <p className={styles.empty}>Nothing here yet.</p>}
        {chat.messages.map((message) => (
          <ChatMessage
            key={message.id}
            message={message}
            names={scene.people}
            viewer={viewer}
            viewerId={cast.people[viewer].connectorId}
            look={look}
            act={({ id }, pressed) =>
              actOnCard({ as: viewer, chatId: chat.id, messageId: id, ...pressed })
            }
            onLink={(url) => onLink(viewer, url)}
          />
        ))}
      </MessageLog>
      <div className={styles.typing} aria-live="polite">
        {typingIn === chat.id && 'Evenhand is typing'}
      </div>
      <Composer
        key={`write ${chat.id} ${viewer}`}
        send={(text) => writeMessage({ as: viewer, chatId: chat.id, text })}
      />
    </section>
  );
}

function Composer({ send }: { send(text: string): Promise<unknown> }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        setText('');
        send(text).catch(() => setText(text));
      }}
    >
      <Input
        className={styles.input}
        aria-label="Message"
        placeholder="Message, or @Evenhand help"
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Button type="submit" appearance="transparent" icon={<Send20Filled />} aria-label="Send" />
    </form>
  );
}
