/** Which side panels are open, how often each was loaded, and where a link led in it. */
import { useState } from 'react';
import type { PairKey } from '../contract.ts';
import type { Clients } from './clients.ts';

export interface PanelState {
  /** `leaving` panels are still on the screen, putting their things away. */
  readonly stands: 'open' | 'leaving' | 'closed';
  readonly load: number;
  readonly subPage: string | undefined;
}

export interface Panels {
  readonly of: Readonly<Record<PairKey, PanelState>>;
  setOpen(who: PairKey, open: boolean): void;
  reload(who: PairKey): void;
  /** Opens the panel at a page within the tab. */
  openAt(who: PairKey, subPage: string | undefined): void;
}

const freshlyOpen: PanelState = { stands: 'open', load: 0, subPage: undefined };

export function usePanels(clients: Clients): Panels {
  const [of, setOf] = useState({ ana: freshlyOpen, ben: freshlyOpen });

  const change = (who: PairKey, step: (panel: PanelState) => PanelState): void =>
    setOf((all) => ({ ...all, [who]: step(all[who]) }));

  async function close(who: PairKey): Promise<void> {
    change(who, (panel) => ({ ...panel, stands: 'leaving' }));
    await clients.unload(who);
    change(who, (panel) => (panel.stands === 'leaving' ? { ...panel, stands: 'closed' } : panel));
  }

  return {
    of,
    setOpen(who, open) {
      if (open) change(who, (panel) => ({ ...panel, stands: 'open' }));
      else void close(who);
    },
    reload: (who) => change(who, (panel) => ({ ...panel, load: panel.load + 1 })),
    openAt: (who, subPage) =>
      change(who, (panel) => ({ stands: 'open', load: panel.load + 1, subPage })),
  };
}
