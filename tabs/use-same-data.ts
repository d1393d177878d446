/** Keeps what a component was drawn with before, where the new value says the same. */
import { useState } from 'react';
import { sameData } from './same.ts';

/** The plain value that the component was drawn with before, while the new one is written alike. */
export function useSameData<Value>(value: Value): Value {
  const [kept, keep] = useState(value);
  const same = sameData(kept, value);
  if (same !== kept) keep(same);
  return same;
}
