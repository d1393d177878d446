/** What the pair lets this meeting lean to. */
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
import { leanNames, leans, type Lean } from '../../shared/agenda/rhythm.ts';
import type { RoomEdits } from '../room/live-room.ts';

const meanings: Readonly<Record<Lean, string>> = {
  delivery: 'Results, and what is in their way',
  reflection: 'Feedback, and how you both are',
  development: 'Growing, and where it leads',
  open: 'Whatever comes up',
};

const useStyles = makeStyles({
  button: {
    minWidth: 'auto',
    minHeight: '24px',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightRegular,
  },
});

export function LeanMenu({
  lean,
  because,
  edits,
}: {
  readonly lean: Lean;
  /** Why it is offered, while nobody has chosen. */
  readonly because: string | undefined;
  readonly edits: RoomEdits | undefined;
}) {
  const styles = useStyles();
  return (
    <Menu
      checkedValues={{ lean: [lean] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = leans.find((each) => each === checkedItems[0]);
        if (chosen !== undefined) edits?.leanTo(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles.button}
          appearance="subtle"
          size="small"
          disabledFocusable={edits === undefined}
          aria-label={`Lean of this meeting: ${leanNames[lean]}`}
          title={because ?? 'You chose this for this meeting.'}
        >
          {lean === 'open' ? 'Open talk' : `Leans to ${leanNames[lean].toLowerCase()}`}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{because ?? 'This meeting leans to'}</MenuGroupHeader>
            {leans.map((each) => (
              <MenuItemRadio key={each} name="lean" value={each} subText={meanings[each]}>
                {leanNames[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
