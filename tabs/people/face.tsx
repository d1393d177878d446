/** A person as a small round sign: their initials, and whether they are here. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { Person } from '../../shared/people/person.ts';
import { useSay } from '../language/language-context.ts';

// Fluent's avatar has the look of every size, shape and colour: too much to wait for.
const useStyles = makeStyles({
  face: {
    position: 'relative',
    flexShrink: 0,
    width: '32px',
    height: '32px',
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
  },
  initials: {
    ...typographyStyles.caption1Strong,
    userSelect: 'none',
    // Seen in high contrast alone, where no ground tells it from the page.
    boxShadow: `inset 0 0 0 1px ${tokens.colorTransparentStroke}`,
  },
  manager: {
    color: tokens.colorPaletteRoyalBlueForeground2,
    backgroundColor: tokens.colorPaletteRoyalBlueBackground2,
  },
  report: {
    color: tokens.colorPalettePlumForeground2,
    backgroundColor: tokens.colorPalettePlumBackground2,
  },
  dot: {
    boxSizing: 'border-box',
    position: 'absolute',
    right: '-1px',
    bottom: '-1px',
    width: '11px',
    height: '11px',
    borderRadius: tokens.borderRadiusCircular,
    boxShadow: `0 0 0 2px ${tokens.colorNeutralBackground2}`,
    border: `2px solid ${tokens.colorNeutralForeground3}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  here: {
    border: `2px solid ${tokens.colorPaletteLightGreenForeground3}`,
    backgroundColor: tokens.colorPaletteLightGreenForeground3,
  },
});

export function Face({ person, isHere }: { readonly person: Person; readonly isHere: boolean }) {
  const styles = useStyles();
  const say = useSay();
  return (
    <span className={styles.face}>
      <span aria-hidden className={mergeClasses(styles.face, styles.initials, styles[person.role])}>
        {initialsOf(person.name)}
      </span>
      <span
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn by its style: there is no file to show
        role="img"
        aria-label={isHere ? say('here') : say('not here')}
        className={mergeClasses(styles.dot, isHere && styles.here)}
      />
    </span>
  );
}

/** Of the first and the last name, whatever the script; what stands in brackets is no name. */
export function initialsOf(name: string): string {
  const names = name
    .replaceAll(/[([{][^)\]}]*[)\]}]/g, ' ')
    .split(/\s+/u)
    .filter((each) => /^\p{L}/u.test(each));
  const [first, last] = [names.at(0), names.length > 1 ? names.at(-1) : undefined];
  return [first, last]
    .map((each) => Array.from(each ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
