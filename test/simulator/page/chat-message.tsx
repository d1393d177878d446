/** One message in the chat, on the side and in the look of who wrote it. */
import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { adaptiveCard } from '../contract.ts';
import type { CardActionAnswer, CardActionRequest, Message, PairKey } from '../contract.ts';
import { Card } from './card.tsx';
import type { Look } from './look.ts';
import { MessageText } from './message-text.tsx';

const useStyles = makeStyles({
  message: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    maxWidth: '100%',
  },
  mine: { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'end', paddingInlineStart: '36px' },
  by: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    marginBottom: '2px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  byMe: { justifyContent: 'flex-end' },
  bubble: {
    width: 'fit-content',
    maxWidth: '100%',
    boxSizing: 'border-box',
    paddingBlock: '6px',
    paddingInline: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  own: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  cards: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

export interface ChatMessageProps {
  readonly message: Message;
  readonly names: Readonly<Record<PairKey, string>>;
  readonly viewer: PairKey;
  readonly viewerId: string;
  readonly look: Look;
  act(
    message: Message,
    pressed: Pick<CardActionRequest, 'trigger' | 'action'>,
  ): Promise<CardActionAnswer>;
  onLink(url: string): void;
}

export function ChatMessage(props: ChatMessageProps) {
  const styles = useStyles();
  const { message, names, viewer, viewerId, look } = props;
  const mine = message.from === viewer;
  const name = message.from === 'evenhand' ? 'Evenhand' : names[message.from];
  const cards = message.attachments.filter(({ contentType }) => contentType === adaptiveCard);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <article
      className={mergeClasses(styles.message, mine && styles.mine)}
      aria-label={`Message from ${name}`}
    >
      {!mine && (
        <Avatar
          size={28}
          name={name}
          shape={message.from === 'evenhand' ? 'square' : 'circular'}
          color={avatarColors[message.from]}
          aria-hidden
        />
      )}
      <div style={{ minWidth: 0, maxWidth: '100%' }}>
        <div className={mergeClasses(styles.by, mine && styles.byMe)}>
          {!mine && <span>{name}</span>}
          <time dateTime={new Date(message.at).toISOString()}>{time.format(message.at)}</time>
          {message.revision > 0 && <span>Edited</span>}
        </div>
        {message.text !== '' && (
          <div className={mergeClasses(styles.bubble, mine && styles.own)}>
            <MessageText text={message.text} />
          </div>
        )}
      </div>
      {cards.length > 0 && (
        <div className={styles.cards}>
          {cards.map(({ content }, index) => (
            <Card
              key={index}
              content={content}
              view={index === 0 ? message.views[viewer] : undefined}
              look={look}
              viewerId={viewerId}
              act={(pressed) => props.act(message, pressed)}
              onLink={props.onLink}
            />
          ))}
        </div>
      )}
    </article>
  );
}

const avatarColors = { ana: 'lavender', ben: 'teal', evenhand: 'brand' } as const;
