/** The line in which something new is written before it is added. */
import { Input } from '@fluentui/react-components';
import type { Draft } from './use-draft.ts';

export function DraftInput({
  draft,
  label,
  placeholder = label,
  noteId,
  size = 'medium',
  className,
}: {
  readonly draft: Draft;
  readonly label: string;
  readonly placeholder?: string;
  /** Where it is said how much more it holds, and why it can't be added. */
  readonly noteId: string;
  readonly size?: 'small' | 'medium';
  readonly className?: string;
}) {
  return (
    <Input
      className={className}
      size={size}
      value={draft.text}
      onChange={(_, { value }) => draft.write(value)}
      placeholder={placeholder}
      aria-label={label}
      aria-describedby={noteId}
      aria-invalid={draft.isTooLong}
      dir={draft.text === '' ? undefined : 'auto'}
      autoComplete="off"
      enterKeyHint="done"
      data-draft=""
    />
  );
}
