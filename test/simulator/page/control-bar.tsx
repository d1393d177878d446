/** What people and Teams do in this meeting, as buttons in groups. */
import { Select, makeStyles, tokens, useId } from '@fluentui/react-components';
import {
  ArrowClockwise20Regular,
  Call20Regular,
  CallEnd20Regular,
  Headphones20Regular,
  Next20Regular,
  PanelRight20Filled,
  PanelRight20Regular,
  PersonAdd20Regular,
  SlideText20Filled,
  SlideText20Regular,
  PersonAvailable20Filled,
  PersonBoard20Regular,
} from '@fluentui/react-icons';
import type { PairKey, PersonKey, Scene } from '../contract.ts';
import { ControlButton, ControlToggle } from './control-button.tsx';
import { ControlGroup } from './control-group.tsx';
import { LanguageSelect } from './language-select.tsx';
import { lookNamed, lookNames, looks } from './look.ts';
import type { Look } from './look.ts';
import { SpeechControls } from './speech-controls.tsx';
import type { Panels } from './use-panels.ts';
import type { Speech } from './use-speech.ts';
import type { Transcription } from './use-transcription.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'stretch',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
  },
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
});

export interface ControlBarProps {
  readonly firstNames: Readonly<Record<PairKey, string>>;
  readonly stage: Scene['stage'];
  readonly thirdPerson: boolean;
  readonly speech: Speech;
  readonly transcription: Transcription;
  readonly panels: Panels;
  /** Whose own page of all 1:1s is open. */
  readonly ownApps: readonly PersonKey[];
  readonly look: Look;
  onStart(): void;
  onEnd(): void;
  onNext(): void;
  onThirdPerson(present: boolean): void;
  onOwnApp(who: PersonKey, open: boolean): void;
  onLook(look: Look): void;
}

const pair = ['ana', 'ben'] as const;
const ownAppNames = { ana: 'Ana', ben: 'Ben', cleo: 'Cleo' } as const;
const everybody = ['ana', 'ben', 'cleo'] as const;

export function ControlBar(props: ControlBarProps) {
  const styles = useStyles();
  const lookId = useId('look');
  const { firstNames, stage, thirdPerson, speech, transcription, panels, look } = props;
  const isOpen = (who: PairKey): boolean => panels.of[who].stands === 'open';
  return (
    <section className={styles.bar} aria-label="What happens in the meeting">
      <ControlGroup caption="Meeting">
        <ControlButton
          name="Start meeting"
          next={stage === 'planned'}
          icon={<Call20Regular />}
          onPress={props.onStart}
        />
        <ControlButton
          name="End meeting"
          next={stage === 'running'}
          icon={<CallEnd20Regular />}
          onPress={props.onEnd}
        />
        <ControlButton
          name="Next meeting"
          next={stage === 'ended'}
          icon={<Next20Regular />}
          onPress={props.onNext}
        />
        <ControlToggle
          name="Third person in the meeting"
          shown="Third person"
          hint="Cleo, who is not part of this series, joins the call"
          on={thirdPerson}
          icon={thirdPerson ? <PersonAvailable20Filled /> : <PersonAdd20Regular />}
          onToggle={props.onThirdPerson}
        />
        <ControlToggle
          name="Transcribe the meeting"
          shown="Transcribe"
          hint="Teams writes down who says what; Microsoft Graph has it after the meeting"
          on={transcription.isOn}
          icon={transcription.isOn ? <SlideText20Filled /> : <SlideText20Regular />}
          onToggle={transcription.setOn}
        />
      </ControlGroup>
      <SpeechControls firstNames={firstNames} speech={speech} />
      <ControlGroup caption="Hear everyone">
        {pair.map((who) => (
          <ControlToggle
            key={who}
            name={`${firstNames[who]}'s client hears everyone`}
            shown={`${firstNames[who]}'s client`}
            hint={`${firstNames[who]}'s client reports ${firstNames[who]}'s own speech too`}
            on={speech.hearsEveryone[who]}
            icon={<Headphones20Regular />}
            onToggle={(on) => speech.setHearsEveryone(who, on)}
          />
        ))}
      </ControlGroup>
      <ControlGroup caption="Panels">
        {pair.flatMap((who) => [
          <ControlToggle
            key={`${who} open`}
            name={`${firstNames[who]}'s panel open`}
            shown={`${firstNames[who]}'s panel`}
            on={isOpen(who)}
            icon={isOpen(who) ? <PanelRight20Filled /> : <PanelRight20Regular />}
            onToggle={(open) => panels.setOpen(who, open)}
          />,
          <ControlButton
            key={`${who} reload`}
            name={`Reload ${firstNames[who]}'s panel`}
            iconOnly
            icon={<ArrowClockwise20Regular />}
            onPress={() => panels.reload(who)}
          />,
        ])}
      </ControlGroup>
      <ControlGroup caption="My 1:1s">
        {everybody.map((who) => (
          <ControlToggle
            key={who}
            name={`${ownAppNames[who]}'s My 1:1s`}
            shown={ownAppNames[who]}
            hint={`Opens Evenhand in ${ownAppNames[who]}'s own Teams, outside the meeting`}
            on={props.ownApps.includes(who)}
            icon={<PersonBoard20Regular />}
            onToggle={(open) => props.onOwnApp(who, open)}
          />
        ))}
      </ControlGroup>
      <ControlGroup caption="View">
        <div className={styles.field}>
          <label htmlFor={lookId}>Theme</label>
          <Select
            id={lookId}
            size="small"
            value={look}
            onChange={(_, { value }) => props.onLook(lookNamed(value))}
          >
            {looks.map((look) => (
              <option key={look} value={look}>
                {lookNames[look]}
              </option>
            ))}
          </Select>
        </div>
        {pair.map((who) => (
          <LanguageSelect key={who} who={who} firstName={firstNames[who]} panels={panels} />
        ))}
      </ControlGroup>
    </section>
  );
}
