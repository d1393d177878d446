/** A button that stays pressed while what it stands for holds. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';

// Fluent's own toggle button has the look of every appearance in every state: a tenth of a panel.
const useStyles = makeStyles({
  pressed: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1Selected}`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
    },
  },
});

export function PressedButton({
  isPressed,
  className,
  ...button
}: {
  readonly isPressed: boolean;
  readonly children: ReactNode;
  readonly className: string;
  readonly disabledFocusable?: boolean;
  readonly onClick: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const styles = useStyles();
  return (
    <Button
      {...button}
      size="small"
      aria-pressed={isPressed}
      className={mergeClasses(isPressed && styles.pressed, className)}
    />
  );
}
