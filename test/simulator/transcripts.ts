/** The transcripts of the simulated meeting, as Teams would have written them. */
import type { SpokenLine, Transcript } from './contract.ts';
import { people, series } from './people.ts';

/** How Graph lists a transcript. */
export const listed = ({ id, from, to }: Transcript) => ({
  id,
  meetingId: series.graphId,
  callId: 'af630fe0-04d3-4559-8cf9-91fe45e36296',
  contentCorrelationId: 'bc842d7a-2f6e-4b18-a1c7-73ef91d5c8e3',
  createdDateTime: new Date(from).toISOString(),
  endDateTime: new Date(to).toISOString(),
  meetingOrganizer: {
    application: null,
    device: null,
    user: { id: people.ana.oid, displayName: null, userIdentityType: 'aadUser' },
  },
});

/** WebVTT with JSON cues, as `metadataContent` has it. */
export const metadataOf = (transcript: Transcript): string =>
  vtt(transcript, ({ by, from, to, text }) =>
    JSON.stringify({
      startDateTime: new Date(from).toISOString(),
      endDateTime: new Date(to).toISOString(),
      speakerName: people[by].name,
      spokenText: text,
      spokenLanguage: 'en-us',
    }),
  );

/** WebVTT with voice tags, as `content` has it. */
export const contentOf = (transcript: Transcript): string =>
  vtt(transcript, ({ by, text }) => `<v ${people[by].name}>${text}</v>`);

function vtt({ from, lines }: Transcript, payload: (line: SpokenLine) => string): string {
  const cues = lines.map(
    (line) => `${stamp(line.from - from)} --> ${stamp(line.to - from)}\n${payload(line)}`,
  );
  return ['WEBVTT', ...cues, ''].join('\n\n');
}

const stamp = (ms: number): string => new Date(Math.max(0, ms)).toISOString().slice(11, 23);
