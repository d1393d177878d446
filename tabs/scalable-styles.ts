/** Lets Fluent's controls of a fixed height grow with the reader's text size. */
import { makeStyles } from '@fluentui/react-components';

export const useScalableStyles = makeStyles({
  badge: { height: 'auto', minHeight: '20px' },
  select: { minWidth: 0, '& select': { height: 'auto', minHeight: '32px' } },
  smallSelect: { minWidth: 0, '& select': { height: 'auto', minHeight: '24px' } },
});
