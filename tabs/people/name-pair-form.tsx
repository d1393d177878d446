/** One's own word on whose 1:1 this is: with whom, and in which role. */
import {
  Button,
  Field,
  Radio,
  RadioGroup,
  Select,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { roles, type Role } from '../../shared/people/person.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';
import { useScalableStyles } from '../scalable-styles.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  button: { justifySelf: 'start' },
});

function mine(say: Say): Readonly<Record<Role, string>> {
  return { manager: say('the manager'), report: say('the report') };
}

export function NamePairForm({
  others,
  isAgain,
  isQuiet,
  onName,
}: {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly isAgain: boolean;
  /** There is something more likely to be done first. */
  readonly isQuiet: boolean;
  readonly onName: (said: { readonly other: string; readonly role: Role }) => void;
}) {
  const styles = useStyles();
  const say = useSay();
  const scalable = useScalableStyles();
  const [other, setOther] = useState('');
  const [role, setRole] = useState<Role | undefined>();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <form
      className={styles.form}
      aria-label={say('Name the two')}
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (other !== '' && role !== undefined) onName({ other, role });
      }}
    >
      <Field
        label={say('My 1:1 is with')}
        {...(isAsked && other === '' ? { validationMessage: say('Choose the other person.') } : {})}
      >
        <Select
          className={scalable.select}
          value={other}
          onChange={(_, { value }) => setOther(value)}
        >
          <option value="">{say('Choose a person')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={say('In it I am')}
        {...(isAsked && role === undefined
          ? { validationMessage: say('Say which of the two.') }
          : {})}
      >
        <RadioGroup
          value={role ?? ''}
          onChange={(_, { value }) => setRole(roles.find((each) => each === value))}
        >
          {roles.map((each) => (
            <Radio key={each} value={each} label={mine(say)[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Button
        className={styles.button}
        type="submit"
        appearance={isQuiet ? 'secondary' : 'primary'}
      >
        {isAgain ? say('Say this instead') : say('Name the two of us')}
      </Button>
    </form>
  );
}
