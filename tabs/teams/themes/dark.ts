/** Teams in its dark theme. */
import { teamsDarkTheme } from '@fluentui/react-components';
import { scalable } from '../scalable-theme.ts';

export const look = { theme: scalable(teamsDarkTheme), scheme: 'dark' } as const;
