/** What the pair lets this meeting lean to. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { leanNames, leans, type Lean } from '../../shared/agenda/rhythm.ts';
import { useSay } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { RoomEdits } from '../room/live-room.ts';
import { lazyPart } from '../lazy-part.ts';

const LeanMenuItems = lazyPart(async () => ({
  default: (await import('./lean-menu-items.tsx')).LeanMenuItems,
}));

const useStyles = makeStyles({
  button: {
    minWidth: 'auto',
    minHeight: '24px',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightRegular,
  },
});

export const LeanMenu = memo(function LeanMenu({
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
  const say = useSay();
  return (
    <MenuButton
      className={styles.button}
      appearance="subtle"
      hasChevron
      disabledFocusable={edits === undefined}
      title={because ?? say('You chose this for this meeting.')}
      checkedValues={{ lean: [lean] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = leans.find((each) => each === checkedItems[0]);
        if (chosen !== undefined) edits?.leanTo(chosen);
      }}
      items={<LeanMenuItems because={because} />}
    >
      {say('Lean: {lean}', { lean: leanNames(say)[lean] })}
    </MenuButton>
  );
});
