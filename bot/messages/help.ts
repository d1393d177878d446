/** What the bot says of itself: its commands, how to write them, and what is kept for whom. */
import type { Language } from '../../shared/language/language.ts';
import type { Say } from '../../shared/language/say.ts';
import type { Card } from '../series/chat.ts';
import { messageCard } from './message-card.ts';
import type { CommandWithMore } from './read-message.ts';

/** The commands are English in every language, as in the app's list in Teams. */
export function help(language: Language): Card {
  const { say } = language;
  return messageCard(language, {
    title: say('What I understand'),
    lines: [
      say('agenda: what stands on the next agenda'),
      say('add Plan the workshop: puts a topic on it'),
      say('outcomes: what you agreed and is still open'),
      say('done 2, drop 2, move 2 to Friday: changes an outcome; undo takes it back'),
      say('note 2: the team has started: keeps how it is going'),
      say('recap: the last one again; balance: how the talking divided'),
      say('settings: what I send you; privacy: what is kept, and for whom'),
      say('export: all of it, to keep; delete: all of it, when both of you agree'),
      // In English there is nothing to say about it.
      ...(language.tongue === 'en'
        ? []
        : [say('I understand English words, and days in English or as 2026-12-31.')]),
    ],
    isForAnybody: true,
    foot: say('In a meeting chat, mention me first: @Evenhand agenda'),
  });
}

export function privacy(language: Language): Card {
  const { say } = language;
  return messageCard(language, {
    title: say('What Evenhand keeps, and for whom'),
    lines: [
      say(
        'Your agendas, notes and outcomes, and what was changed when. Only the two of a 1:1 can read them: no manager above, no HR, no administrator has a view.',
      ),
      say('Talk time only if both switch it on, and then only totals. Nothing is recorded.'),
      say(
        '"export" gives you all of it; "delete" removes it when both of you agree, or 30 days after one of you asked.',
      ),
    ],
    isForAnybody: true,
  });
}

/** What is missing of a command, by an example. */
export function howTo(say: Say, of: CommandWithMore): string {
  switch (of) {
    case 'done':
      return say('Say which one, such as "done 2".');
    case 'drop':
      return say('Say which one, such as "drop 2".');
    case 'move':
      return say('Say which one and until when, such as "move 2 to Friday".');
    case 'add':
      return say('Say what it is about, such as "add Plan the workshop".');
    case 'note':
      return say('Say to which one, and how it is going, such as "note 2: the team has started".');
    case 'digest':
      return say('Write "digest off" or "digest on".');
    case 'reminders':
      return say('Write "reminders off" or "reminders on".');
  }
}
