/** Agendas to start from: ours, and those that the pair saved. */
import {
  Button,
  Caption1,
  Input,
  Text,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import {
  templateFromTopics,
  templateNameLimit,
  type Template,
} from '../../shared/agenda/templates.ts';
import { templates } from '../../shared/agenda/templates-bank.ts';
import type { Say } from '../../shared/language/say.ts';
import { FailureLine } from '../failure-line.tsx';
import { useSay } from '../language/language-context.ts';
import { PanelDialog } from '../panel-dialog.tsx';
import type { LiveRoom } from '../room/live-room.ts';
import { useAsked } from '../use-asked.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: '""',
    margin: 0,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  template: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
  words: { display: 'grid', overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground3 },
  save: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, flexBasis: '10rem', minWidth: 0 },
});

export function TemplatesDialog({
  room,
  onClose,
}: {
  readonly room: LiveRoom;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const { announce } = useAnnounce();
  const { agenda, edits, state } = room;
  const [answer, setAnswer] = useAsked(agenda.templates);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | undefined>();
  const ours = useMemo(() => templates(say), [say]);
  const saved = answer?.kind === 'answered' ? answer.value.templates : [];

  function apply(template: Template): void {
    const count = edits?.applyTemplate(template) ?? 0;
    announce(
      say(
        '{count, plural, one {One topic added. Undo takes it back.} other {# topics added. Undo takes them back.}}',
        { count },
      ),
    );
    onClose();
  }

  async function change(asking: ReturnType<typeof agenda.templates>): Promise<boolean> {
    const asked = await asking;
    if (asked.kind === 'answered') setAnswer(asked);
    setFailure(
      asked.kind === 'answered'
        ? undefined
        : asked.kind === 'refused'
          ? asked.refusal.message
          : say('That could not be saved. Try again in a moment.'),
    );
    return asked.kind === 'answered';
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const template = templateFromTopics(state.topics, { id: crypto.randomUUID(), name });
    if (template === undefined) {
      setFailure(
        name.trim() === ''
          ? say('Give the template a name first.')
          : say('Put a topic on the agenda first: an empty template has nothing to add.'),
      );
      return;
    }
    if (await change(agenda.saveTemplate(template))) setName('');
  }

  return (
    <PanelDialog title={say('Templates')} onClose={onClose}>
      <ul className={styles.list} aria-label={say('Templates')}>
        {[...saved, ...ours].map((template) => (
          <li key={template.id} className={styles.template} aria-label={template.name}>
            <span className={styles.words}>
              <Text size={300} weight="semibold" dir="auto">
                {template.name}
              </Text>
              <Caption1 className={styles.about}>{aboutTemplate(say, template)}</Caption1>
            </span>
            <Button
              size="small"
              aria-label={say('Use {name}', { name: template.name })}
              disabledFocusable={edits === undefined}
              onClick={() => apply(template)}
            >
              {say('Use')}
            </Button>
            {saved.includes(template) && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={say('Remove {name}', { name: template.name })}
                title={say('Remove')}
                onClick={() => void change(agenda.removeTemplate(template.id))}
              />
            )}
          </li>
        ))}
      </ul>
      <form className={styles.save} onSubmit={(event) => void save(event)}>
        <Input
          className={styles.name}
          value={name}
          maxLength={templateNameLimit}
          onChange={(_, { value }) => {
            setName(value);
            setFailure(undefined);
          }}
          aria-label={say('Name of the template')}
          placeholder={say('Save this agenda as…')}
          dir={name === '' ? undefined : 'auto'}
          autoComplete="off"
          data-draft=""
        />
        <Button type="submit">{say('Save')}</Button>
      </form>
      <Caption1 className={styles.about}>
        {say('Saved for both of you: titles, elements and minutes, nothing that was said.')}
      </Caption1>
      {failure !== undefined && <FailureLine>{failure}</FailureLine>}
    </PanelDialog>
  );
}

function aboutTemplate(say: Say, { topics }: Template): string {
  const minutes = topics.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  return [
    say('{count, plural, one {# topic} other {# topics}}', { count: topics.length }),
    ...(minutes === 0 ? [] : [say('{count, number} min', { count: minutes })]),
  ].join(' · ');
}
