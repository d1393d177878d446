/** Whether this person is asked about wording: their own choice, on every device of theirs. */
import { useAnnounce } from '@fluentui/react-components';
import { useCallback } from 'react';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';

export function useWordingChoice({ memory, agenda, remember }: SteadyRoom) {
  const { announce } = useAnnounce();
  const say = useSay();
  const choose = useCallback(
    async (wanted: boolean): Promise<void> => {
      remember({ wordingHints: wanted });
      const asked = await agenda.chooseWordingHints(wanted);
      if (asked.kind === 'answered') {
        announce(
          wanted
            ? say('You will be asked about wording.')
            : say('No more questions about wording. Agenda options bring them back.'),
        );
        return;
      }
      remember({ wordingHints: !wanted });
      announce(say('That could not be saved. Try again in a moment.'), { alert: true });
    },
    [agenda, announce, remember, say],
  );
  return { asksWording: memory.wordingHints, choose };
}
