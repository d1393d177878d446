/** The at most three things that might be good to talk about, each taken or sent away by one tap. */
import {
  Button,
  Caption1,
  Text,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import {
  Add16Regular,
  ArrowUp16Regular,
  Chat16Regular,
  Dismiss16Regular,
  Lightbulb16Regular,
} from '@fluentui/react-icons';
import { memo, useId, useMemo, useRef } from 'react';
import type { JSX } from 'react';
import type { ElementCoverage } from '../../shared/agenda/coverage-of-elements.ts';
import type { Lean } from '../../shared/agenda/rhythm.ts';
import { suggest, type Suggestion } from '../../shared/agenda/suggest.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { RoomEdits, SteadyRoom } from '../room/live-room.ts';
import { useSameData } from '../use-same-data.ts';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: {
    margin: 0,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'flex', flexShrink: 0 },
  list: { listStyleType: '""', margin: 0, padding: 0, display: 'grid', rowGap: '2px' },
  offer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  words: { display: 'grid', minWidth: 0 },
  title: { overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase200 },
  because: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  actions: { display: 'flex' },
  action: { minWidth: 'auto', padding: `0 ${tokens.spacingHorizontalXS}`, minHeight: '24px' },
});

export function Suggestions({
  room,
  state,
  coverage,
  lean,
}: {
  readonly room: SteadyRoom;
  readonly state: RoomState;
  readonly coverage: readonly ElementCoverage[];
  readonly lean: Lean;
}) {
  const say = useSay();
  const today = dayOf(room.now());
  const offers = useMemo(
    () => suggest({ room: state, coverage, lean, today, dismissed: new Set(state.dismissed), say }),
    [state, coverage, lean, today, say],
  );
  return <Offers room={room} offers={useSameData(offers)} />;
}

const Offers = memo(function Offers({
  room: { edits, meeting },
  offers,
}: {
  readonly room: SteadyRoom;
  readonly offers: readonly Suggestion[];
}) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const headingId = useId();
  const box = useRef<HTMLElement>(null);
  if (offers.length === 0) return null;

  function take(offer: Suggestion, to: RoomEdits | undefined): void {
    if (to === undefined) return;
    if (offer.kind === 'carried-topic' && meeting.stage === 'planned') {
      to.moveTopic(offer.topicId, 0);
      to.dismiss(offer.id);
      announce(say('Now first on the agenda: {title}', { title: offer.title }));
    } else {
      to.take(offer);
      announce(
        offer.kind === 'carried-topic'
          ? say('Discussing: {title}', { title: offer.title })
          : say('Added: {title}', { title: offer.title }),
      );
    }
    // The offer takes the focus with it.
    box.current?.focus();
  }

  return (
    <section ref={box} tabIndex={-1} className={styles.box} aria-labelledby={headingId}>
      <Caption1 as="h3" id={headingId} className={styles.heading}>
        <span className={styles.icon} aria-hidden>
          <Lightbulb16Regular />
        </span>
        {say('Suggestions')}
      </Caption1>
      <ul className={styles.list} aria-label={say('Suggestions')}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer} data-title={offer.title}>
            <span className={styles.words}>
              <Text size={200} weight="semibold" className={styles.title} dir="auto">
                {offer.title || say('Untitled topic')}
              </Text>
              <Caption1 className={styles.because}>{offer.because}</Caption1>
            </span>
            <span className={styles.actions}>
              <Button
                className={styles.action}
                size="small"
                disabledFocusable={edits === undefined}
                icon={takeIcon(offer, meeting.stage === 'planned')}
                aria-label={say('{action}: {title}', {
                  action: takeName(say, offer, meeting.stage === 'planned'),
                  title: offer.title,
                })}
                title={takeName(say, offer, meeting.stage === 'planned')}
                onClick={() => take(offer, edits)}
              />
              <Button
                className={styles.action}
                size="small"
                disabledFocusable={edits === undefined}
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={say('{action}: {title}', {
                  action: say('Not this time'),
                  title: offer.title,
                })}
                title={say('Not this time')}
                onClick={() => {
                  edits?.dismiss(offer.id);
                  box.current?.focus();
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
});

function takeName(say: Say, { kind }: Suggestion, isPlanned: boolean): string {
  if (kind !== 'carried-topic') return say('Put on the agenda');
  return isPlanned ? say('Put first') : say('Discuss now');
}

/** What is on the agenda already is not added. */
function takeIcon({ kind }: Suggestion, isPlanned: boolean): JSX.Element {
  if (kind !== 'carried-topic') return <Add16Regular />;
  return isPlanned ? <ArrowUp16Regular /> : <Chat16Regular />;
}

/** The reader's own calendar day. */
function dayOf(at: number): string {
  const day = new Date(at);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
