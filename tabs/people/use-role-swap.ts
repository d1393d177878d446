/** Swapping the roles of the two: it takes a moment, and it can fail. */
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import type { Role } from '../../shared/people/person.ts';
import type { LiveRoom } from '../room/live-room.ts';

export type SwapStep = 'settled' | 'swapping' | 'failed';

export function useRoleSwap({ me, other, chooseRole }: LiveRoom) {
  const { announce } = useAnnounce();
  const [step, setStep] = useState<SwapStep>('settled');

  async function choose(role: Role): Promise<void> {
    if (step === 'swapping') return;
    setStep('swapping');
    try {
      await chooseRole(role);
      setStep('settled');
      announce(`You are the ${role} now. ${other.name} is the ${me.role}.`);
    } catch {
      // Nothing changed and nothing is lost: the person is told, and may ask again.
      setStep('failed');
    }
  }

  return { step, choose };
}
