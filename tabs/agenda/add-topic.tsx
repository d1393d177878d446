/** Where a topic is put on the agenda. */
import {
  Button,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { memo, useId, useState } from 'react';
import type { FormEvent } from 'react';
import { elements } from '../../shared/agenda/element.ts';
import type { Element } from '../../shared/agenda/element.ts';
import { namesOfElements } from '../../shared/agenda/element-names.ts';
import { invitation } from '../../shared/agenda/suggest-voice.ts';
import { titleLimit, topicsLimit } from '../../shared/agenda/topic.ts';
import { useSay } from '../language/language-context.ts';
import type { Additions } from '../room/live-room.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { DraftInput } from '../text/draft-input.tsx';
import { RoomLeft } from '../text/room-left.tsx';
import { useDraft } from '../text/use-draft.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXS,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  title: {
    flexGrow: 1,
    flexBasis: '100%',
    minWidth: 0,
    '@media (min-width: 720px)': { flexBasis: '12rem' },
  },
  // Wide enough for its longest name; where that leaves no place for the button, this goes below.
  element: {
    flexGrow: 1000,
    minWidth: 0,
    '@media (min-width: 720px)': { flexGrow: 0, flexBasis: '12rem' },
  },
  add: {
    minWidth: 'auto',
    flexGrow: 1,
    '@media (min-width: 720px)': { flexGrow: 0 },
    // In a side panel the name of the element needs the place more.
    '@media (max-width: 340px)': { '& .fui-Button__icon': { display: 'none' } },
  },
});

export const AddTopic = memo(function AddTopic({
  additions,
  isReached,
  topicCount,
  mine,
  theirs,
}: {
  readonly additions: Additions;
  /** The room is there; until it is, what is added waits for it. */
  readonly isReached: boolean;
  readonly topicCount: number;
  /** How many topics this person and the other raised. */
  readonly mine: number;
  readonly theirs: number;
}) {
  const styles = useStyles();
  const say = useSay();
  const scalable = useScalableStyles();
  const { announce } = useAnnounce();
  const noteId = useId();
  const draft = useDraft({ limit: titleLimit, noun: say('A title') });
  const [element, setElement] = useState<Element>('progress');

  function add(event: FormEvent): void {
    event.preventDefault();
    const trimmed = draft.text.trim();
    if (trimmed === '' || draft.isTooLong) return;
    if (topicCount >= topicsLimit) {
      draft.refuse(
        say('This agenda holds {limit, number} topics. Remove one to add another.', {
          limit: topicsLimit,
        }),
      );
      return;
    }
    additions.addTopic({ title: trimmed, element });
    draft.clear();
    announce(
      isReached
        ? say('Added: {title}', { title: trimmed })
        : say('Added as soon as the room is reached: {title}', { title: trimmed }),
    );
  }

  return (
    <form className={styles.form} onSubmit={add} aria-label={say('New topic')}>
      <div className={styles.row}>
        <DraftInput
          className={styles.title}
          draft={draft}
          label={say('Add a topic')}
          placeholder={invitation(say, mine, theirs)}
          noteId={noteId}
        />
        <Select
          className={mergeClasses(scalable.select, styles.element)}
          aria-label={say('Element')}
          value={element}
          onChange={(_, { value }) =>
            setElement(elements.find((each) => each === value) ?? element)
          }
        >
          {elements.map((each) => (
            <option key={each} value={each}>
              {namesOfElements(say)[each]}
            </option>
          ))}
        </Select>
        <Button className={styles.add} type="submit" icon={<Add20Regular />}>
          {say('Add')}
        </Button>
      </div>
      <RoomLeft id={noteId} used={draft.text.length} limit={draft.limit} message={draft.problem} />
    </form>
  );
});
