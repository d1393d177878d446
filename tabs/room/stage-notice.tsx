/** Where the meeting stands, when that changes what can be done here. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarAdd20Regular, Info16Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import type { MeetingStage } from '../../shared/room/contract.ts';
import { useSay } from '../language/language-context.ts';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  icon: { display: 'flex', color: tokens.colorBrandForeground1 },
  next: { gridColumn: '2', justifySelf: 'start' },
});

export const StageNotice = memo(function StageNotice({
  stage,
  onPrepareNext,
}: {
  readonly stage: MeetingStage;
  readonly onPrepareNext: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  if (stage === 'running') return null;
  return (
    <div className={styles.notice}>
      <span className={styles.icon} aria-hidden>
        <Info16Regular />
      </span>
      <Caption1>
        {stage === 'planned'
          ? say('Prepare together. What you add is on the agenda when the meeting starts.')
          : say('This 1:1 has ended. The recap is in the chat.')}
      </Caption1>
      {stage === 'ended' && (
        <Button
          className={styles.next}
          appearance="primary"
          size="small"
          icon={<CalendarAdd20Regular />}
          onClick={onPrepareNext}
        >
          {say('Prepare the next 1:1')}
        </Button>
      )}
    </div>
  );
});
