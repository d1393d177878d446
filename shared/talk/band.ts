/** The report's share of the talking that the pair finds healthy. */
import { z } from 'zod';

export const Band = z
  .object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })
  .refine(({ low, high }) => low < high, 'the band must have some width');
export type Band = Readonly<z.infer<typeof Band>>;

/** Rogelberg, by expert judgement and survey: a default, not a truth. */
export const defaultBand: Band = { low: 0.5, high: 0.9 };
