/** A titled group of the control bar, and the row within it. */
import { makeStyles, tokens, useId } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: '3px',
    minInlineSize: 0,
    margin: 0,
    paddingBlock: '5px 6px',
    paddingInline: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  caption: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightSemibold,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
});

export function ControlGroup(props: { readonly caption: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const id = useId('group');
  return (
    <fieldset className={styles.group} aria-labelledby={id}>
      <span className={styles.caption} id={id}>
        {props.caption}
      </span>
      <div className={styles.row}>{props.children}</div>
    </fieldset>
  );
}
