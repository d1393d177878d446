/** Looks in Graph for the transcripts of one meeting, and reads who spoke when in them. */
import { z } from 'zod';
import { isOfMeeting, type WrittenTranscript } from '../../shared/talk/occurrence.ts';
import type { Span } from '../../shared/talk/span.ts';
import { readTranscript, type Cue } from '../../shared/talk/vtt.ts';
import type { Graph, GraphAnswer, GraphTrouble } from '../graph/graph.ts';

const asApp = { kind: 'app' } as const;

const Listed = z
  .looseObject({
    id: z.string().min(1),
    createdDateTime: z.iso.datetime({ offset: true }),
    endDateTime: z.iso.datetime({ offset: true }).nullish(),
  })
  .transform(({ id, createdDateTime, endDateTime }) => ({
    id,
    from: Date.parse(createdDateTime),
    to: typeof endDateTime === 'string' ? Date.parse(endDateTime) : null,
  }));

export interface ReadTranscript extends WrittenTranscript {
  readonly cues: readonly Cue[];
}

/** Those of this meeting, the first first; none while Teams has not written any. */
export async function meetingTranscripts(
  graph: Graph,
  online: { readonly organizer: string; readonly graphId: string },
  meeting: Span,
): Promise<GraphAnswer<readonly ReadTranscript[]>> {
  const list = `/users/${encodeURIComponent(online.organizer)}/onlineMeetings/${encodeURIComponent(online.graphId)}/transcripts`;
  const listed = await graph.readAll(asApp, list, Listed);
  if (listed.kind !== 'answered') return listed;
  const transcripts: ReadTranscript[] = [];
  const own = listed.value.filter((each) => isOfMeeting(each, meeting));
  for (const { id, from, to } of own.toSorted((a, b) => a.from - b.from)) {
    const cues = await cuesOf(graph, `${list}/${encodeURIComponent(id)}`);
    if (cues.kind !== 'answered') return cues;
    transcripts.push({ from, to, cues: cues.value });
  }
  return { kind: 'answered', value: transcripts };
}

/** With names as data; where Graph has that not, with names as marks in the text. */
async function cuesOf(graph: Graph, transcript: string): Promise<GraphAnswer<readonly Cue[]>> {
  let trouble: GraphTrouble = { kind: 'refused', code: 'not-understood' };
  for (const content of ['metadataContent', 'content?$format=text/vtt']) {
    const text = await graph.readText(asApp, `${transcript}/${content}`);
    if (text.kind === 'answered') {
      const read = readTranscript(text.value);
      if (read.kind === 'read' && read.cues.length > 0)
        return { kind: 'answered', value: read.cues };
    } else if (text.kind === 'gone' || text.kind === 'refused') trouble = text;
    else return text;
  }
  return trouble;
}
