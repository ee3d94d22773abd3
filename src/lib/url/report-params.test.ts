import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copies, reportLanguages } from '#core/domain/report-choice.ts';
import { parseReportChoice, wholeReport, withReportChoice } from './report-params.ts';

const searchOf = (href: string) => new URLSearchParams(href.split('?')[1] ?? '');

test('what a link says is read back', () => {
	const id = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !/[\n\r\u2028\u2029]/.test(text));
	const choice = fc.record({
		scope: fc.option(fc.record({ unit: fc.constantFrom('agency' as const, 'team' as const), id })),
		copy: fc.constantFrom(...copies),
		language: fc.option(fc.constantFrom(...reportLanguages)),
		version: fc.option(fc.oneof(fc.constant('now' as const), fc.integer({ min: 1, max: 9999 })))
	});
	fc.assert(
		fc.property(
			choice,
			fc.constantFrom('/reports/2026-10', '/reports/2026-10?origin=all'),
			(chosen, href) => {
				expect(parseReportChoice(searchOf(withReportChoice(href, chosen)))).toEqual(chosen);
			}
		)
	);
});

test('the default adds nothing, and what cannot be read is the default', () => {
	expect(withReportChoice('/reports/2026-10', wholeReport)).toBe('/reports/2026-10');
	expect(parseReportChoice(new URLSearchParams('scope=country:x&copy=secret&lang=fr&version=0'))).toEqual(
		wholeReport
	);
});
