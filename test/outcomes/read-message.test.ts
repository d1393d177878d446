import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage, type AskedOfBot } from '../../bot/messages/read-message.ts';

/** Half past midnight on Monday the 23rd in Vienna; still Sunday in UTC. */
const where = { now: Date.UTC(2026, 10, 22, 23, 30), timeZone: 'Europe/Vienna', locale: 'en-GB' };

const understood: [string, AskedOfBot][] = [
  ['<at>Evenhand</at> help', { kind: 'help' }],
  ['<at>Evenhand</at>&nbsp;HELP!', { kind: 'help' }],
  ['hlep', { kind: 'help' }],
  ['Agenda', { kind: 'agenda' }],
  ['agneda please', { kind: 'agenda' }],
  ['outcoms', { kind: 'outcomes' }],
  ['recap', { kind: 'recap' }],
  ['Settngs', { kind: 'settings' }],
  ['privcy', { kind: 'privacy' }],
  ['exprot', { kind: 'export' }],
  ['delete', { kind: 'delete' }],
  ['undo', { kind: 'undo' }],
  ['done 2', { kind: 'done', number: 2 }],
  ['done #12', { kind: 'done', number: 12 }],
  ['Reached 1', { kind: 'done', number: 1 }],
  ['drop number 3', { kind: 'drop', number: 3 }],
  ['move 2 to friday', { kind: 'move', number: 2, to: '2026-11-27' }],
  ['move 1 to tomorrow', { kind: 'move', number: 1, to: '2026-11-24' }],
  ['move 1 to in two weeks', { kind: 'move', number: 1, to: '2026-12-07' }],
  ['move 1 3/12', { kind: 'move', number: 1, to: '2026-12-03' }],
  ['move 1 to 2027-01-15', { kind: 'move', number: 1, to: '2027-01-15' }],
  ['move 1 to no date', { kind: 'move', number: 1, to: null }],
  ['add Plan the workshop', { kind: 'add', title: 'Plan the workshop' }],
  ['add topic Plan: <b>now</b>', { kind: 'add', title: 'Plan: <b>now</b>' }],
  ['note 2: the team has started', { kind: 'note', number: 2, text: 'the team has started' }],
  ['Note #1 3 of 4 are in', { kind: 'note', number: 1, text: '3 of 4 are in' }],
  ['digest off', { kind: 'digest', on: false }],
  ['reminders on', { kind: 'reminders', on: true }],
  ['lunch?', { kind: 'unknown' }],
  ['', { kind: 'unknown' }],
  ['<at>Evenhand</at>', { kind: 'unknown' }],
];

test.for(understood)('[M1] "%s" asks for %j', ([text, asked]) => {
  expect(readMessage(text, where)).toEqual(asked);
});

test.for([
  'done',
  'drop it',
  'move',
  'move 2',
  'move 2 to whatever',
  'add',
  'add  ',
  'note',
  'note 2',
  'digest',
])('[M1] "%s" lacks something, and is told by an example', (text) => {
  expect(readMessage(text, where)).toMatchObject({ kind: 'incomplete' });
});

test('[M1] where 3/12 is the twelfth of March, it is', () => {
  expect(readMessage('move 1 to 3/12', { ...where, locale: 'en-US' })).toEqual({
    kind: 'move',
    number: 1,
    to: '2027-03-12',
  });
});

test('[M1] whatever is written is read as something', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      expect(readMessage(`move 1 to ${text}`, where).kind).toMatch(/move|incomplete/);
      expect(readMessage(text, where).kind).toBeTypeOf('string');
    }),
  );
});
