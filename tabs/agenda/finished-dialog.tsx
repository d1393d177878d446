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
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
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
  const say = useSay();
  const { announce } = useAnnounce();
  const [answer] = useAsked(room.agenda.finishedTopics);
  const here = new Set(
    room.state.topics.filter(({ state }) => state !== 'done').map(({ id }) => id),
  );
  const topics =
    answer?.kind === 'answered' ? answer.value.topics.filter(({ id }) => !here.has(id)) : [];
  return (
    <PanelDialog title={say('Bring back a topic')} onClose={onClose}>
      {answer === undefined && (
        <Spinner size="tiny" label={say('Looking through earlier meetings')} />
      )}
      {answer !== undefined && answer.kind !== 'answered' && (
        <FailureLine>
          {say('Earlier meetings could not be reached. Try again in a moment.')}
        </FailureLine>
      )}
      {answer?.kind === 'answered' && topics.length === 0 && (
        <Caption1>{say('There is no done topic of an earlier meeting to bring back.')}</Caption1>
      )}
      <ul className={styles.list} aria-label={say('Topics of earlier meetings')}>
        {topics.map((topic) => (
          <li key={topic.id} className={styles.topic}>
            <span className={styles.words}>
              <Text size={200} weight="semibold" dir="auto">
                {topic.title.trim() || say('Untitled topic')}
              </Text>
              <Caption1 className={styles.about}>
                {[
                  namesOfElements(say)[topic.element],
                  ageText(say, room.state.meetingNumber, topic.raisedIn),
                ].join(' · ')}
              </Caption1>
            </span>
            <Button
              size="small"
              aria-label={say('Bring back: {title}', { title: topic.title })}
              disabledFocusable={room.edits === undefined}
              onClick={() => {
                room.edits?.bringBack(topic);
                announce(say('Back on the agenda: {title}', { title: topic.title }));
              }}
            >
              {say('Bring back')}
            </Button>
          </li>
        ))}
      </ul>
    </PanelDialog>
  );
}
