/** Where a topic is put on the agenda. */
import {
  Button,
  Input,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { elementNames, elements } from '../../shared/agenda/element.ts';
import type { Element } from '../../shared/agenda/element.ts';
import { invitation } from '../../shared/agenda/suggest-voice.ts';
import { titleLimit, topicsLimit } from '../../shared/agenda/topic.ts';
import type { Additions } from '../room/live-room.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { RoomLeft } from '../text/room-left.tsx';

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
  element: {
    flexGrow: 1,
    flexBasis: '7.5rem',
    minWidth: 0,
    '@media (min-width: 720px)': { flexGrow: 0, flexBasis: '12rem' },
  },
  add: { minWidth: 'auto' },
});

export function AddTopic({
  additions,
  isReached,
  topicCount,
  raised,
}: {
  readonly additions: Additions;
  /** The room is there; until it is, what is added waits for it. */
  readonly isReached: boolean;
  readonly topicCount: number;
  /** How many topics this person and the other raised. */
  readonly raised: { readonly mine: number; readonly theirs: number };
}) {
  const styles = useStyles();
  const scalable = useScalableStyles();
  const { announce } = useAnnounce();
  const noteId = useId();
  const [title, setTitle] = useState('');
  const [element, setElement] = useState<Element>('progress');
  const [refusal, setRefusal] = useState<string | undefined>();
  const excess = title.trim().length - titleLimit;

  function add(event: FormEvent): void {
    event.preventDefault();
    const trimmed = title.trim();
    if (trimmed === '' || excess > 0) return;
    if (topicCount >= topicsLimit) {
      setRefusal(`This agenda holds ${topicsLimit} topics. Remove one to add another.`);
      return;
    }
    additions.addTopic({ title: trimmed, element });
    setTitle('');
    announce(isReached ? `Added: ${trimmed}` : `Added as soon as the room is reached: ${trimmed}`);
  }

  return (
    <form className={styles.form} onSubmit={add} aria-label="New topic">
      <div className={styles.row}>
        <Input
          className={styles.title}
          value={title}
          onChange={(_, { value }) => {
            setTitle(value);
            setRefusal(undefined);
          }}
          placeholder={invitation(raised.mine, raised.theirs)}
          aria-label="Add a topic"
          aria-describedby={noteId}
          aria-invalid={excess > 0}
          autoComplete="off"
          enterKeyHint="done"
          data-draft=""
        />
        <Select
          className={mergeClasses(scalable.select, styles.element)}
          aria-label="Element"
          value={element}
          onChange={(_, { value }) =>
            setElement(elements.find((each) => each === value) ?? element)
          }
        >
          {elements.map((each) => (
            <option key={each} value={each}>
              {elementNames[each]}
            </option>
          ))}
        </Select>
        <Button className={styles.add} type="submit" icon={<Add20Regular />}>
          Add
        </Button>
      </div>
      <RoomLeft
        id={noteId}
        used={title.length}
        limit={titleLimit}
        message={
          refusal ??
          (excess > 0
            ? `A title holds ${titleLimit} characters: take out ${excess} to add it.`
            : undefined)
        }
      />
    </form>
  );
}
