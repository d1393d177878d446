/** Says what is wrong with the room at the moment, and what the two can do. */
import { Caption1, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { DatabaseWarning20Regular } from '@fluentui/react-icons';
import { memo, useEffect } from 'react';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { tooLate } from './connection-status.tsx';
import type { Notice } from './live-room.ts';

const useStyles = makeStyles({
  note: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  icon: { display: 'flex', color: tokens.colorStatusWarningForeground3 },
});

export const RoomNote = memo(function RoomNote({
  notice,
}: {
  readonly notice: Notice | undefined;
}) {
  const styles = useStyles();
  const say = useSay();
  const text = notice && noticeText(say, notice);
  const { announce } = useAnnounce();
  useEffect(() => {
    if (text !== undefined) announce(text, { alert: true });
  }, [announce, text]);
  if (text === undefined) return null;
  return (
    <div className={styles.note}>
      <span className={styles.icon} aria-hidden>
        <DatabaseWarning20Regular />
      </span>
      <Caption1>{text}</Caption1>
    </div>
  );
});

function noticeText(say: Say, notice: Notice): string {
  switch (notice.kind) {
    case 'not-kept':
      return say('{why} Keep this panel open.', { why: notice.why });
    case 'too-late':
      return tooLate(say);
    case 'other-version':
      return say(
        'Evenhand is being updated, and this panel does not fit the room yet. Everything that was saved is safe. Close the panel and open it again in a few minutes.',
      );
  }
}
