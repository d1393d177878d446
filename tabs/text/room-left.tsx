/** Says how much more a text holds, once that matters. */
import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSay } from '../language/language-context.ts';

/** From this share of the limit on, the count is shown. */
const nearShare = 0.85;

const useStyles = makeStyles({
  note: { display: 'block', color: tokens.colorNeutralForeground3 },
  full: { color: tokens.colorStatusDangerForeground1 },
});

export function RoomLeft({
  id,
  used,
  limit,
  message,
}: {
  readonly id: string;
  readonly used: number;
  readonly limit: number;
  /** What just happened at the limit, or why the text cannot be used as it is. */
  readonly message?: string | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  if (message === undefined && used < limit * nearShare) return null;
  return (
    <Caption1
      id={id}
      className={mergeClasses(styles.note, message !== undefined && styles.full)}
      role={message === undefined ? undefined : 'alert'}
    >
      {message ?? say('{used, number} of {limit, number} characters', { used, limit })}
    </Caption1>
  );
}
