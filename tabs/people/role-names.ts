/** What the two roles are called on screen. */
import type { Role } from '../../shared/people/person.ts';

export const roleNames: Readonly<Record<Role, string>> = { manager: 'Manager', report: 'Report' };
