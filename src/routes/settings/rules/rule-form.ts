import type { RegionRules, RuleChoice } from '#core/domain/rule-choice.ts';

/** Reads the form: `pack`, and for each `region` a `pack:region` and `zone:region`. A region without pack has no rules of its own. */
export function readChoice(form: FormData): RuleChoice {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const regions = form.getAll('region').filter((value) => typeof value === 'string');
	const own = regions
		.map((region): [string, RegionRules] => [
			region,
			{ pack: text(`pack:${region}`), timeZone: text(`zone:${region}`) || null }
		])
		.filter(([, { pack }]) => pack !== '');
	return { pack: text('pack') || null, regions: Object.fromEntries(own) };
}
