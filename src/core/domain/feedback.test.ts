import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from './feedback.ts';
import { polarities, type Polarity, type Tag } from './tag.ts';
import { kinds, severities, taxonomies, type Severity, type Taxonomy } from './vocabulary.ts';

function aTag(taxonomy: Taxonomy, severity: Severity, polarity: Polarity = 'asserted', themeId = 'any'): Tag {
	return { themeId, taxonomy, severity, polarity, spans: [{ start: 0, end: 1, ruleId: 'r', polarity }] };
}
const emergencies = new Set(['suicidal_ideation']);
const inDanger = (polarity: Polarity) => aTag('impact', 4, polarity, 'suicidal_ideation');

describe('urgency', () => {
	it.each<[string, readonly Tag[], string, number]>([
		['nothing said', [], 'U4', 0],
		['low conduct', [aTag('conduct', 1)], 'U4', 1],
		['medium conduct', [aTag('conduct', 2)], 'U3', 2],
		['high conduct', [aTag('conduct', 3), aTag('conduct', 2)], 'U2', 3],
		['critical conduct', [aTag('conduct', 1), aTag('conduct', 4)], 'U1', 4],
		['critical impact', [aTag('impact', 4)], 'U1', 4],
		['a process failure alone', [aTag('process', 1)], 'U3', 0],
		['a severe process failure', [aTag('process', 4)], 'U3', 0],
		['a process failure and high conduct', [aTag('process', 1), aTag('conduct', 3)], 'U2', 3],
		['a reason, praise or wish', [aTag('reason', 3), aTag('positive', 4), aTag('remedy', 2)], 'U4', 0],
		['a threat counts as done', [aTag('conduct', 4, 'threatened')], 'U1', 4],
		['a denial does not', [aTag('conduct', 4, 'negated')], 'U4', 0],
		['nor a what-if', [aTag('conduct', 4, 'hypothetical')], 'U4', 0],
		['nor the borrower’s own act', [aTag('conduct', 4, 'own_act')], 'U4', 0],
		['danger to life', [inDanger('asserted')], 'U0', 4],
		['danger to life, perhaps', [inDanger('hypothetical')], 'U0', 0],
		['danger to life by the borrower’s own act', [inDanger('own_act')], 'U0', 0],
		['danger to life denied', [inDanger('negated')], 'U4', 0]
	])('%s', (_what, tags, urgency, severity) => {
		expect(standingOf('call_feedback', tags, emergencies)).toMatchObject({ urgency, severity });
	});
});

describe('a complaint', () => {
	it.each<[string, 'complaint' | 'call_feedback', readonly Tag[], boolean]>([
		['is what was filed as one', 'complaint', [], true],
		['is any feedback about conduct', 'call_feedback', [aTag('conduct', 1)], true],
		['or about process', 'call_feedback', [aTag('process', 1)], true],
		['not one that denies it', 'call_feedback', [aTag('conduct', 4, 'negated')], false],
		['not one of hardship or praise', 'call_feedback', [aTag('impact', 4), aTag('positive', 1)], false]
	])('%s', (_what, kind, tags, isComplaint) => {
		expect(standingOf(kind, tags, emergencies).isComplaint).toBe(isComplaint);
	});
});

it('one tag more never makes a feedback less urgent or less severe, in whatever order', () => {
	const anyTag = fc
		.tuple(
			fc.constantFrom(...taxonomies),
			fc.constantFrom(...severities),
			fc.constantFrom(...polarities),
			fc.constantFrom('any', 'suicidal_ideation')
		)
		.map((tag) => aTag(...tag));
	fc.assert(
		fc.property(fc.constantFrom(...kinds), fc.array(anyTag), anyTag, (kind, tags, more) => {
			const before = standingOf(kind, tags, emergencies);
			const after = standingOf(kind, [...tags, more], emergencies);
			expect(after.urgency <= before.urgency).toBe(true);
			expect(after.severity).toBeGreaterThanOrEqual(before.severity);
			expect(standingOf(kind, [more, ...tags].reverse(), emergencies)).toEqual(after);
		})
	);
});
