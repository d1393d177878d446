/** Agendas to start from: what a pair talks about on an occasion, as topics with their time. */
import { z } from 'zod';
import type { UserId } from '../people/person.ts';
import { elements } from './element.ts';
import { titleLimit, type Topic } from './topic.ts';

export const templateNameLimit = 80;
export const templateTopicsLimit = 20;

export const TemplateTopic = z.object({
  title: z.string().trim().min(1).max(titleLimit),
  element: z.enum(elements),
  plannedMinutes: z.int().min(1).max(480).nullable(),
});
export type TemplateTopic = Readonly<z.infer<typeof TemplateTopic>>;

/** Ours, or one that a pair has saved. */
export const Template = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(templateNameLimit),
  topics: z.array(TemplateTopic).min(1).max(templateTopicsLimit),
});
export type Template = Readonly<z.infer<typeof Template>>;

/**
 * The topics that applying a template adds, in its order. Made in one go, so that the panel can
 * add them in one edit and take them back in one.
 */
export function topicsFromTemplate(
  template: Template,
  {
    idOf,
    raisedBy,
    meetingNumber,
  }: {
    /** A new id for the topic at `index`. */
    readonly idOf: (index: number) => string;
    readonly raisedBy: UserId;
    readonly meetingNumber: number;
  },
): readonly Topic[] {
  return template.topics.map((topic, index) => ({
    ...topic,
    id: idOf(index),
    raisedBy,
    raisedIn: meetingNumber,
    notes: '',
    state: 'open',
  }));
}

/**
 * The agenda as a template to save: titles, elements and minutes, and nothing that was said.
 * Undefined where no topic has a title yet.
 */
export function templateFromTopics(
  topics: readonly Topic[],
  { id, name }: { readonly id: string; readonly name: string },
): Template | undefined {
  const read = Template.safeParse({
    id,
    name: shortened(name, templateNameLimit),
    topics: topics
      .map(({ title, element, plannedMinutes }) => ({
        title: shortened(title, titleLimit),
        element,
        plannedMinutes,
      }))
      .filter(({ title }) => title !== '')
      .slice(0, templateTopicsLimit),
  });
  return read.success ? read.data : undefined;
}

/** Two people typing at once can pass a limit together; a template keeps what fits. */
function shortened(text: string, limit: number): string {
  return Array.from(text.trim())
    .reduce((kept, letter) => (kept.length + letter.length <= limit ? kept + letter : kept), '')
    .trim();
}
