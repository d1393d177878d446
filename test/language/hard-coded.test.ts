/** Whether anything is said to people past the languages. */
import { expect, test } from 'vitest';
import { hardCodedIn, sources } from './sources.ts';

/**
 * What speaks the reader's language by now. It only grows. Not `tabs/vite/`, which runs when the panel
 * is built and speaks to whoever builds it.
 */
const converted = [
  /^tabs\/(agenda|language|menu|outcomes|people|room|series|talk|teams|text)\//,
  /^tabs\/[^/]+$/,
  /^shared\/(agenda|language|outcomes|people|recap|room|series|talk)\//,
  /^bot\/(agenda|language|messages|notices|outcomes|people|recap|room|series|talk|tasks|teams)\//,
  /^bot\/(answer-errors|api|jobs|meeting-ended|meeting-started|refused)\.ts$/,
];

/** With the reason why. */
const excused = [
  // Reads English, and asks in English, whoever writes English.
  /^shared\/agenda\/wording/,
  // The kinds of nodes in a room, as Fluid knows them.
  /^shared\/(room\/room|talk\/talk)-schema\.ts$/,
  // Say what is wrong with a recording, and what a replay of it comes to: to whoever looks into it.
  /^shared\/talk\/(event|recording|reason|vtt)\.ts$/,
  // Says what is wrong with a band that no form lets anybody choose.
  /^shared\/talk\/band\.ts$/,
  // The name that a transcript gives.
  /^shared\/talk\/speaker-name\.ts$/,
  // The form of a request, and a fault that is dealt with where it is caught.
  /^tabs\/room\/(server|fluid-room)\.ts$/,
  // Said to whoever programs against the service.
  /^shared\/people\/naming\.ts$/,
  // Speak to whoever works at a command line.
  /^bot\/(agenda\/wording|talk\/command)\.ts$/,
  // Tells a panel's connection in the relay's own words why it is refused; no panel shows them.
  /^bot\/room\/relay-process\.ts$/,
  // Tell the log what Teams did, and Teams in its own words what became of it.
  /^bot\/teams\/(activity|connector-trouble|teams-bot)\.ts$/,
];

const speaking = sources.filter(
  ({ path }) =>
    converted.some((each) => each.test(path)) && !excused.some((each) => each.test(path)),
);

test('[L3] nothing that people read or hear is written into what speaks their language', () => {
  expect(speaking.flatMap((source) => hardCodedIn(source))).toEqual([]);
  expect(speaking.length).toBeGreaterThan(60);
});

test('[L3] every file that is excused is there, and has words to excuse', () => {
  const needless = excused.filter(
    (each) => !sources.some((source) => each.test(source.path) && hardCodedIn(source).length > 0),
  );
  expect(needless).toEqual([]);
});

const component = (body: string) => ({
  path: 'tabs/x.tsx',
  text: `import { useSay } from './language/language-context.ts';\nexport const X = () => ${body};\n`,
});

test('[L3] words are found wherever a component can show them', () => {
  const showing = [
    '<b>here</b>',
    "<b>{isHere ? say('here') : 'away'}</b>",
    '<b>{`${count} min`}</b>',
    '<b title="more" />',
    "<b aria-label={name ?? 'nobody'} />",
    "<Field label={'by ' + name} />",
    "<b onClick={() => announce('saved')} />",
    "<Row action={{ name: 'Put first' }} />",
    '<Row action="Take it back" />',
    "rows.map(() => ['Done', 1])",
  ];
  expect(showing.map((body) => hardCodedIn(component(body)))).toEqual([
    ['tabs/x.tsx:2: here'],
    ['tabs/x.tsx:2: away'],
    ['tabs/x.tsx:2: … min'],
    ['tabs/x.tsx:2: more'],
    ['tabs/x.tsx:2: nobody'],
    ['tabs/x.tsx:2: by'],
    ['tabs/x.tsx:2: saved'],
    ['tabs/x.tsx:2: Put first'],
    ['tabs/x.tsx:2: Take it back'],
    ['tabs/x.tsx:2: Done'],
  ]);
});

test('[L3] names, styles, comparisons and faults are no words', () => {
  const silent = [
    '<b title={say(\'More\')} className="Some name" />',
    "<b>{say('{count, number} min', { count })}</b>",
    "<b>{event.key === 'Escape' && count}</b>",
    '<b>1:1 · {count}</b>',
    "makeStyles({ row: { border: 'thin solid black' } })",
    "fail(new Error('Some fault'))",
    "import('./Some file.ts')",
    "pick<'Some name'>({ Key: 1 })",
  ];
  expect(silent.flatMap((body) => hardCodedIn(component(body)))).toEqual([]);
});
