/** Brings the code of the live room near, and lets nobody wait for it who only reads. */

/** A page out of sight is never painted: then nobody waits for that either. */
const paintedWithinMs = 500;

let isPainted = false;

/** Fetches it while the server is asked for the agenda. Running it takes longer than the way here. */
export function fetchLiveRoomCode(): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name="live-room"]');
  for (const file of named?.content.split(' ') ?? [])
    fetch(file, { priority: 'low' })
      .then((answer) => answer.arrayBuffer())
      // It is asked for again when it is needed.
      .catch(() => undefined);
}

/** The first time, what stands on the screen is painted before anything else is run. */
export async function untilPainted(): Promise<void> {
  if (!isPainted)
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, paintedWithinMs);
    });
  isPainted = true;
}
