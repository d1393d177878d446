/** Teams in high contrast. */
import { teamsHighContrastTheme } from '@fluentui/react-components';
import { scalable } from '../scalable-theme.ts';

export const look = { theme: scalable(teamsHighContrastTheme), scheme: 'dark' } as const;
