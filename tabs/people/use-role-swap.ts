/** Swapping the roles of the two: it takes a moment, and it can fail. */
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import type { Role } from '../../shared/people/person.ts';
import { useSay } from '../language/language-context.ts';
import type { SteadyRoom } from '../room/live-room.ts';

export type SwapStep = 'settled' | 'swapping' | 'failed';

export function useRoleSwap({ other, chooseRole }: SteadyRoom) {
  const { announce } = useAnnounce();
  const say = useSay();
  const [step, setStep] = useState<SwapStep>('settled');

  async function choose(role: Role): Promise<void> {
    if (step === 'swapping') return;
    setStep('swapping');
    try {
      await chooseRole(role);
      setStep('settled');
      announce(
        role === 'manager'
          ? say('You are the manager now. {name} is the report.', { name: other.name })
          : say('You are the report now. {name} is the manager.', { name: other.name }),
      );
    } catch {
      // Nothing changed and nothing is lost: the person is told, and may ask again.
      setStep('failed');
    }
  }

  return { step, choose };
}
