import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};
const full = {
  ...storage,
  setItem: () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  },
};

/** As Chromium and Safari answer a frame of another site, where the person lets such frames keep nothing. */
function forbidden(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

const panel = () => import('../../tabs/window-memory.ts');

beforeEach(() => {
  kept.clear();
  vi.resetModules();
  vi.stubGlobal('sessionStorage', storage);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('[F19] what is remembered is there for the next panel, until it is forgotten', async () => {
  const first = await panel();
  expect(first.remember('word', 'one')).toBe(true);
  vi.resetModules();
  const next = await panel();
  expect(next.recall('word')).toBe('one');
  next.forget('word');
  expect(next.recall('word')).toBeUndefined();
  expect(kept.size).toBe(0);
});

test('[F19] where nothing can be kept, it is remembered for as long as the panel lives', async () => {
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, get: forbidden });
  const only = await panel();
  only.bringMemoryNear();
  expect(only.recall('word')).toBeUndefined();
  expect(only.remember('word', 'one')).toBe(false);
  expect(only.recall('word')).toBe('one');
  only.forget('word');
  expect(only.recall('word')).toBeUndefined();
});

test('[F19] where there is no room left, the newest counts, and then again what has room', async () => {
  kept.set('word', 'old');
  const { remember, recall, forget } = await panel();
  vi.stubGlobal('sessionStorage', full);
  expect(remember('word', 'new')).toBe(false);
  expect(recall('word')).toBe('new');
  vi.stubGlobal('sessionStorage', storage);
  expect(remember('word', 'newer')).toBe(true);
  expect(recall('word')).toBe('newer');
  forget('word');
  expect(recall('word')).toBeUndefined();
});
