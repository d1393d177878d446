/** Who owns an outcome. */
import { Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useSay } from '../language/language-context.ts';
import { useScalableStyles } from '../scalable-styles.ts';
import { nameOf } from './owners.ts';
import type { Owners } from './owners.ts';

const useStyles = makeStyles({
  // Seen in high contrast only, where a field has nothing but its edge.
  quiet: {
    '& select': { border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}` },
  },
});

export function OwnerSelect({
  owners,
  owner,
  quiet = false,
  onChoose,
}: {
  readonly owners: Owners;
  readonly owner: string;
  /** Without an edge, where it stands for text more than for a question. */
  readonly quiet?: boolean;
  /** Undefined while it can only be read. */
  readonly onChoose: ((owner: string) => void) | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const scalable = useScalableStyles();
  const isKnown = owners.choices.some(({ id }) => id === owner);
  return (
    <Select
      className={mergeClasses(scalable.smallSelect, quiet && styles.quiet)}
      size="small"
      appearance={quiet ? 'filled-darker' : 'outline'}
      aria-label={say('Owner')}
      value={owner}
      disabled={onChoose === undefined}
      onChange={(_, { value }) => onChoose?.(value)}
    >
      {owners.choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      {!isKnown && <option value={owner}>{nameOf(say, owners, owner)}</option>}
    </Select>
  );
}
