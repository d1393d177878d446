/** The scrolling part of the chat; it stays at its newest message unless somebody has scrolled away. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  log: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  messages: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
});

/** So far from the end still counts as being at the end, in pixels. */
const slack = 40;

export function MessageLog({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const log = useRef<HTMLDivElement>(null);
  const messages = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const [outer, inner] = [log.current, messages.current];
    if (!outer || !inner) return undefined;
    let atEnd = true;
    let lastTop = 0;
    // Growth may come between a scroll and its event: only upwards is somebody's own wish.
    const onScroll = (): void => {
      const near = outer.scrollHeight - outer.scrollTop - outer.clientHeight < slack;
      if (near || outer.scrollTop < lastTop) atEnd = near;
      lastTop = outer.scrollTop;
    };
    const growing = new ResizeObserver(() => {
      if (atEnd) outer.scrollTo({ top: outer.scrollHeight });
    });
    outer.addEventListener('scroll', onScroll, { passive: true });
    growing.observe(inner);
    growing.observe(outer);
    return () => {
      outer.removeEventListener('scroll', onScroll);
      growing.disconnect();
    };
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by keyboard too
    <div className={styles.log} ref={log} role="log" aria-label="Messages" tabIndex={0}>
      <div className={styles.messages} ref={messages}>
        {children}
      </div>
    </div>
  );
}
