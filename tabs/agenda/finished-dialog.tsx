/** Done topics of earlier meetings, each to be brought back by one tap. */
import {
  Button,
  Caption1,
  Spinner,
  Text,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { elementNames } from '../../shared/agenda/element.ts';
import { PanelDialog } from '../panel-dialog.tsx';
import type { LiveRoom } from '../room/live-room.ts';
import { useAsked } from '../use-asked.ts';
import { ageText } from './age-text.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  topic: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  words: { display: 'grid', overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground3 },
});

export function FinishedDialog({
  room,
  onClose,
}: {
  readonly room: LiveRoom;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const [answer] = useAsked(room.agenda.finishedTopics);
  const here = new Set(
    room.state.topics.filter(({ state }) => state !== 'done').map(({ id }) => id),
  );
  const topics =
    answer?.kind === 'answered' ? answer.value.topics.filter(({ id }) => !here.has(id)) : [];
  return (
    <PanelDialog title="Bring back a topic" onClose={onClose}>
      {answer === undefined && <Spinner size="tiny" label="Looking through earlier meetings" />}
      {answer !== undefined && answer.kind !== 'answered' && (
        <Caption1 role="alert">
          Earlier meetings could not be reached. Try again in a moment.
        </Caption1>
      )}
      {answer?.kind === 'answered' && topics.length === 0 && (
        <Caption1>There is no done topic of an earlier meeting to bring back.</Caption1>
      )}
      <ul className={styles.list} aria-label="Topics of earlier meetings">
        {topics.map((topic) => (
          <li key={topic.id} className={styles.topic}>
            <span className={styles.words}>
              <Text size={200} weight="semibold">
                {topic.title.trim() || 'Untitled topic'}
              </Text>
              <Caption1 className={styles.about}>
                {[
                  elementNames[topic.element],
                  ageText(room.state.meetingNumber, topic.raisedIn),
                ].join(' · ')}
              </Caption1>
            </span>
            <Button
              size="small"
              aria-label={`Bring back: ${topic.title}`}
              disabledFocusable={room.edits === undefined}
              onClick={() => {
                room.edits?.bringBack(topic);
                announce(`Back on the agenda: ${topic.title}`);
              }}
            >
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </PanelDialog>
  );
}
