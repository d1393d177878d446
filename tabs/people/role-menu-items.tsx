/** The two roles, to choose one's own. */
import { MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { roles } from '../../shared/people/person.ts';
import type { Person } from '../../shared/people/person.ts';
import { roleNames } from './role-names.ts';

export function RoleMenuItems({ me, other }: { readonly me: Person; readonly other: Person }) {
  return (
    <MenuGroup>
      <MenuGroupHeader>Your role in this 1:1</MenuGroupHeader>
      {roles.map((role) => (
        <MenuItemRadio
          key={role}
          name="role"
          value={role}
          {...(role === me.role
            ? {}
            : { subText: `Swap roles: ${other.name} becomes the ${me.role}` })}
        >
          {roleNames[role]}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
