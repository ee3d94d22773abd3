import { expect, test as base } from '@playwright/test';

/** What a browser says of an answer that is none; some tests ask for such. */
const failedRequest = /^Failed to load resource/;

/** As Playwright's, and a test fails where a page of it throws, or reports an error, such as a hydration that failed. */
export const test = base.extend<{ readonly scriptErrors: readonly string[] }>({
	scriptErrors: [
		async ({ context }, use) => {
			const errors: string[] = [];
			context.on('weberror', (thrown) => errors.push(String(thrown.error())));
			context.on('console', (said) => {
				if (said.type() === 'error' && !failedRequest.test(said.text()))
					errors.push(`${said.page()?.url()}: ${said.text()}`);
			});
			await use(errors);
			expect(errors).toEqual([]);
		},
		{ auto: true }
	]
});
