/** How good the talk balance is, and how fast: made-up meetings whose truth is known, each method side by side. */
import { cross } from '../../shared/talk/crossed.ts';
import { measureTalk } from '../../shared/talk/measure.ts';
import { observe } from '../../shared/talk/observed.ts';
import { totalOf } from '../../shared/talk/span.ts';
import { tallyOf } from '../../shared/talk/tally.ts';
import { emptyTimeline, withEvents } from '../../shared/talk/timeline.ts';
import { readTranscript } from '../../shared/talk/vtt.ts';
import type { Meeting, MeetingWishes } from '../talk/meeting.ts';
import { meetingOf, people, shareToMeasure } from '../talk/meeting.ts';
import { randomOf } from '../talk/random.ts';
import { dominantShare, uncorrectedShare } from '../talk/rivals.ts';

const conversations = 400;
const firstSeed = 1_001;
const goals = { median: 0.9, p95: 2.5, coverage: 1, update: 16, scratch: 50, tally: 100 } as const;

const missed: string[] = [];
const print = (line = '') => process.stdout.write(`${line}\n`);
const check = (isMet: boolean, goal: string) => {
  print(`  ${isMet ? 'met   ' : 'MISSED'} ${goal}`);
  if (!isMet) missed.push(goal);
};
const at = (numbers: readonly number[], part: number) =>
  numbers.toSorted((a, b) => a - b)[
    Math.min(numbers.length - 1, Math.floor(part * numbers.length))
  ]!;

interface Outcome {
  readonly meeting: Meeting;
  readonly trueShare: number;
  /** Errors of the share, in points. */
  readonly uncorrected: number;
  readonly dominant: number;
  readonly ours: number;
  /** In per cent of the meeting. */
  readonly coverageError: number;
  readonly isWithinMargin: boolean;
}

function outcomeOf(meeting: Meeting): Outcome {
  const observed = observe(withEvents(emptyTimeline(people), meeting.recording.events));
  const { balance, source } = measureTalk(observed);
  const trueShare = shareToMeasure(meeting);
  const points = (share: number) => Math.abs(share - trueShare) * 100;
  const ours = points(balance.people[0].share ?? 2);
  const missing = Math.abs(balance.measuredMs - totalOf(meeting.bothOpen));
  return {
    meeting,
    trueShare,
    uncorrected: points(uncorrectedShare(observed)),
    dominant: points(dominantShare(observed)),
    ours,
    coverageError: (missing / meeting.conversation.ms) * 100,
    isWithinMargin: ours <= (source.margin ?? 0) * 100,
  };
}

function outcomes(count: number, from: number, wishes: MeetingWishes = {}): readonly Outcome[] {
  const found: Outcome[] = [];
  for (let seed = from; found.length < count; seed += 1) {
    const outcome = outcomeOf(meetingOf(seed, wishes));
    if (outcome.trueShare >= 0.2 && outcome.trueShare <= 0.8) found.push(outcome);
  }
  return found;
}

const head = ['no correction', 'dominant clock', 'ours'].map((name) => name.padStart(16)).join('');
function row(name: string, group: readonly Outcome[]): boolean {
  const cells = (['uncorrected', 'dominant', 'ours'] as const).map((method) => {
    const errors = group.map((outcome) => outcome[method]);
    return { median: at(errors, 0.5), p95: at(errors, 0.95) };
  });
  const text = cells.map(({ median, p95 }) =>
    `${median.toFixed(2)} / ${p95.toFixed(2)}`.padStart(16),
  );
  print(`  ${name.padEnd(42)}${String(group.length).padStart(4)}${text.join('')}`);
  const ours = cells[2]!;
  return cells.slice(0, 2).every(({ median, p95 }) => ours.median < median && ours.p95 < p95);
}

print('Talk balance: error of the share in points, median / 95th percentile');
print(
  `Model: test/talk/conversation.ts and signal.ts, every constant drawn anew for each meeting.`,
);
print(
  `Seeds from ${firstSeed} on; true shares 20 to 80 %; the truth is what was said while both panels were open.`,
);
print();
print(`  ${''.padEnd(46)}${head}`);
const all = outcomes(conversations, firstSeed);
const lagOf = ({ ears }: Meeting) => ears.map(({ hangoverMs, attackMs }) => hangoverMs - attackMs);
const isBetter = row('all', all);
let isBetterInAll = isBetter;
const slices: readonly (readonly [string, (outcome: Outcome) => boolean])[] = [
  ['the manager speaks 20 to 40 %', ({ trueShare }) => trueShare < 0.4],
  ['the manager speaks 40 to 60 %', ({ trueShare }) => trueShare >= 0.4 && trueShare < 0.6],
  ['the manager speaks 60 to 80 %', ({ trueShare }) => trueShare >= 0.6],
  ['both signals hold on for under 1 s', ({ meeting }) => Math.max(...lagOf(meeting)) < 1_000],
  ['a signal holds on for 1 s or more', ({ meeting }) => Math.max(...lagOf(meeting)) >= 1_000],
  ['gaps average under 200 ms', ({ meeting }) => meeting.manners.gapMeanMs < 200],
  ['gaps average 200 ms or more', ({ meeting }) => meeting.manners.gapMeanMs >= 200],
];
for (const [name, isIn] of slices) isBetterInAll = row(name, all.filter(isIn)) && isBetterInAll;
print();
print('  Other people, other signals (not part of the goals, so as not to fit one generator)');
const others: readonly (readonly [string, MeetingWishes])[] = [
  ['no backchannels', { manners: { backchannelRates: [0.01, 0.01] } }],
  ['long backchannels (median 800 ms)', { manners: { backchannelMedianMs: 800 } }],
  ['quick turns (median 2.5 s)', { manners: { turnMedianMs: 2_500 } }],
  ['long turns (median 20 s)', { manners: { turnMedianMs: 20_000 } }],
  ['one pauses twice as often as the other', { manners: { pauseRates: [0.15, 0.3] } }],
  ['signals only moved, no delay to come on again', { movedOnly: true }],
  ['panels open all the time', { alwaysOpen: true }],
];
for (const [name, wishes] of others) row(name, outcomes(100, 50_001, wishes));
print();
const errors = all.map(({ ours }) => ours);
check(
  at(errors, 0.5) <= goals.median,
  `median error ${at(errors, 0.5).toFixed(2)} points, at most ${goals.median}`,
);
check(
  at(errors, 0.95) <= goals.p95,
  `95th percentile ${at(errors, 0.95).toFixed(2)} points, at most ${goals.p95}`,
);
check(isBetter && isBetterInAll, 'better than both others, over all and in every group');
const coverage = Math.max(...all.map(({ coverageError }) => coverageError));
check(
  coverage <= goals.coverage,
  `coverage off by at most ${coverage.toFixed(3)} %, within ${goals.coverage} %`,
);
const honest = all.filter(({ isWithinMargin }) => isWithinMargin).length / all.length;
print(`         the margin that is shown held in ${(honest * 100).toFixed(1)} % (meant: 95 %)`);

print();
print('Self-check, runs of 5 and 20 minutes: how often right');
for (const [name, hearsEverybody] of [
  ['both clients hear only the other', [false, false]],
  ["the manager's hears everybody", [true, false]],
  ["the report's hears everybody", [false, true]],
  ['both hear everybody', [true, true]],
] as const)
  for (const [minutes, runs] of [
    [5, 300],
    [20, 100],
  ] as const) {
    let right = 0;
    let tried = 0;
    for (let seed = 90_001; tried < runs; seed += 1) {
      const meeting = meetingOf(seed, { manners: { minutes }, hearsEverybody, alwaysOpen: true });
      const share = shareToMeasure(meeting);
      if (share < 0.2 || share > 0.8) continue;
      tried += 1;
      const observed = observe(withEvents(emptyTimeline(people), meeting.recording.events));
      const { mode, balance, reasons } = measureTalk(observed);
      const isFaulty = reasons.some(({ kind }) => kind === 'hears-everybody');
      const isMeant = hearsEverybody.some(Boolean)
        ? mode === 'anyone' && balance.measuredMs === 0
        : mode === 'crossed' && !isFaulty;
      if (isMeant) right += 1;
    }
    check(right === tried, `${name}, ${minutes} min: ${right} of ${tried}`);
  }

print();
print('Speed: wall clock, milliseconds');
const time = (runs: number, work: (run: number) => unknown) => {
  const taken = Array.from({ length: runs }, (_, run) => {
    const from = performance.now();
    work(run);
    return performance.now() - from;
  });
  return { first: taken[0]!, median: at(taken, 0.5), p95: at(taken, 0.95) };
};
const long = meetingOf(7, { manners: { minutes: 180, turnMedianMs: 3_500 } }).recording.events;
const scratch = time(20, () => measureTalk(observe(withEvents(emptyTimeline(people), long))));
const stretches = cross(observe(withEvents(emptyTimeline(people), long))).speech.flat().length;
print(`  three hours, ${long.length} events, ${stretches} stretches`);
check(
  scratch.median < goals.scratch,
  `from scratch: median ${scratch.median.toFixed(1)} (first ${scratch.first.toFixed(1)}), under ${goals.scratch}`,
);
const inTime = long.toSorted((a, b) => a.at - b.at);
let growing = withEvents(emptyTimeline(people), inTime.slice(0, -200));
const update = time(199, (run) => {
  growing = withEvents(growing, [inTime[inTime.length - 200 + run]!]);
  return measureTalk(observe(growing));
});
check(
  update.median < goals.update,
  `one more event at the end of it: median ${update.median.toFixed(1)}, p95 ${update.p95.toFixed(1)}, under ${goals.update}`,
);
const transcript = transcriptOf(10_000);
const tally = time(20, () => {
  const read = readTranscript(transcript);
  return read.kind === 'read' ? tallyOf(read.cues, read.skipped) : read;
});
check(
  tally.median < goals.tally,
  `tally of three hours in 10,000 cues: median ${tally.median.toFixed(1)} (first ${tally.first.toFixed(1)}), under ${goals.tally}`,
);

print();
print(missed.length === 0 ? 'All goals met.' : `Missed: ${missed.length}`);
process.exitCode = missed.length === 0 ? 0 : 1;

function transcriptOf(cues: number): string {
  const random = randomOf(3);
  const step = (3 * 3_600_000) / cues;
  return [
    'WEBVTT',
    ...Array.from({ length: cues }, (_, index) => {
      const from = Math.round(index * step);
      const to = from + Math.round(random.between(300, step * 1.5));
      const name = random.chance(0.6) ? 'Ana Ruiz' : 'Ben Okafor';
      return `${index}\n${stamp(from)} --> ${stamp(to)}\n<v ${name}>And so we went on &amp; on about it.</v>`;
    }),
  ].join('\n\n');
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
