/** The outline of what is on its way. */
import { unseenStyle } from './unseen-style.ts';
import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  unseen: unseenStyle,
  page: { padding: tokens.spacingHorizontalM },
  outline: { display: 'grid', rowGap: tokens.spacingVerticalM },
  people: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: tokens.spacingHorizontalM },
});

export function PanelSkeleton({ title = 'Opening your 1:1' }: { readonly title?: string }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.unseen}>{title}</h1>
      <Skeleton aria-label={title} className={styles.outline}>
        <SkeletonItem size={20} />
        <div className={styles.people}>
          <SkeletonItem size={32} />
          <SkeletonItem size={32} />
        </div>
        <SkeletonItem size={32} />
        <SkeletonItem size={96} />
        <SkeletonItem size={96} />
        <SkeletonItem size={96} />
      </Skeleton>
    </main>
  );
}
