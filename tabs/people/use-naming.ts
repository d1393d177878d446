/** Where the naming of the two stands, asked anew every few seconds: the other may have spoken. */
import { useEffect, useState } from 'react';
import type { NamedPair, NamingAnswer } from '../../shared/people/naming.ts';
import type { Asked } from '../room/server.ts';
import type { NamingServer } from './naming-server.ts';

const askEveryMs = 3_000;

export type Naming =
  | { readonly kind: 'asking' }
  /** Not one who could be named: in the server's words. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'known'; readonly answer: NamingAnswer };

/** `server` is to be the same object for as long as the chat is the same. */
export function useNaming(server: NamingServer, onAgreed: () => void) {
  const [naming, setNaming] = useState<Naming>({ kind: 'asking' });
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let isShown = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(): Promise<void> {
      const asked = await server.question();
      if (!isShown) return;
      take(asked, setNaming, onAgreed);
      timer = setTimeout(() => void ask(), askEveryMs);
    }
    void ask();
    return () => {
      isShown = false;
      clearTimeout(timer);
    };
  }, [server, onAgreed]);

  async function name(pair: NamedPair | null): Promise<void> {
    const asked = await server.name(pair);
    setHasFailed(asked.kind !== 'answered');
    take(asked, setNaming, onAgreed);
  }
  return { naming, hasFailed, name };
}

/** What could not be asked leaves on screen what was known. */
function take(
  asked: Asked<NamingAnswer>,
  setNaming: (naming: Naming) => void,
  onAgreed: () => void,
): void {
  if (asked.kind === 'answered') {
    if (asked.value.isAgreed) onAgreed();
    else setNaming({ kind: 'known', answer: asked.value });
  } else if (asked.kind === 'refused' && asked.refusal.refused === 'not-a-member') {
    setNaming({ kind: 'refused', message: asked.refusal.message });
  }
}
