/** Two people whose Teams speaks different languages, in one 1:1. */
import { expect, test } from 'vitest';
import type { SidePanel, Who } from './side-panel.ts';
import { story } from './story.ts';

const { window } = story();

/** Several languages and looks of the panel, read by axe, on a machine that has other work. */
const slowly = { timeout: 240_000 };

const page = (panel: SidePanel) => panel.frame.locator('html');
const region = (panel: SidePanel, name: string) => panel.frame.getByRole('region', { name });
const field = (panel: SidePanel, name: string) =>
  panel.frame.getByRole('textbox', { name, exact: true });
const list = (panel: SidePanel, name: string) =>
  panel.frame.getByRole('list', { name, exact: true });

const here = (panel: SidePanel, word: string) =>
  panel.frame.getByRole('img', { name: word, exact: true }).count();

async function speak(who: Who, language: string): Promise<void> {
  await window().page.getByLabel(`${who}'s language`).selectOption({ label: language });
}

/** The words of a panel, once its room is there. */
async function shows(panel: SidePanel, ...words: readonly string[]): Promise<void> {
  for (const each of words)
    await expect
      .poll(() => panel.frame.getByText(each, { exact: true }).count())
      .toBeGreaterThan(0);
}

test(
  '[L1] [L4] each reads the panel in their own language, and Arabic from right to left',
  slowly,
  async () => {
    const { ana, ben } = window();
    await speak('Ana', 'Deutsch');
    await speak('Ben', 'العربية');
    await region(ana, 'Agenda').waitFor();
    await shows(ana, 'Noch nichts auf der Agenda. Auch ohne Agenda kann ein 1:1 gut sein.');
    await shows(ben, 'لا شيء في جدول الأعمال بعد. قد يكون اللقاء بلا جدول لقاءً جيدًا.');
    expect(await page(ana).getAttribute('lang')).toBe('de-DE');
    expect(await page(ana).getAttribute('dir')).toBe('ltr');
    expect(await page(ben).getAttribute('lang')).toBe('ar-SA-u-nu-latn');
    expect(await page(ben).getAttribute('dir')).toBe('rtl');
    await field(ana, 'Thema hinzufügen').fill('Übergabe');
    await field(ana, 'Thema hinzufügen').press('Enter');
    const topic = list(ben, 'جدول الأعمال').getByRole('listitem', { name: 'Übergabe' });
    await topic.waitFor();
    expect(await topic.getByRole('textbox', { name: 'العنوان' }).getAttribute('dir')).toBe('auto');
    await topic.getByRole('button', { name: 'ناقشه الآن' }).click();
    await shows(ana, 'Im Gespräch');
  },
);

test(
  '[L1] what was agreed and what is kept is told in the language of each, with its days',
  slowly,
  async () => {
    const { ana, ben } = window();
    await field(ana, 'Was habt ihr vereinbart?').fill('Die Übergabe steht');
    await ana.frame.getByLabel('Bis wann', { exact: true }).fill('2027-03-02');
    await ana.frame.getByRole('button', { name: 'Ergebnis hinzufügen' }).click();
    const outcome = list(ben, 'النتائج').getByRole('listitem', { name: 'Die Übergabe steht' });
    await outcome.getByRole('button', { name: 'إظهار التفاصيل' }).click();
    await outcome.getByRole('button', { name: 'السجلّ' }).click();
    await outcome.getByRole('listitem').filter({ hasText: 'Die Übergabe steht' }).waitFor();
    await outcome.getByRole('button', { name: 'تحقّقت' }).click();
    const reached = list(ana, 'Ergebnisse').getByRole('listitem', { name: 'Die Übergabe steht' });
    await reached.getByText('Erreicht', { exact: true }).waitFor();

    await ana.frame.getByRole('button', { name: 'Deine Daten' }).click();
    const dialog = ana.frame.getByRole('dialog', { name: 'Deine Daten' });
    await dialog.getByText('24 Monate (üblich)').waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: 'Dieses 1:1 löschen' }).click();
    await dialog.getByRole('button', { name: 'Ja, Ben Okafor fragen' }).click();
    await dialog.getByText('Du hast darum gebeten. Es geschieht, sobald').waitFor();
    await ben.frame.getByText('يطلب \u2068Ana Ferreira\u2069 حذف هذا اللقاء.').waitFor();
    await dialog.getByRole('button', { name: 'Meine Bitte zurückziehen' }).click();
    await dialog.getByText('Zurückgezogen: Es wird nichts gelöscht.').waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).click();
  },
);

test(
  '[L5] a template becomes topics in the language of who took it, for both',
  slowly,
  async () => {
    const { ana, ben } = window();
    await ben.frame.getByRole('button', { name: 'خيارات جدول الأعمال' }).click();
    await ben.frame.getByRole('menuitem', { name: 'القوالب' }).click();
    await ben.frame.getByRole('button', { name: 'استخدام \u2068أسبوعي\u2069' }).click();
    const titles = () =>
      list(ana, 'Agenda')
        .locator(':scope > li')
        .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
    await expect
      .poll(titles)
      .toEqual([
        'Übergabe',
        'كيف حالك، وكيف عبء العمل؟',
        'ما الأهم هذا الأسبوع، وكيف سنراه؟',
        'ما الذي يعيقنا، وما الذي يفيد؟',
        'ملاحظات في الاتجاهين',
      ]);
  },
);

test(
  '[L1] [L4] [T50] each reads in their own language what measuring means, and agrees to it there',
  slowly,
  async () => {
    const { ana, ben, press, barriers } = window();
    const german = region(ana, 'Redeanteile');
    const arabic = region(ben, 'توازن الحديث');
    await german.getByRole('button', { name: 'Was es bedeutet, und einschalten' }).click();
    await shows(ana, 'Sehen könnt es ihr beide, sonst niemand.');
    await german.getByRole('button', { name: 'Für dieses Treffen zustimmen' }).click();
    await shows(ana, 'Du hast zugestimmt. Es fehlt noch die Zustimmung von Ben im eigenen Panel.');
    await arabic.getByRole('button', { name: 'ما معناه، والتفعيل' }).click();
    await shows(
      ben,
      'يودّ \u2068Ana\u2069 أن يرى كيف يتوزّع الحديث بينكما. لا يُقاس شيء حتى توافق أنت أيضًا.',
      'يراه كلاكما، ولا أحد سواكما.',
    );
    expect(await barriers('asked for consent in German and Arabic')).toEqual([]);
    await arabic.getByRole('button', { name: 'الموافقة لهذا الاجتماع' }).click();
    await press('Start meeting');
    await shows(ana, 'Misst.');
    await shows(ben, 'جارٍ القياس.');
  },
);

test(
  '[L7] whoever reads another language is neither asked about wording nor offered to be',
  slowly,
  async () => {
    const { ana, ben } = window();
    await field(ana, 'Thema hinzufügen').fill('Update on Jira tickets');
    await field(ana, 'Thema hinzufügen').press('Enter');
    await list(ana, 'Agenda').getByRole('listitem', { name: 'Update on Jira tickets' }).waitFor();
    await speak('Ben', 'English');
    await ben.frame.getByText('What result is this moving towards?').waitFor();
    expect(await ana.frame.getByRole('note').count()).toBe(0);
    const offered = async (panel: SidePanel, options: string, wording: string) => {
      await panel.frame.getByRole('button', { name: options }).click();
      await panel.frame.getByRole('menuitem').first().waitFor();
      const count = await panel.frame.getByRole('menuitemcheckbox', { name: wording }).count();
      await panel.frame.getByRole('menuitem').first().press('Escape');
      return count;
    };
    expect(await offered(ben, 'Agenda options', 'Ask me about wording')).toBe(1);
    expect(await offered(ana, 'Optionen der Agenda', 'Zu Formulierungen nachfragen')).toBe(0);
  },
);

test('[L1] [W1] nothing bars anybody in the other languages', slowly, async () => {
  const { ana, ben, barriers } = window();
  await speak('Ana', '日本語');
  await speak('Ben', 'العربية');
  await field(ana, 'トピックを追加').waitFor();
  await field(ben, 'أضف موضوعًا').waitFor();
  // Both panels were loaded anew: what is read is how they stand, not how they come.
  await expect.poll(() => here(ana, '参加中')).toBe(2);
  await expect.poll(() => here(ben, 'هنا')).toBe(2);
  expect(await barriers('in Japanese and Arabic')).toEqual([]);
});

test('[L6] a language that cannot be loaded leaves the panel in English', slowly, async () => {
  const { page: browser, ana } = window();
  await browser
    .context()
    .route(/\/assets\/fr-[\w-]+\.js$/, (route) => route.abort('connectionrefused'));
  await window().throughOutage(async () => {
    await speak('Ana', 'Français');
    await field(ana, 'Add a topic').waitFor();
  });
  expect(await page(ana).getAttribute('lang')).toBe('en');
});

test(
  '[L10] [L11] the bot answers each in their language, and shows each the recap in it',
  slowly,
  async () => {
    const { page: browser, cards, press } = window();
    const chat = browser.getByRole('region', { name: 'Meeting chat' });
    const asks = async (who: Who, text: string, answer: string) => {
      await chat.getByRole('radio', { name: who, exact: true }).check();
      await chat.getByRole('textbox', { name: 'Message' }).fill(`@Evenhand ${text}`);
      await chat.getByRole('textbox', { name: 'Message' }).press('Enter');
      await cards.filter({ hasText: answer }).waitFor();
    };
    await asks('Ana', 'outcomes', 'Aucun résultat ouvert.');
    await asks('Ben', 'outcomes', 'لا نتائج مفتوحة.');
    await press('Start meeting');
    await press('End meeting');
    await cards.filter({ hasText: 'الملخص' }).waitFor();
    expect(await chat.locator('[dir="rtl"]').filter({ hasText: 'الملخص' }).count()).toBeGreaterThan(
      0,
    );
    await chat.getByRole('radio', { name: 'Ana', exact: true }).check();
    await cards.filter({ hasText: 'Récapitulatif' }).waitFor();
  },
);
