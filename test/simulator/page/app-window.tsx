/** The window in which one person's Teams shows the app: its name, and whose Teams it is. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  column: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow8,
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    height: '40px',
    paddingInline: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
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
    <section className={styles.column} aria-label={name}>
      <header className={styles.header}>
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
