/** The shared notes of a topic: formatted to read, plain to write. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useRef, useState } from 'react';
import { notesLimit } from '../../shared/agenda/topic.ts';
import { useSay } from '../language/language-context.ts';
import type { TextEdit } from '../room/live-room.ts';
import { isFormatted } from '../text/formatted.ts';
import { SharedTextField } from '../text/shared-text-field.tsx';
import { unseenStyle } from '../unseen-style.ts';
import { lazyPart } from '../lazy-part.ts';

const Markdown = lazyPart(async () => ({
  default: (await import('../text/markdown.tsx')).Markdown,
}));

const useStyles = makeStyles({
  notes: {
    position: 'relative',
    margin: `${tokens.spacingVerticalXXS} 0`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  unseen: unseenStyle,
  reading: {
    padding: `calc(${tokens.spacingVerticalXXS} + 1px) calc(${tokens.spacingHorizontalSNudge} + 1px)`,
    cursor: 'text',
  },
});

export function NotesField({
  notes,
  onEdit,
  onFocus,
}: {
  readonly notes: string;
  readonly onEdit: ((edit: TextEdit) => void) | undefined;
  readonly onFocus: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [isWriting, setIsWriting] = useState(false);
  const isReading = !isWriting && isFormatted(notes);
  return (
    <div ref={box} className={styles.notes}>
      {/* Out of sight it still takes the focus: then it comes back, and the reading gives way. */}
      <div
        className={mergeClasses(isReading && styles.unseen)}
        onFocus={() => setIsWriting(true)}
        onBlur={() => setIsWriting(false)}
      >
        <SharedTextField
          label={say('Notes')}
          lines="many"
          text={notes}
          limit={notesLimit}
          placeholder={say('Notes for both of you')}
          onEdit={onEdit}
          onFocus={onFocus}
        />
      </div>
      {isReading && (
        <Suspense
          fallback={
            <div className={styles.reading} dir="auto">
              {notes}
            </div>
          }
        >
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a larger target for the text field beside it, which the keyboard reaches */}
          <div
            className={styles.reading}
            onClick={(event) => {
              const isLink = event.target instanceof Element && event.target.closest('a') !== null;
              if (!isLink && onEdit !== undefined) box.current?.querySelector('textarea')?.focus();
            }}
          >
            <Markdown text={notes} />
          </div>
        </Suspense>
      )}
    </div>
  );
}
