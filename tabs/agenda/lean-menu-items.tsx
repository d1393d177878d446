/** What a meeting can lean to, to choose from. */
import { MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { leanNames, leans, type Lean } from '../../shared/agenda/rhythm.ts';
import type { Say } from '../../shared/language/say.ts';
import { useSay } from '../language/language-context.ts';

function meanings(say: Say): Readonly<Record<Lean, string>> {
  return {
    delivery: say('Results, and what is in their way'),
    reflection: say('Feedback, and how you both are'),
    development: say('Growing, and where it leads'),
    open: say('Whatever comes up'),
  };
}

export function LeanMenuItems({ because }: { readonly because: string | undefined }) {
  const say = useSay();
  return (
    <MenuGroup>
      <MenuGroupHeader>{because ?? say('This meeting leans to')}</MenuGroupHeader>
      {leans.map((each) => (
        <MenuItemRadio key={each} name="lean" value={each} subText={meanings(say)[each]}>
          {leanNames(say)[each]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
