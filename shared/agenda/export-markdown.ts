/** The agenda and the outcomes as Markdown, to keep or to paste. */
import { english, type Language } from '../language/language.ts';
import type { Say } from '../language/say.ts';
import { bothOwn, type Outcome } from '../outcomes/outcome.ts';
import { statusName } from '../outcomes/status-name.ts';
import type { Pair } from '../people/person.ts';
import type { RoomState } from '../room/room-state.ts';
import { elements } from './element.ts';
import { namesOfElements } from './element-names.ts';
import type { Topic } from './topic.ts';

export interface MarkdownSource {
  readonly seriesTitle: string;
  readonly pair: Pair;
  readonly state: RoomState;
}

/** What people typed cannot become a heading, a table, an image or HTML of the document. */
export function agendaMarkdown(
  { seriesTitle, pair, state }: MarkdownSource,
  language: Language = english,
): string {
  const { say } = language;
  const nameOf = (id: string) => markdownLine(pair.find((each) => each.id === id)?.name ?? '');
  const sections = elements.flatMap((element) => {
    const topics = state.topics.filter((topic) => topic.element === element);
    return topics.length === 0
      ? []
      : [
          `### ${namesOfElements(say)[element]}`,
          ...topics.map((topic) => topicMarkdown(say, topic, nameOf)),
        ];
  });
  return `${[
    `# ${say('{title}, meeting {number, number}', { title: markdownLine(seriesTitle) || '1:1', number: state.meetingNumber })}`,
    `## ${say('Agenda')}`,
    ...(sections.length === 0 ? [say('Nothing on the agenda.')] : sections),
    `## ${say('Outcomes')}`,
    ...(state.outcomes.length === 0
      ? [say('Nothing agreed yet.')]
      : state.outcomes.map((outcome) => outcomeMarkdown(language, outcome, nameOf, pair))),
  ].join('\n\n')}\n`;
}

function topicMarkdown(say: Say, topic: Topic, nameOf: (id: string) => string): string {
  const about = [
    topic.state === 'parked' ? say('parked') : '',
    topic.plannedMinutes === null
      ? ''
      : say('{count, number} min', { count: topic.plannedMinutes }),
    nameOf(topic.raisedBy) === '' ? '' : say('raised by {name}', { name: nameOf(topic.raisedBy) }),
  ].filter((part) => part !== '');
  const line = `- [${topic.state === 'done' ? 'x' : ' '}] ${markdownLine(topic.title) || say('Untitled')}`;
  return [
    about.length === 0 ? line : `${line} (${about.join(', ')})`,
    ...markdownQuote(topic.notes),
  ].join('\n');
}

function outcomeMarkdown(
  { say, list }: Language,
  outcome: Outcome,
  nameOf: (id: string) => string,
  pair: Pair,
): string {
  const owner =
    outcome.owner === bothOwn
      ? list(pair.map(({ name }) => markdownLine(name)))
      : nameOf(outcome.owner);
  const facts = [
    [say('Owner'), owner],
    [say('By'), outcome.by ?? ''],
    [say('Success'), markdownLine(outcome.success)],
    [say('Support'), markdownLine(outcome.support)],
    [say('Status'), outcome.status === 'open' ? '' : statusName(say, outcome.status)],
  ].filter(([, value]) => value !== '');
  return [
    `- [${outcome.status === 'reached' ? 'x' : ' '}] ${markdownLine(outcome.result) || say('Untitled')}`,
    ...facts.map(
      ([name, value]) => `  - ${say('{name}: {value}', { name: name ?? '', value: value ?? '' })}`,
    ),
  ].join('\n');
}

/** One line in which no character has a meaning of its own. */
export function markdownLine(text: string): string {
  return escaped(text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim());
}

/**
 * Notes keep their bold, lists and web links. Every line stands inside a quotation, so that
 * nothing in them can end the list they belong to.
 */
export function markdownQuote(notes: string): readonly string[] {
  const text = notes.trim();
  if (text === '') return [];
  return [
    '',
    ...text
      .split(/\r\n|[\n\r\u2028\u2029\v\f\u0085]/)
      .map((line) => `  > ${noteLine(line)}`.trimEnd()),
  ];
}

function noteLine(line: string): string {
  const [, indent = '', marker = '', rest = ''] = /^(\s*)([-*] |\d{1,3}\. )?(.*)$/.exec(line) ?? [];
  const start = marker === '' ? '' : `${indent.length > 1 ? '  ' : ''}${marker}`;
  const kept = /\*\*(?=\S)[^*]+\*\*|(?<!!)\[[^[\]()]+\]\((?:https?:\/\/|mailto:)[^\s()<>"'`\\]+\)/g;
  let read = 0;
  let out = start;
  for (const match of rest.matchAll(kept)) {
    out += escaped(rest.slice(read, match.index)) + keptMarkdown(match[0]);
    read = match.index + match[0].length;
  }
  out += escaped(rest.slice(read));
  // At the start of a line these would underline a heading, rule a line or open a list.
  return marker === '' ? out.replace(/^(\d{0,9})([-+=.)])/, String.raw`$1\$2`) : out;
}

function keptMarkdown(text: string): string {
  if (text.startsWith('**')) return `**${escaped(text.slice(2, -2))}**`;
  const [, label = '', address = ''] = /^\[(.*)\]\((.*)\)$/.exec(text) ?? [];
  return `[${escaped(label)}](${address})`;
}

function escaped(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[\\`*_{}[\]<>#|~&$]/g, String.raw`\$&`);
}
