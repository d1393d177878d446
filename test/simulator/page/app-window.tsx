/** The window in which one person's Teams shows the app: its name, and whose Teams it is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { windowStyles } from './window-styles.ts';

const useStyles = makeStyles({
  ...windowStyles,
  glyph: {
    display: 'grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
  },
  whose: {
    marginInlineStart: 'auto',
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  body: { position: 'relative', flexGrow: 1, minHeight: 0 },
});

export function AppWindow({
  firstName,
  name,
  children,
}: {
  readonly firstName: string;
  /** What the region is called. */
  readonly name: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <section className={styles.window} aria-label={name}>
      <header className={styles.bar}>
        <span className={styles.glyph} aria-hidden>
          E
        </span>
        Evenhand
        <span className={styles.whose}>{firstName}&apos;s Teams</span>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
