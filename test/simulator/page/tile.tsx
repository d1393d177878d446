/** One person in the meeting, as a video tile: who it is, and whether they speak. */
import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Mic16Filled, Mic16Regular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  tile: {
    position: 'relative',
    display: 'grid',
    placeItems: 'center',
    minWidth: 0,
    minHeight: 0,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    transition: 'box-shadow 120ms ease-out',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  ana: { backgroundImage: 'radial-gradient(120% 130% at 30% 10%, #51486f, #2a2740 70%)' },
  ben: { backgroundImage: 'radial-gradient(120% 130% at 70% 10%, #2f5b63, #1c3238 70%)' },
  cleo: { backgroundImage: 'radial-gradient(120% 130% at 50% 10%, #6b4a3a, #33241d 70%)' },
  away: { filter: 'saturate(0.35) brightness(0.72)' },
  speaking: { boxShadow: 'inset 0 0 0 3px #8b91f7' },
  avatar: {
    borderRadius: '50%',
    transition: 'box-shadow 120ms ease-out',
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  ring: { boxShadow: '0 0 0 4px #8b91f7, 0 0 0 9px rgb(139 145 247 / 35%)' },
  name: {
    position: 'absolute',
    insetInlineStart: tokens.spacingHorizontalS,
    bottom: tokens.spacingVerticalS,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: 'calc(100% - 32px)',
    paddingBlock: '2px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'rgb(0 0 0 / 62%)',
    color: '#ffffff',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
});

export interface TileProps {
  readonly who: 'ana' | 'ben' | 'cleo';
  readonly name: string;
  readonly speaking: boolean;
  readonly joined: boolean;
}

export function Tile({ who, name, speaking, joined }: TileProps) {
  const styles = useStyles();
  return (
    <li
      className={mergeClasses(
        styles.tile,
        styles[who],
        !joined && styles.away,
        speaking && styles.speaking,
      )}
    >
      <div className={mergeClasses(styles.avatar, speaking && styles.ring)}>
        <Avatar name={name} size={96} color={avatarColors[who]} aria-hidden />
      </div>
      <div className={styles.name}>
        {speaking ? <Mic16Filled aria-hidden /> : <Mic16Regular aria-hidden />}
        {name}
        <span className="sr-only">
          {speaking ? ' is speaking' : joined ? '' : ' has not joined'}
        </span>
      </div>
    </li>
  );
}

const avatarColors = { ana: 'lavender', ben: 'teal', cleo: 'peach' } as const;
