/** One Adaptive Card in the chat, drawn by the official renderer, with its buttons at work. */
import { AdaptiveCard, ExecuteAction, OpenUrlAction, SubmitAction } from 'adaptivecards';
import type { Action } from 'adaptivecards';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CardActionAnswer, CardActionRequest } from '../contract.ts';
import { hostConfigFor } from './card-looks.ts';
import { refreshFor } from './card-refresh.ts';
import { htmlOf } from './card-text.ts';
import type { Look } from './look.ts';
import './card.css';

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text);
  result.didProcess = true;
};

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  busy: { opacity: 0.6, pointerEvents: 'none' },
  answer: {
    display: 'block',
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

export interface CardProps {
  /** As posted by the bot. */
  readonly content: unknown;
  /** What the bot answered this viewer alone, if it did. */
  readonly view: unknown;
  readonly look: Look;
  /** The connector's id of who looks at the card. */
  readonly viewerId: string;
  act(pressed: Pick<CardActionRequest, 'trigger' | 'action'>): Promise<CardActionAnswer>;
  onLink(url: string): void;
}

export function Card({ content, view, look, viewerId, act, onLink }: CardProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [answer, setAnswer] = useState<CardActionAnswer>();
  const [busy, setBusy] = useState(false);

  const press = useEffectEvent(async (action: Action) => {
    if (action instanceof OpenUrlAction && action.url) return onLink(action.url);
    const pressed = pressedBy(action);
    if (!pressed) return undefined;
    setBusy(true);
    setAnswer(undefined);
    setAnswer(
      await act({ trigger: 'manual', action: pressed }).catch(
        (error: unknown): CardActionAnswer => ({ kind: 'problem', text: String(error) }),
      ),
    );
    setBusy(false);
    return undefined;
  });

  const shown = JSON.stringify(view ?? content);
  useEffect(() => {
    const card = new AdaptiveCard();
    card.hostConfig = hostConfigFor(look);
    card.onExecuteAction = (action) => void press(action);
    card.parse(JSON.parse(shown));
    const drawn = card.render();
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [shown, look]);

  const refresh = useEffectEvent((action: CardActionRequest['action']) => {
    // A refresh that fails leaves the card as it was posted, as in Teams.
    act({ trigger: 'automatic', action }).catch(() => undefined);
  });
  const posted = JSON.stringify(content);
  useEffect(() => {
    const action = refreshFor(viewerId, JSON.parse(posted));
    if (!action || !place.current) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      refresh(action);
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [posted, viewerId]);

  return (
    <div>
      <div
        ref={place}
        className={mergeClasses(styles.card, busy && styles.busy)}
        aria-busy={busy}
      />
      {answer?.kind === 'message' && <output className={styles.answer}>{answer.text}</output>}
      {answer?.kind === 'problem' && (
        <div className={mergeClasses(styles.answer, styles.problem)} role="alert">
          {answer.text}
        </div>
      )}
    </div>
  );
}

function pressedBy(action: Action): CardActionRequest['action'] | undefined {
  const id = action.id ? { id: action.id } : {};
  if (action instanceof ExecuteAction)
    return { type: 'Action.Execute', verb: action.verb, data: action.data, ...id };
  if (action instanceof SubmitAction) return { type: 'Action.Submit', data: action.data, ...id };
  return undefined;
}
