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
import { useScalableStyles } from '../scalable-styles.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  button: { justifySelf: 'start' },
});

const mine: Readonly<Record<Role, string>> = {
  manager: 'the manager',
  report: 'the report',
};

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
  const scalable = useScalableStyles();
  const [other, setOther] = useState('');
  const [role, setRole] = useState<Role | undefined>();
  const [isAsked, setIsAsked] = useState(false);
  return (
    <form
      className={styles.form}
      aria-label="Name the two"
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        if (other !== '' && role !== undefined) onName({ other, role });
      }}
    >
      <Field
        label="My 1:1 is with"
        {...(isAsked && other === '' ? { validationMessage: 'Choose the other person.' } : {})}
      >
        <Select
          className={scalable.select}
          value={other}
          onChange={(_, { value }) => setOther(value)}
        >
          <option value="">Choose a person</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label="In it I am"
        {...(isAsked && role === undefined ? { validationMessage: 'Say which of the two.' } : {})}
      >
        <RadioGroup
          value={role ?? ''}
          onChange={(_, { value }) => setRole(roles.find((each) => each === value))}
        >
          {roles.map((each) => (
            <Radio key={each} value={each} label={mine[each]} />
          ))}
        </RadioGroup>
      </Field>
      <Button
        className={styles.button}
        type="submit"
        appearance={isQuiet ? 'secondary' : 'primary'}
      >
        {isAgain ? 'Say this instead' : 'Name the two of us'}
      </Button>
    </form>
  );
}
