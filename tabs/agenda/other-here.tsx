/** That the other is at this topic right now, or typing in it. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Edit16Regular, Eye16Regular } from '@fluentui/react-icons';
import { createContext, useContext } from 'react';
import { useSay } from '../language/language-context.ts';

export interface OtherAt {
  readonly topicId: string;
  readonly isTyping: boolean;
  readonly name: string;
}

export const OtherAtContext = createContext<OtherAt | undefined>(undefined);

const useStyles = makeStyles({
  here: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '2px',
    color: tokens.colorBrandForeground1,
  },
  icon: { display: 'flex' },
});

export function OtherHere({ topicId }: { readonly topicId: string }) {
  const styles = useStyles();
  const say = useSay();
  const at = useContext(OtherAtContext);
  if (at?.topicId !== topicId) return null;
  return (
    <Caption1 className={styles.here}>
      <span className={styles.icon} aria-hidden>
        {at.isTyping ? <Edit16Regular /> : <Eye16Regular />}
      </span>
      {at.isTyping
        ? say('{name} is typing', { name: at.name })
        : say('{name} is here', { name: at.name })}
    </Caption1>
  );
}
