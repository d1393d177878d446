/** The two roles, to choose one's own. */
import { MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { roles } from '../../shared/people/person.ts';
import type { Person } from '../../shared/people/person.ts';
import { useSay } from '../language/language-context.ts';
import { roleNames } from './role-names.ts';

export function RoleMenuItems({ me, other }: { readonly me: Person; readonly other: Person }) {
  const say = useSay();
  const name = other.name;
  return (
    <MenuGroup>
      <MenuGroupHeader>{say('Your role in this 1:1')}</MenuGroupHeader>
      {roles.map((role) => (
        <MenuItemRadio
          key={role}
          name="role"
          value={role}
          {...(role === me.role
            ? {}
            : {
                subText:
                  me.role === 'manager'
                    ? say('Swap roles: {name} becomes the manager', { name })
                    : say('Swap roles: {name} becomes the report', { name }),
              })}
        >
          {roleNames(say)[role]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
