/** One's own role, with a quiet way for the pair to swap. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { roles } from '../../shared/people/person.ts';
import type { Person, Role } from '../../shared/people/person.ts';
import { useSay } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import { roleNames } from './role-names.ts';
import { lazyPart } from '../lazy-part.ts';

const RoleMenuItems = lazyPart(async () => ({
  default: (await import('./role-menu-items.tsx')).RoleMenuItems,
}));

const useStyles = makeStyles({
  button: {
    minWidth: 'auto',
    minHeight: '24px',
    marginTop: '-3px',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});

export function RoleMenu({
  me,
  other,
  isSwapping,
  onChoose,
}: {
  readonly me: Person;
  readonly other: Person;
  readonly isSwapping: boolean;
  readonly onChoose: (role: Role) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  return (
    <MenuButton
      className={styles.button}
      appearance="transparent"
      hasChevron
      aria-label={say('Your role: {role}', { role: roleNames(say)[me.role] })}
      disabledFocusable={isSwapping}
      checkedValues={{ role: [me.role] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const role = roles.find((each) => each === checkedItems[0]);
        if (role !== undefined && role !== me.role) onChoose(role);
      }}
      items={<RoleMenuItems me={me} other={other} />}
    >
      {roleNames(say)[me.role]}
    </MenuButton>
  );
}
