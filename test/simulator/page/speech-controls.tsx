/** The controls of who speaks: by hand, by script, and how late clients notice the end of it. */
import { Input, ProgressBar, Tooltip, makeStyles, tokens, useId } from '@fluentui/react-components';
import { Mic20Filled, Mic20Regular, Play20Regular, Stop20Regular } from '@fluentui/react-icons';
import type { PairKey } from '../contract.ts';
import { ControlButton, ControlToggle } from './control-button.tsx';
import { ControlGroup } from './control-group.tsx';
import { scriptMs, trueShareOfBen } from './sample-conversation.ts';
import type { Speech } from './use-speech.ts';

const longestHangOverMs = 10_000;

const useStyles = makeStyles({
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  number: { width: '76px' },
  sample: { position: 'relative' },
  progress: { position: 'absolute', insetInline: '4px', bottom: '1px', width: 'auto' },
});

const pair = ['ana', 'ben'] as const;

export function SpeechControls(props: {
  readonly firstNames: Readonly<Record<PairKey, string>>;
  readonly speech: Speech;
}) {
  const styles = useStyles();
  const hangOverId = useId('hang-over');
  const { firstNames, speech } = props;
  const { at, play, stop } = speech.playback;
  return (
    <ControlGroup caption={at === undefined ? 'Speech' : sampleCaption(at, firstNames.ben)}>
      {pair.map((who) => (
        <ControlToggle
          key={who}
          name={`${firstNames[who]} speaks`}
          on={speech.speaks[who]}
          icon={speech.speaks[who] ? <Mic20Filled /> : <Mic20Regular />}
          onToggle={(on) => speech.setSpeaks(who, on)}
        />
      ))}
      <div className={styles.sample}>
        <ControlButton
          name={at === undefined ? 'Play sample conversation' : 'Stop sample conversation'}
          icon={at === undefined ? <Play20Regular /> : <Stop20Regular />}
          onPress={at === undefined ? play : stop}
        />
        {at !== undefined && (
          <ProgressBar
            className={styles.progress}
            value={at / scriptMs}
            aria-label="Sample conversation"
          />
        )}
      </div>
      <Tooltip
        relationship="description"
        content="How long a client goes on reporting speech after it has ended"
      >
        <div className={styles.field}>
          <label htmlFor={hangOverId}>Hang-over (ms)</label>
          <Input
            id={hangOverId}
            className={styles.number}
            size="small"
            type="number"
            min={0}
            max={longestHangOverMs}
            step={100}
            value={String(speech.hangOverMs)}
            onChange={(_, { value }) =>
              speech.setHangOver(Math.min(longestHangOverMs, Math.max(0, Number(value) || 0)))
            }
          />
        </div>
      </Tooltip>
    </ControlGroup>
  );
}

function sampleCaption(at: number, ben: string): string {
  const seconds = Math.floor(at / 1000);
  const share = Math.round(trueShareOfBen(at) * 100);
  return `Speech: ${seconds} of ${scriptMs / 1000} seconds, ${ben} really spoke ${share} %`;
}
