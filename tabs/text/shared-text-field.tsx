/** A text that two people can type in at once, without either losing the place. */
import { mergeClasses } from '@fluentui/react-components';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useSay } from '../language/language-context.ts';
import type { TextEdit } from '../room/live-room.ts';
import { joinEdits, offsetAfter } from './caret.ts';
import { RoomLeft } from './room-left.tsx';
import { useTextFieldStyles } from './text-field-styles.ts';
import { withinLimit } from './within-limit.ts';

export interface SharedTextFieldProps {
  readonly label: string;
  readonly text: string;
  readonly limit: number;
  /** Undefined while the text can only be read. */
  readonly onEdit: ((edit: TextEdit) => void) | undefined;
  readonly lines?: 'one' | 'many';
  readonly placeholder?: string;
  readonly className?: string | undefined;
  readonly onFocus?: () => void;
}

/**
 * The browser owns what stands in the field, not React: it is written only when the text has
 * become something else than what the person sees, and never while they compose with an input
 * method. A single line wraps and grows too, but takes no line breaks.
 */
export function SharedTextField({
  label,
  text,
  limit,
  onEdit,
  lines = 'one',
  placeholder,
  className,
  onFocus,
}: SharedTextFieldProps) {
  const styles = useTextFieldStyles();
  const say = useSay();
  const noteId = useId();
  const [isCut, setIsCut] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** What the person sees, apart from what they are composing. */
  const seen = useRef(text);
  const newest = useRef(text);
  const isComposing = useRef(false);

  useLayoutEffect(() => {
    newest.current = text;
    if (field.current === null || isComposing.current) return;
    const { value, selectionStart, selectionEnd, selectionDirection } = field.current;
    if (value !== text)
      show(field.current, text, {
        start: offsetAfter(value, text, selectionStart),
        end: offsetAfter(value, text, selectionEnd),
        direction: selectionDirection,
      });
    seen.current = text;
  }, [text]);

  function take(typed: TextEdit): void {
    const before = newest.current;
    const edit = withinLimit({ before, edit: flattened(typed, lines), limit });
    setIsCut(edit.isCut);
    if (field.current !== null && field.current.value !== edit.text)
      show(field.current, edit.text, { start: edit.caret, end: edit.caret, direction: 'none' });
    seen.current = edit.text;
    newest.current = edit.text;
    if (edit.text !== before) onEdit?.({ text: edit.text, caret: edit.caret });
  }

  function typed(input: HTMLTextAreaElement): void {
    fit(input);
    if (isComposing.current) return;
    take({ text: input.value, caret: input.selectionEnd });
  }

  function composed(input: HTMLTextAreaElement): void {
    isComposing.current = false;
    take(
      joinEdits({
        base: seen.current,
        mine: input.value,
        caret: input.selectionEnd,
        theirs: newest.current,
      }),
    );
  }

  function pressed(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const leaves = event.key === 'Escape' || (event.key === 'Enter' && lines === 'one');
    if (!leaves) return;
    event.preventDefault();
    event.currentTarget.blur();
  }

  return (
    <div className={className}>
      <div className={styles.sizer}>
        <textarea
          ref={field}
          className={mergeClasses(styles.field, onEdit === undefined && styles.readOnly)}
          aria-label={label}
          aria-describedby={isFocused ? noteId : undefined}
          rows={1}
          dir="auto"
          placeholder={placeholder}
          readOnly={onEdit === undefined}
          enterKeyHint={lines === 'one' ? 'done' : undefined}
          onChange={(event) => typed(event.currentTarget)}
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={(event) => composed(event.currentTarget)}
          onKeyDown={pressed}
          onFocus={() => {
            setIsFocused(true);
            onFocus?.();
          }}
          onBlur={() => {
            setIsFocused(false);
            setIsCut(false);
          }}
        />
      </div>
      {isFocused && onEdit !== undefined && (
        <div className={styles.note}>
          <RoomLeft
            id={noteId}
            used={text.length}
            limit={limit}
            message={
              isCut
                ? say(
                    '{label} can hold {limit, number} characters. What did not fit was left out.',
                    {
                      label,
                      limit,
                    },
                  )
                : undefined
            }
          />
        </div>
      )}
    </div>
  );
}

interface Selection {
  readonly start: number;
  readonly end: number;
  readonly direction: 'forward' | 'backward' | 'none';
}

function show(field: HTMLTextAreaElement, text: string, selection: Selection): void {
  field.value = text;
  fit(field);
  // In a field without the focus, some browsers would move the focus here.
  if (document.activeElement === field)
    field.setSelectionRange(selection.start, selection.end, selection.direction);
}

/** Gives the hidden copy behind the field the text that gives both their height. */
function fit(field: HTMLTextAreaElement): void {
  if (field.parentElement !== null) field.parentElement.dataset['text'] = field.value;
}

/** Line breaks pasted into a single line become spaces. */
function flattened({ text, caret }: TextEdit, lines: 'one' | 'many'): TextEdit {
  const flat = (part: string) => (lines === 'one' ? part.replaceAll(/[\r\n]+/g, ' ') : part);
  return { text: flat(text), caret: flat(text.slice(0, caret)).length };
}
