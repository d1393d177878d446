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
import { useState } from 'react';
import type { FormEvent } from 'react';
import {
  templateFromTopics,
  templateNameLimit,
  type Template,
} from '../../shared/agenda/templates.ts';
import { templates } from '../../shared/agenda/templates-bank.ts';
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
  failure: { color: tokens.colorStatusDangerForeground1 },
});

export function TemplatesDialog({
  room,
  onClose,
}: {
  readonly room: LiveRoom;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { agenda, edits, state } = room;
  const [answer, setAnswer] = useAsked(agenda.templates);
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | undefined>();
  const saved = answer?.kind === 'answered' ? answer.value.templates : [];

  function apply(template: Template): void {
    const count = edits?.applyTemplate(template) ?? 0;
    announce(
      count === 1
        ? 'One topic added. Undo takes it back.'
        : `${count} topics added. Undo takes them back.`,
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
          : 'That could not be saved. Try again in a moment.',
    );
    return asked.kind === 'answered';
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const template = templateFromTopics(state.topics, { id: crypto.randomUUID(), name });
    if (template === undefined) {
      setFailure(
        name.trim() === ''
          ? 'Give the template a name first.'
          : 'Put a topic on the agenda first: an empty template has nothing to add.',
      );
      return;
    }
    if (await change(agenda.saveTemplate(template))) setName('');
  }

  return (
    <PanelDialog title="Templates" onClose={onClose}>
      <ul className={styles.list} aria-label="Templates">
        {[...saved, ...templates].map((template) => (
          <li key={template.id} className={styles.template} aria-label={template.name}>
            <span className={styles.words}>
              <Text size={300} weight="semibold">
                {template.name}
              </Text>
              <Caption1 className={styles.about}>{aboutTemplate(template)}</Caption1>
            </span>
            <Button
              size="small"
              aria-label={`Use ${template.name}`}
              disabledFocusable={edits === undefined}
              onClick={() => apply(template)}
            >
              Use
            </Button>
            {saved.includes(template) && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Delete16Regular />}
                aria-label={`Remove ${template.name}`}
                title="Remove"
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
          aria-label="Name of the template"
          placeholder="Save this agenda as…"
          autoComplete="off"
          data-draft=""
        />
        <Button type="submit">Save</Button>
      </form>
      <Caption1 className={styles.about}>
        Saved for both of you: titles, elements and minutes, nothing that was said.
      </Caption1>
      {failure !== undefined && (
        <Caption1 role="alert" className={styles.failure}>
          {failure}
        </Caption1>
      )}
    </PanelDialog>
  );
}

function aboutTemplate({ topics }: Template): string {
  const minutes = topics.reduce((sum, { plannedMinutes }) => sum + (plannedMinutes ?? 0), 0);
  return [
    topics.length === 1 ? '1 topic' : `${topics.length} topics`,
    ...(minutes === 0 ? [] : [`${minutes} min`]),
  ].join(' · ');
}
