import { expect, test } from 'vitest';
import { templates } from '../../shared/agenda/templates-bank.ts';
import { Template, templateFromTopics, topicsFromTemplate } from '../../shared/agenda/templates.ts';
import { Topic } from '../../shared/agenda/topic.ts';
import { english } from '../../shared/language/language.ts';
import { readWording } from '../../shared/agenda/wording.ts';
import { topic } from './agenda-builders.ts';

test('[A14] the templates cover the occasions, and none of their topics reads as a task', () => {
  expect(templates(english.say).map(({ name }) => name)).toEqual([
    'First 1:1',
    'Weekly',
    'Goals review',
    'Feedback',
    'Career',
    'Onboarding',
    'Return from leave',
  ]);
  for (const template of templates(english.say)) {
    expect(Template.parse(template)).toEqual(template);
    expect(template.topics.map(({ title }) => readWording(title).ask)).toEqual(
      template.topics.map(() => null),
    );
    const minutes = template.topics.reduce((sum, { plannedMinutes }) => sum + plannedMinutes!, 0);
    expect([template.name, minutes <= 60]).toEqual([template.name, true]);
  }
});

test('[A14] applying a template adds its topics in order, raised by whoever applied it', () => {
  const template: Template = {
    id: 't',
    name: 'T',
    topics: [
      { title: 'One', element: 'feedback', plannedMinutes: 5 },
      { title: 'Two', element: 'progress', plannedMinutes: null },
    ],
  };
  const made = topicsFromTemplate(template, {
    idOf: (index) => `n${index}`,
    raisedBy: 'ana',
    meetingNumber: 4,
  });
  const raised = { raisedBy: 'ana', raisedIn: 4 };
  expect(made.map((each) => Topic.parse(each))).toEqual([
    topic('n0', { ...raised, title: 'One', element: 'feedback', plannedMinutes: 5 }),
    topic('n1', { ...raised, title: 'Two' }),
  ]);
});

test('[A14] a saved template keeps titles, elements and minutes, and nothing that was said', () => {
  const said = topic('a', {
    title: ' Pay ',
    notes: 'private matters',
    plannedMinutes: 10,
    state: 'done',
  });
  expect(
    templateFromTopics([said, topic('b', { title: '  ' })], { id: 's', name: ' Ours ' }),
  ).toEqual({
    id: 's',
    name: 'Ours',
    topics: [{ title: 'Pay', element: 'progress', plannedMinutes: 10 }],
  });
});

test('[A14] a long agenda is shortened to a template that can be read again', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    topic(`t${index}`, { title: '🙂'.repeat(150) }),
  );
  const saved = templateFromTopics(many, { id: 's', name: 'x'.repeat(200) });
  expect(Template.parse(saved)).toEqual(saved);
  expect(saved?.topics.length).toBe(20);
});

test('[A14] an agenda without titles, or a template without a name, is not saved', () => {
  expect(templateFromTopics([topic('a', { title: '' })], { id: 's', name: 'x' })).toBe(undefined);
  expect(templateFromTopics([topic('a')], { id: 's', name: ' ' })).toBe(undefined);
});
