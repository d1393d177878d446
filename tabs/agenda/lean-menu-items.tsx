/** What a meeting can lean to, to choose from. */
import { MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { leanNames, leans, type Lean } from '../../shared/agenda/rhythm.ts';

const meanings: Readonly<Record<Lean, string>> = {
  delivery: 'Results, and what is in their way',
  reflection: 'Feedback, and how you both are',
  development: 'Growing, and where it leads',
  open: 'Whatever comes up',
};

export function LeanMenuItems({ because }: { readonly because: string | undefined }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{because ?? 'This meeting leans to'}</MenuGroupHeader>
      {leans.map((each) => (
        <MenuItemRadio key={each} name="lean" value={each} subText={meanings[each]}>
          {leanNames[each]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
