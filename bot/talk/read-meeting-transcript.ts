/** After a meeting: if Teams has written a transcript, its totals take the place of the live ones. */
import { placeTranscripts } from '../../shared/talk/occurrence.ts';
import { intersect } from '../../shared/talk/span.ts';
import type { TranscriptFate } from '../../shared/talk/talk-history.ts';
import { withTranscript } from '../../shared/talk/totals.ts';
import { matchTranscript } from '../../shared/talk/transcript.ts';
import type { Graph } from '../graph/graph.ts';
import { followTalk } from '../recap/follow-talk.ts';
import type { HeldMeeting } from '../record/meeting-record.ts';
import { ChatTrouble } from '../series/chat-trouble.ts';
import type { OwnSeries } from '../series/own-series.ts';
import type { World } from '../world.ts';
import { meetingTranscripts, type ReadTranscript } from './meeting-transcripts.ts';
import { partsOf } from './talk-parts.ts';

/** Teams writes a transcript within minutes, on bad days within hours; most meetings have none. */
const givesUpAfterMs = 4 * 3_600_000;
/** Waited for once more as long as it has been waited already, within these bounds. */
const shortestWaitMs = 20_000;
const longestWaitMs = 30 * 60_000;

type Look =
  | { readonly kind: 'found'; readonly transcripts: readonly ReadTranscript[] }
  | { readonly kind: 'nothing-yet'; readonly why: string; readonly waitMs?: number | undefined }
  | { readonly kind: 'never'; readonly fate: 'none' | 'not-allowed'; readonly why: string };

/** Nothing is kept of a transcript but the meeting's totals. */
export async function readMeetingTranscript(
  world: World,
  tenantId: string,
  meetingId: string,
): Promise<void> {
  const record = world.record(tenantId);
  const awaited = await record.transcript(meetingId);
  const meeting = await record.meeting(meetingId);
  const series = meeting && (await record.series(meeting.seriesId));
  if (world.graph === undefined || awaited?.fate !== 'waiting') return;
  if (meeting?.startedAt == null || meeting.endedAt === null || series?.pair === undefined) return;
  const own = { ...series, pair: series.pair };
  const held = { startedAt: meeting.startedAt, endedAt: meeting.endedAt };

  const look = await lookFor(world, world.graph, own, meeting, held);
  if (look.kind === 'found') {
    await store(
      world,
      tenantId,
      { meetingId, series: own, held, countedFrom: awaited.countedFrom },
      look.transcripts,
    );
    return;
  }
  const waitedMs = world.now() - held.endedAt;
  if (look.kind === 'nothing-yet' && waitedMs < givesUpAfterMs) {
    const waitMs = Math.max(shortestWaitMs, Math.min(waitedMs, longestWaitMs), look.waitMs ?? 0);
    const afterSeconds = Math.ceil(waitMs / 1_000);
    await record.together((_, within) =>
      world.jobs.owe('transcript', { tenantId, meetingId }, { within, afterSeconds }),
    );
    return;
  }
  const fate = look.kind === 'never' ? look.fate : 'none';
  await record.settleTranscript(meetingId, fate, world.now());
  if (fate === 'not-allowed') {
    world.log.warn(
      { meeting: meetingId, code: look.why },
      'Microsoft does not let Evenhand read the transcript of a meeting: see "Transcripts" in infra/README.md',
    );
  } else world.log.info({ meeting: meetingId, why: look.why }, 'a meeting has no transcript');
}

async function lookFor(
  world: World,
  graph: Graph,
  { reference }: OwnSeries,
  { teamsMeetingId }: HeldMeeting,
  held: Held,
): Promise<Look> {
  try {
    const about = teamsMeetingId && (await world.chat.aboutMeeting(reference, teamsMeetingId));
    if (!about || about.organizer === undefined || about.graphId === undefined)
      return { kind: 'never', fate: 'none', why: 'not-an-online-meeting' };
    const { organizer, graphId } = about;
    const answer = await meetingTranscripts(graph, { organizer, graphId }, spanOf(held));
    switch (answer.kind) {
      case 'answered':
        return answer.value.length > 0
          ? { kind: 'found', transcripts: answer.value }
          : { kind: 'nothing-yet', why: 'none-written' };
      case 'not-allowed':
      case 'no-consent':
      case 'sign-in':
        return { kind: 'never', fate: 'not-allowed', why: answer.code };
      // Also where the meeting is not known yet: Graph learns of it a little later than Teams.
      case 'gone':
      case 'refused':
      case 'busy':
      case 'unavailable':
        return { kind: 'nothing-yet', why: answer.code, waitMs: answer.retryAfterMs };
    }
  } catch (error) {
    if (!(error instanceof ChatTrouble)) throw error;
    return error.kind === 'gone' || error.kind === 'refused'
      ? { kind: 'never', fate: 'none', why: error.kind }
      : { kind: 'nothing-yet', why: error.kind, waitMs: error.retryAfterMs };
  }
}

interface Held {
  readonly startedAt: number;
  readonly endedAt: number;
}

const spanOf = ({ startedAt, endedAt }: Held) => ({ from: startedAt, to: endedAt });

async function store(
  world: World,
  tenantId: string,
  about: {
    readonly meetingId: string;
    readonly series: OwnSeries;
    readonly held: Held;
    readonly countedFrom: number;
  },
  transcripts: readonly ReadTranscript[],
): Promise<void> {
  const { meetingId, series, held, countedFrom } = about;
  const { cues, transcribed } = placeTranscripts(spanOf(held), transcripts);
  const { meetingMs, spans } = transcribed;
  // What was said before both had agreed is not counted, and neither is what one has discarded.
  const agreed = [{ from: countedFrom - held.startedAt, to: meetingMs }];
  const match = matchTranscript(series.pair, cues, { meetingMs, spans: intersect(spans, agreed) });
  const fate: TranscriptFate =
    match.kind !== 'matched' ? match.kind : match.source.measured.length > 0 ? 'read' : 'none';
  await world.record(tenantId).together(async (record, within) => {
    // Switched off or deleted meanwhile: nothing is stored.
    if (!(await record.settleTranscript(meetingId, fate, world.now()))) return;
    if (match.kind !== 'matched' || fate !== 'read') return;
    const before = (await record.talk(meetingId))?.totals ?? null;
    const parts = partsOf(match.source, (await record.room(meetingId))?.state, held);
    const totals = withTranscript(before, match.source);
    await record.replaceTalk(meetingId, { totals, parts }, world.now());
    await followTalk(world.jobs, record, { tenantId, meetingId, series, within });
  });
  world.log.info({ meeting: meetingId, fate }, 'the transcript of a meeting was read');
}
