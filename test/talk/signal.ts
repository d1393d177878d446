/** What a side panel hears of one person: late to start, later to stop, deaf to the shortest. */
import type { Span, Spans } from '../../shared/talk/span.ts';
import { spansOf } from '../../shared/talk/span.ts';
import type { Random } from './random.ts';

export interface Ear {
  readonly attackMs: number;
  readonly hangoverMs: number;
  readonly jitterMs: number;
  /** Sounds shorter than this are missed at times. */
  readonly deafBelowMs: number;
  readonly deafChance: number;
  /** How far its idea of the server's clock is off. */
  readonly clockErrorMs: number;
}

export const perfectEar: Ear = {
  attackMs: 0,
  hangoverMs: 0,
  jitterMs: 0,
  deafBelowMs: 0,
  deafChance: 0,
  clockErrorMs: 0,
};

export function earOf({ between }: Random): Ear {
  return {
    attackMs: between(80, 300),
    hangoverMs: between(300, 1_600),
    jitterMs: between(0, 60),
    deafBelowMs: between(120, 350),
    deafChance: between(0.2, 0.9),
    clockErrorMs: between(-50, 50),
  };
}

/** A detector: it needs the attack to come on, and not while it still holds on. */
export function heardBy(ear: Ear, speech: Spans, random: Random): Spans {
  const heard: Span[] = [];
  const jittered = jitterOf(ear, random);
  for (const sound of speech) {
    const length = sound.to - sound.from;
    if (length < ear.deafBelowMs && random.chance(ear.deafChance)) continue;
    const last = heard.at(-1);
    const off = sound.to + jittered(ear.hangoverMs);
    if (last !== undefined && sound.from <= last.to) {
      heard[heard.length - 1] = { from: last.from, to: Math.max(last.to, off) };
    } else {
      const on = sound.from + jittered(ear.attackMs);
      if (on < sound.to) heard.push({ from: on, to: off });
    }
  }
  return heard.map(({ from, to }) => ({
    from: Math.round(from + ear.clockErrorMs),
    to: Math.round(to + ear.clockErrorMs),
  }));
}

/** Another kind of signal: every sound moved, what overlaps then united. */
export function movedBy(ear: Ear, speech: Spans, random: Random): Spans {
  const jittered = jitterOf(ear, random);
  return spansOf(
    speech
      .filter(({ from, to }) => to - from >= ear.deafBelowMs || !random.chance(ear.deafChance))
      .map(({ from, to }) => ({
        from: Math.round(from + jittered(ear.attackMs) + ear.clockErrorMs),
        to: Math.round(to + jittered(ear.hangoverMs) + ear.clockErrorMs),
      })),
  );
}

function jitterOf({ jitterMs }: Ear, random: Random): (ms: number) => number {
  return (ms) => (jitterMs === 0 ? ms : Math.max(0, random.normal(ms, jitterMs)));
}
