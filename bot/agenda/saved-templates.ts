/** The agendas that a pair saved for its own use. */
import { savedTemplatesLimit } from '../../shared/agenda/agenda-memory.ts';
import { Template } from '../../shared/agenda/templates.ts';
import type { Answer } from '../api.ts';
import { Refused } from '../refused.ts';
import { ownSeries } from '../series/own-series.ts';

export const savedTemplates: Answer = async (world, asked) => {
  const { id } = await ownSeries(world, asked);
  return { templates: await world.record(asked.caller.tenantId).templates(id) };
};

export const saveTemplate: Answer = async (world, asked) => {
  const template = Template.parse(asked.body);
  const { id } = await ownSeries(world, asked);
  if (template.id !== asked.parameters['templateId']) {
    throw new Refused('bad-request', (say) =>
      say('The template is named in two ways. Save it again.'),
    );
  }
  const record = world.record(asked.caller.tenantId);
  const saved = await record.templates(id);
  if (saved.length >= savedTemplatesLimit && saved.every((each) => each.id !== template.id)) {
    throw new Refused('bad-request', (say) =>
      say('A pair can save {count, number} templates. Remove one to save another.', {
        count: savedTemplatesLimit,
      }),
    );
  }
  await record.keepTemplate(id, template, world.now());
  return { templates: await record.templates(id) };
};

export const removeTemplate: Answer = async (world, asked) => {
  const { id } = await ownSeries(world, asked);
  const record = world.record(asked.caller.tenantId);
  const { templateId } = asked.parameters;
  if (typeof templateId === 'string') await record.removeTemplate(id, templateId);
  return { templates: await record.templates(id) };
};
