/** Holds back what a page asks its server for. */
import type { Page } from 'playwright-core';

/** Of what `url` names; answers how to let it go on, which everything else of the page then does too. */
export async function holdBack(page: Page, url: RegExp): Promise<() => Promise<void>> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return async () => {
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
  };
}
