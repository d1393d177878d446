/** What else can be done with the whole agenda. */
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../language/language-context.ts';
import { MenuButton } from '../menu/menu-button.tsx';
import type { LiveRoom } from '../room/live-room.ts';
import { lazyPart } from '../lazy-part.ts';

const AgendaOptionsItems = lazyPart(async () => ({
  default: (await import('./agenda-options-items.tsx')).AgendaOptionsItems,
}));
const TemplatesDialog = lazyPart(async () => ({
  default: (await import('./templates-dialog.tsx')).TemplatesDialog,
}));
const FinishedDialog = lazyPart(async () => ({
  default: (await import('./finished-dialog.tsx')).FinishedDialog,
}));
const PatienceDialog = lazyPart(async () => ({
  default: (await import('./patience-dialog.tsx')).PatienceDialog,
}));
const ShortcutsDialog = lazyPart(async () => ({
  default: (await import('../shortcuts-dialog.tsx')).ShortcutsDialog,
}));

export type Shown = 'templates' | 'finished' | 'patience' | 'shortcuts';

/** Long enough to read a short sentence twice. */
const noticeMs = 6_000;

const useStyles = makeStyles({
  notice: { flexBasis: '100%', color: tokens.colorNeutralForeground3, textAlign: 'right' },
});

export function AgendaOptions({
  room,
  asksWording,
  askWording,
}: {
  readonly room: LiveRoom;
  readonly asksWording: boolean;
  readonly askWording: (wanted: boolean) => void;
}) {
  const styles = useStyles();
  const language = useLanguage();
  const { say } = language;
  const place = useRef<HTMLSpanElement>(null);
  const [notice, setNotice] = useNotice();
  const [shown, setShown] = useState<Shown | undefined>();
  useHelpKey(() => setShown('shortcuts'));
  const close = () => {
    setShown(undefined);
    // The menu that opened the dialog is gone, and with it the place that had the focus.
    place.current?.querySelector('button')?.focus();
  };
  const { edits } = room;

  async function exportTo(place: 'clipboard' | 'file'): Promise<void> {
    const { copyAgenda, downloadAgenda } = await import('./export-agenda.ts');
    if (place === 'file') downloadAgenda(room, language);
    else
      setNotice(
        (await copyAgenda(room, language))
          ? say('Copied as Markdown.')
          : say('Teams does not let the panel copy. Download it instead.'),
      );
  }

  return (
    <>
      <span ref={place}>
        <MenuButton
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={say('Agenda options')}
          title={say('Agenda options')}
          checkedValues={{ wording: asksWording ? ['on'] : [] }}
          onCheckedValueChange={(_, { checkedItems }) => askWording(checkedItems.includes('on'))}
          items={
            <AgendaOptionsItems
              isLive={edits !== undefined}
              show={setShown}
              exportTo={(place) => void exportTo(place)}
            />
          }
        />
      </span>
      <output className={styles.notice}>
        {notice !== undefined && <Caption1>{notice}</Caption1>}
      </output>
      {shown !== undefined && (
        <Suspense fallback={null}>
          {shown === 'templates' && <TemplatesDialog room={room} onClose={close} />}
          {shown === 'finished' && <FinishedDialog room={room} onClose={close} />}
          {shown === 'patience' && <PatienceDialog room={room} onClose={close} />}
          {shown === 'shortcuts' && <ShortcutsDialog onClose={close} />}
        </Suspense>
      )}
    </>
  );
}

/** What was just done, for a moment. */
function useNotice() {
  const [notice, setNotice] = useState<string | undefined>();
  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => setNotice(undefined), noticeMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice] as const;
}

/** `?`, wherever nobody is typing. */
function useHelpKey(help: () => void): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (
        target instanceof Element &&
        target.closest('input, textarea, select, dialog, [role=menu]')
      )
        return;
      event.preventDefault();
      help();
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  });
}
