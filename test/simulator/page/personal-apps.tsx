/** The app as it stands in people's own Teams, outside any meeting: My 1:1s. */
import { makeStyles } from '@fluentui/react-components';
import type { Cast, PersonKey } from '../contract.ts';
import { AppFrame, contextOf } from './app-frame.tsx';
import { AppWindow } from './app-window.tsx';
import type { Look } from './look.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    gap: '8px',
    minWidth: 0,
    minHeight: 0,
  },
});

export function PersonalApps({
  of,
  cast,
  look,
  onLink,
}: {
  readonly of: readonly PersonKey[];
  readonly cast: Cast;
  readonly look: Look;
  onLink(who: PersonKey, url: string): void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {of.map((who) => {
        const [firstName = who] = cast.people[who].name.split(' ');
        return (
          <AppWindow key={who} firstName={firstName} name={`${firstName}'s own Teams`}>
            <AppFrame
              who={who}
              title={`${firstName}'s My 1:1s`}
              look={look}
              context={(theme) => ({
                ...contextOf(cast, who, theme),
                entityId: 'my-one-on-ones',
                frameContext: 'content',
              })}
              onHost={() => undefined}
              onLink={(url) => onLink(who, url)}
            />
          </AppWindow>
        );
      })}
    </div>
  );
}
