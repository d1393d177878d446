/** Everything of the 1:1 as a file: to read, or for another program. */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';
import { roomTitle } from '../room/room-title.ts';
import { fileName, saveFile } from './save-file.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function ExportButtons({ room }: { readonly room: SteadyRoom }) {
  const styles = useStyles();
  const say = useSay();
  const [said, setSaid] = useState<'saved' | 'failed' | undefined>();

  async function save(format: 'json' | 'markdown'): Promise<void> {
    const asked = await room.series.exportAll();
    setSaid(asked.kind === 'answered' ? 'saved' : 'failed');
    if (asked.kind !== 'answered') return;
    const name = fileName(roomTitle(say, room));
    if (format === 'json') saveFile(`${name}.json`, asked.value.json, 'application/json');
    else saveFile(`${name}.md`, asked.value.markdown, 'text/markdown');
  }

  return (
    <>
      <Caption1>
        {say(
          'All agendas, recaps, outcomes with their history, talk totals and templates, and the private notes that are yours.',
        )}
      </Caption1>
      <div className={styles.buttons}>
        <Button icon={<ArrowDownload20Regular />} onClick={() => void save('markdown')}>
          {say('Markdown')}
        </Button>
        <Button icon={<ArrowDownload20Regular />} onClick={() => void save('json')}>
          {say('JSON')}
        </Button>
      </div>
      <output>
        {said === 'saved' && <Caption1 block>{say('Your copy is downloading.')}</Caption1>}
      </output>
      {said === 'failed' && (
        <FailureLine>
          {say('The copy could not be made just now. Try again in a moment.')}
        </FailureLine>
      )}
    </>
  );
}
