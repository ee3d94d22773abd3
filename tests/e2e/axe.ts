import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds on the page, one line a rule; `rules` are all of axe's own where none are named. */
export async function findProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
	// Without the passes, and in one call, a page of 20,000 elements takes half the time.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
	const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
	return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
}
