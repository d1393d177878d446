/** One's own role, with a quiet way for the pair to swap. */
import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { roles } from '../../shared/people/person.ts';
import type { Person, Role } from '../../shared/people/person.ts';
import { roleNames } from './role-names.ts';

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
  return (
    <Menu
      checkedValues={{ role: [me.role] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const role = roles.find((each) => each === checkedItems[0]);
        if (role !== undefined && role !== me.role) onChoose(role);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="transparent"
          size="small"
          aria-label={`Your role: ${roleNames[me.role]}`}
          disabledFocusable={isSwapping}
        >
          {roleNames[me.role]}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Your role in this 1:1</MenuGroupHeader>
            {roles.map((role) => (
              <MenuItemRadio
                key={role}
                name="role"
                value={role}
                {...(role === me.role
                  ? {}
                  : { subText: `Swap roles: ${other.name} becomes the ${me.role}` })}
              >
                {roleNames[role]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
