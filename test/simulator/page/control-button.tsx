/** The buttons of the control bar: those that do something once, and those that stay pressed. */
import { Button, ToggleButton, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    height: '28px',
    paddingInline: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
});

export function ControlButton(props: {
  readonly name: string;
  /** Only the icon is shown, the name on hovering. */
  readonly iconOnly?: boolean;
  /** What one would probably do next. */
  readonly next?: boolean;
  readonly icon: JSX.Element;
  onPress(): void;
}) {
  const styles = useStyles();
  const button = (
    <Button
      className={styles.button}
      size="small"
      appearance={props.next ? 'primary' : 'secondary'}
      icon={props.icon}
      onClick={props.onPress}
    >
      {props.iconOnly ? undefined : props.name}
    </Button>
  );
  return props.iconOnly ? (
    <Tooltip relationship="label" content={props.name}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}

export function ControlToggle(props: {
  /** The whole accessible name; what is shown is a part of it. */
  readonly name: string;
  readonly shown?: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly icon: JSX.Element;
  onToggle(on: boolean): void;
}) {
  const styles = useStyles();
  const button = (
    <ToggleButton
      className={styles.button}
      size="small"
      checked={props.on}
      icon={props.icon}
      aria-label={props.name}
      onClick={() => props.onToggle(!props.on)}
    >
      {props.shown ?? props.name}
    </ToggleButton>
  );
  return props.hint ? (
    <Tooltip relationship="description" content={props.hint}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
