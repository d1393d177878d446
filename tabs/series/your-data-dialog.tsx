/** What is kept of this 1:1, to see, to take along, to keep for less long and to delete. */
import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { OwnData } from '../../shared/series/own-data.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import { PanelDialog } from '../panel-dialog.tsx';
import type { SteadyRoom } from '../room/live-room.ts';
import type { Asked } from '../room/server.ts';
import { useAsked } from '../use-asked.ts';
import { DataPart } from './data-part.tsx';
import { DeleteNotes } from './delete-notes.tsx';
import { DeleteSeries } from './delete-series.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { RetentionForm } from './retention-form.tsx';

const useStyles = makeStyles({
  line: { margin: 0 },
  deleted: { display: 'grid', justifyItems: 'start', rowGap: tokens.spacingVerticalM },
});

export function YourDataDialog({
  room,
  onClose,
}: {
  readonly room: SteadyRoom;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const { series } = room;
  const [answer, setAnswer] = useAsked(series.ownData);
  const [hasFailed, setHasFailed] = useState(false);

  /** What was not done leaves on screen what stands. */
  const take = useCallback(
    (asked: Asked<OwnData>) => {
      setHasFailed(asked.kind !== 'answered');
      if (asked.kind !== 'answered') return;
      setAnswer(asked);
      room.rememberDeletion(asked.value.kept?.deletion ?? null);
    },
    [room, setAnswer],
  );

  const kept = answer?.kind === 'answered' ? answer.value.kept : undefined;
  return (
    <PanelDialog title={say('Your data')} onClose={onClose}>
      {kept === null ? (
        <Deleted />
      ) : (
        <>
          <Body1 as="p" className={styles.line}>
            {say(
              'What the two of you write here belongs to the two of you. Nobody else can read it: no manager above, no HR, no administrator.',
            )}
          </Body1>
          {answer !== undefined && kept === undefined && (
            <FailureLine>
              {say(
                'What is kept could not be asked just now. Close this and open it again in a moment.',
              )}
            </FailureLine>
          )}
          {kept !== undefined && (
            <>
              <DataPart title={say('Take a copy')}>
                <ExportButtons room={room} />
              </DataPart>
              <DataPart title={say('How long it is kept')}>
                <RetentionForm kept={kept} choose={series.chooseRetention} onAnswer={take} />
              </DataPart>
              <DataPart title={say('Your private notes')}>
                <DeleteNotes
                  count={kept.privateNotes}
                  remove={series.deletePrivateNotes}
                  onAnswer={take}
                />
              </DataPart>
              <DataPart title={say('Delete this 1:1')}>
                <DeleteSeries
                  room={room}
                  deletion={kept.deletion}
                  choose={series.chooseDeletion}
                  onAnswer={take}
                />
              </DataPart>
            </>
          )}
          {hasFailed && (
            <FailureLine>
              {say('That did not reach Evenhand. Nothing was changed; try again in a moment.')}
            </FailureLine>
          )}
        </>
      )}
    </PanelDialog>
  );
}

function Deleted() {
  const styles = useStyles();
  const say = useSay();
  return (
    <output className={styles.deleted}>
      <Body1 as="p" className={styles.line}>
        {say(
          'Deleted. Nothing is kept of this 1:1 any more, and its recaps in the chat are emptied.',
        )}
      </Body1>
      <Button appearance="primary" onClick={() => window.location.reload()}>
        {say('Begin anew')}
      </Button>
    </output>
  );
}
