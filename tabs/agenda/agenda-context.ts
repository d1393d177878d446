/** What every topic's card goes by beside the topic itself; it changes seldom. */
import { createContext, useContext } from 'react';
import type { Lean } from '../../shared/agenda/rhythm.ts';
import type { Role } from '../../shared/people/person.ts';
import type { PrivateNotebook } from './private-notebook.ts';

export interface AgendaSetting {
  readonly lean: Lean;
  readonly role: Role;
  /** Whether this person is asked about the wording of what is written. */
  readonly asksWording: boolean;
  readonly stopAskingWording: () => void;
  /** Topics that somebody parked in the meeting before. */
  readonly parked: ReadonlySet<string>;
  readonly notebook: PrivateNotebook;
}

export const AgendaContext = createContext<AgendaSetting | undefined>(undefined);

export function useAgendaSetting(): AgendaSetting {
  const setting = useContext(AgendaContext);
  if (setting === undefined) throw new Error('A topic is shown outside the agenda.');
  return setting;
}
