import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import type { Filter } from '#core/domain/filter.ts';
import type { KpiCounts } from '#core/stats/kpi-change.ts';

const count = z.int().nonnegative();
const score = z.strictObject({
	/** Texts that carry the theme, by the labels. */
	n: count,
	hits: count,
	falseHits: count,
	misses: count
});
const languagePart = z.strictObject({
	language: z.enum(['en', 'zh']),
	texts: count,
	themes: z.record(z.string(), score)
});
const quality = z.strictObject({
	/** The rules that were measured. */
	packVersion: z.string(),
	languages: z.array(languagePart)
});

/** How well the conduct themes are found in held-back labelled texts, as committed with the packs. */
export type MeasuredQuality = z.infer<typeof quality>;
export type ThemeQuality = z.infer<typeof score>;
export type MeasuredLanguage = z.infer<typeof languagePart>;

export const measuredFile = 'measured.json';

/** Null where the packs come without figures. Throws `bad-pack` for a file that is damaged. */
export async function loadMeasured(packsDir: string): Promise<MeasuredQuality | null> {
	const text = await readFile(join(packsDir, measuredFile), 'utf8').catch(() => null);
	if (text === null) return null;
	try {
		return quality.parse(JSON.parse(text));
	} catch (error) {
		throw new EarshotError(
			'bad-pack',
			`The figures in ${join(packsDir, measuredFile)} are damaged. Restore the file, or write it again with npm run docs.`,
			{ cause: error }
		);
	}
}

const languageOf: Readonly<Record<string, MeasuredLanguage['language']>> = {
	en: 'en',
	'zh-Hans': 'zh',
	'zh-Hant': 'zh'
};

/** Over the languages and conduct themes that the filter asks for; all of them where it asks for none. */
export function taggerCounts(
	measured: MeasuredQuality | null,
	share: 'precision' | 'recall',
	filter: Pick<Filter, 'language' | 'theme'>
): KpiCounts {
	const languages = new Set(filter.language.map((language) => languageOf[language]));
	const scores = (measured?.languages ?? [])
		.filter(({ language }) => languages.size === 0 || languages.has(language))
		.flatMap(({ themes }) =>
			Object.entries(themes)
				.filter(([theme]) => filter.theme.length === 0 || filter.theme.includes(theme))
				.map(([, each]) => each)
		);
	const sum = (field: keyof ThemeQuality) => scores.reduce((total, each) => total + each[field], 0);
	const whole = sum('hits') + sum(share === 'precision' ? 'falseHits' : 'misses');
	if (whole === 0) return { numerator: 0, denominator: null, missing: 'no-figures' };
	return { numerator: sum('hits'), denominator: whole };
}
