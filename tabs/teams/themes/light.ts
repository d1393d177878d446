/** Teams in its light theme. */
import { teamsLightTheme } from '@fluentui/react-components';
import { scalable } from '../scalable-theme.ts';

export const look = { theme: scalable(teamsLightTheme), scheme: 'light' } as const;
