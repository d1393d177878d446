/** What the agenda asks of the server beside the room: what a series remembers, and private notes. */
import type {
  AgendaMemory,
  FinishedAnswer,
  PrivateNote,
  PrivateNotesAnswer,
  TemplatesAnswer,
} from '../../shared/agenda/agenda-memory.ts';
import type { Patience } from '../../shared/agenda/coverage-of-elements.ts';
import type { Template } from '../../shared/agenda/templates.ts';
import type { z } from 'zod';
import type { Asked } from '../room/server.ts';

/** Bound to one series and one of its meetings. */
export interface AgendaServer {
  choosePatience(patience: Patience): Promise<Asked<Patience>>;
  chooseWordingHints(wanted: boolean): Promise<Asked<Pick<AgendaMemory, 'wordingHints'>>>;
  finishedTopics(): Promise<Asked<z.infer<typeof FinishedAnswer>>>;
  templates(): Promise<Asked<z.infer<typeof TemplatesAnswer>>>;
  saveTemplate(template: Template): Promise<Asked<z.infer<typeof TemplatesAnswer>>>;
  removeTemplate(id: string): Promise<Asked<z.infer<typeof TemplatesAnswer>>>;
  privateNotes(): Promise<Asked<z.infer<typeof PrivateNotesAnswer>>>;
  keepPrivateNote(note: PrivateNote): Promise<Asked<PrivateNote>>;
  /** Sent without waiting for an answer: the page is going away. */
  leavePrivateNote(note: PrivateNote): void;
}
