import { beforeAll, expect, test } from 'vitest';
import { type BuiltPanel, builtPanel, firstSight, joining } from './built-panel.ts';

const kilobyte = 1_000;
const themes = ['light', 'dark', 'contrast'];

let panel: BuiltPanel;

beforeAll(async () => {
  panel = await builtPanel();
});

test.each(themes)(
  '[Q1] the agenda is readable after 200 KB of JavaScript at most, in %s',
  async (theme) => {
    expect(await panel.bytesOf(firstSight(theme))).toBeLessThanOrEqual(200 * kilobyte);
  },
);

test.each(themes)(
  '[Q1] the agenda is editable after 500 KB of JavaScript at most, in %s',
  async (theme) => {
    const bytes = await panel.bytesOf([...firstSight(theme), joining]);
    expect(bytes).toBeLessThanOrEqual(500 * kilobyte);
  },
);

test('[Q2] what is not read at first sight is not loaded before it', () => {
  const loaded = panel.loadedWith(firstSight('light'));
  const later = [
    joining,
    'outcomes/outcomes.tsx',
    'agenda/drag-area.tsx',
    'menu/opened-menu.tsx',
    'agenda/templates-dialog.tsx',
    'agenda/private-note.tsx',
    'talk/live-balance.tsx',
    'talk/talk-review.tsx',
    'talk/talk-trend.tsx',
    'teams/themes/dark.ts',
  ];
  // Each is a part of its own, and none is among those.
  expect(later.map((part) => panel.loadedWith([part]).has(part))).toEqual(later.map(() => true));
  expect(later.filter((part) => loaded.has(part))).toEqual([]);
});

test('[Q2] the page names every file of the live room, so that they are fetched before they are run', async () => {
  expect(await panel.namedForRoom()).toEqual(panel.filesBeyondPage([joining]));
});

test.each(['index.html', joining])(
  'the browser is told in the first words of its file that all of %s is run at once',
  async (part) => {
    // Anywhere else the words would be without effect, and nothing but the first sight would tell.
    expect(await panel.codeOf(part)).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  },
);
