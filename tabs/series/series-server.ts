/** What the panel asks of the server about all that is kept of a 1:1. */
import type { z } from 'zod';
import type { ExportAnswer, OwnData } from '../../shared/series/own-data.ts';
import type { Retention } from '../../shared/series/retention.ts';
import type { Asked } from '../room/server.ts';

/** Bound to one series. */
export interface SeriesServer {
  ownData(): Promise<Asked<OwnData>>;
  chooseRetention(retention: Retention): Promise<Asked<OwnData>>;
  /** One's own wish that everything is deleted, or its end. */
  chooseDeletion(wanted: boolean): Promise<Asked<OwnData>>;
  deletePrivateNotes(): Promise<Asked<OwnData>>;
  exportAll(): Promise<Asked<z.infer<typeof ExportAnswer>>>;
}
