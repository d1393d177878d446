/** The dark stage of the meeting: the people in it, what stands with it, and captions. */
import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import type { Scene } from '../contract.ts';
import type { Speakers } from './hearing.ts';
import type { Look } from './look.ts';
import { linesAt } from './sample-conversation.ts';
import { Tile } from './tile.tsx';

const useStyles = makeStyles({
  stage: { minWidth: 0, minHeight: 0, containerType: 'size' },
  provider: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    height: '100%',
    backgroundColor: 'transparent',
  },
  tiles: {
    flexGrow: 1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridAutoRows: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    minHeight: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@container (aspect-ratio > 1.3)': {
      gridAutoFlow: 'column',
      gridTemplateColumns: 'none',
      gridAutoColumns: 'minmax(0, 1fr)',
    },
  },
  caption: {
    display: 'grid',
    placeContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '52px',
    margin: 0,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: '#242424',
    color: '#ffffff',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'center',
  },
});

export interface StageProps {
  readonly scene: Scene;
  readonly look: Look;
  readonly speaks: Speakers;
  /** Milliseconds into the sample conversation; undefined when it does not play. */
  readonly sampleAt: number | undefined;
}

export function Stage({ scene, look, speaks, sampleAt }: StageProps) {
  const styles = useStyles();
  const joined = scene.stage === 'running';
  return (
    <section className={styles.stage} aria-label="Meeting stage">
      <FluentProvider
        className={styles.provider}
        theme={look === 'contrast' ? teamsHighContrastTheme : teamsLightTheme}
      >
        <ul className={styles.tiles}>
          <Tile who="ana" name={scene.people.ana} speaking={speaks.ana} joined={joined} />
          <Tile who="ben" name={scene.people.ben} speaking={speaks.ben} joined={joined} />
          {scene.thirdPerson && (
            <Tile who="cleo" name={scene.people.cleo} speaking={false} joined={joined} />
          )}
        </ul>
        <Caption scene={scene} sampleAt={sampleAt} />
      </FluentProvider>
    </section>
  );
}

function Caption({ scene, sampleAt }: Pick<StageProps, 'scene' | 'sampleAt'>) {
  const styles = useStyles();
  if (sampleAt !== undefined) {
    const line = linesAt(sampleAt).at(-1);
    return (
      <p className={styles.caption}>
        {line && (
          <span>
            <strong>{scene.people[line.by].split(' ')[0]}</strong> {line.text}
          </span>
        )}
      </p>
    );
  }
  if (scene.stage === 'running') return null;
  return (
    <p className={styles.caption}>
      {scene.stage === 'planned'
        ? 'Nobody has joined yet. Start meeting begins the call.'
        : 'The call has ended. Next meeting begins the one a week later.'}
    </p>
  );
}
