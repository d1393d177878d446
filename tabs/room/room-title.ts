/** What a 1:1 is called: as in Teams, or after the other of the two where that has no name for it. */
import type { Say } from '../../shared/language/say.ts';
import type { LiveRoom } from './live-room.ts';

export function roomTitle(say: Say, { title, other }: Pick<LiveRoom, 'title' | 'other'>): string {
  return title.trim() || say('1:1 with {name}', { name: other.name });
}
