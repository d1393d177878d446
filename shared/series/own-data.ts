/** What the two may ask and say of what is kept of their 1:1. */
import { z } from 'zod';
import { DeletionWaiting } from './deletion.ts';
import { Retention } from './retention.ts';

/** `GET /api/series/:seriesId/data`, and what changing any of it answers. */
export const OwnData = z.object({
  /** Null once everything is deleted: the 1:1 begins anew. */
  kept: z
    .object({
      retention: Retention,
      /** When the choice begins to count, in milliseconds; null where it does. */
      retentionFrom: z.number().nullable(),
      deletion: DeletionWaiting.nullable(),
      /** How many private notes the one who asks has. */
      privateNotes: z.int().min(0),
    })
    .nullable(),
});
export type OwnData = Readonly<z.infer<typeof OwnData>>;
export type KeptData = NonNullable<OwnData['kept']>;

/** `PUT /api/series/:seriesId/deletion`: one's own wish, or its end. */
export const DeletionRequest = z.object({ wanted: z.boolean() });

/** `GET /api/series/:seriesId/export` */
export const ExportAnswer = z.object({
  /** As JSON, ready to be saved. */
  json: z.string(),
  markdown: z.string(),
});
