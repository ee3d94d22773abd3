import { z } from 'zod';
import { EarshotError } from './errors.ts';
import type { Packs, PolarityPack, RulePack, Theme } from './theme-pack.ts';
import { severities, taxonomies, urgencies } from './vocabulary.ts';

const line = z.string().trim().min(1, 'must not be empty');
const bilingual = z.strictObject({ en: line, zh: line });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 22:00');
const phrases = z.array(line).superRefine((list, context) => {
	const seen = new Set<string>();
	for (const [index, phrase] of list.entries()) {
		if (seen.has(phrase))
			context.addIssue({ code: 'custom', path: [index], message: `“${phrase}” is there twice` });
		seen.add(phrase);
	}
});

const theme = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case words joined by “_”'),
	taxonomy: z.enum(taxonomies),
	severity: z.literal(severities),
	name: bilingual,
	counts: bilingual,
	notCounts: bilingual.nullable(),
	why: bilingual.nullable(),
	urgency: z.enum(urgencies).nullable(),
	clauses: z.array(
		z.strictObject({
			jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'must be two capitals'),
			text: line,
			isSourced: z.boolean()
		})
	),
	cfpb: line.nullable(),
	jrt: line.nullable(),
	phrases: z.strictObject({ en: phrases, zh: phrases })
});

const polarity = z.strictObject({
	language: z.enum(['en', 'zh']),
	negators: phrases,
	pseudoNegators: phrases,
	window: z.int().positive(),
	stops: z.array(z.string().min(1)),
	hypothetical: phrases,
	ownAct: phrases,
	threat: phrases
});

const rules = z.strictObject({
	id: z.string().regex(/^[a-z]{2}$/, 'must be two small letters'),
	name: bilingual,
	version: line,
	barredHours: z.strictObject({ from: clock, to: clock }).nullable(),
	frequency: z.array(
		z.strictObject({ cap: z.int().nonnegative(), days: z.int().positive(), per: line, note: bilingual })
	),
	thirdParty: bilingual,
	visits: bilingual,
	complaintClockDays: z.array(z.int().positive()),
	recordsYears: z.number().positive().nullable(),
	sources: z.array(z.strictObject({ title: line, isSourced: z.boolean() })).min(1)
});

/** Reads one taxonomy file: an array of themes, all of one taxonomy. Throws `bad-pack`; `file` is for the message. */
export function parseThemes(file: string, json: unknown): Theme[] {
	const themes = parse(file, z.array(theme).min(1), json);
	failOnDuplicates(file, themes, (each) => each.id, 'theme id');
	const first = themes[0]?.taxonomy;
	for (const [index, each] of themes.entries()) {
		if (each.taxonomy !== first)
			throw badPack(file, `[${index}].taxonomy`, `is “${each.taxonomy}” in a file of “${first}” themes`);
	}
	return themes;
}

/** Reads one language's polarity rules. Throws `bad-pack`. */
export function parsePolarity(file: string, json: unknown): PolarityPack {
	return parse(file, polarity, json);
}

/** Reads one jurisdiction's rule pack. Throws `bad-pack`. */
export function parseRules(file: string, json: unknown): RulePack {
	return parse(file, rules, json);
}

/** What no single file can show: ids unique over all files, polarity for both languages, a theme to tag at all. */
export function checkPacks(packs: Omit<Packs, 'version'>): void {
	failOnDuplicates('db/packs/themes', packs.themes, (each) => each.id, 'theme id');
	failOnDuplicates('db/packs/polarity', packs.polarity, (each) => each.language, 'language');
	failOnDuplicates('db/packs/rules', packs.rules, (each) => each.id, 'rule pack id');
	for (const taxonomy of taxonomies) {
		if (!packs.themes.some((each) => each.taxonomy === taxonomy))
			throw badPack('db/packs/themes', `${taxonomy}.json`, 'is missing: every taxonomy needs its themes');
	}
	for (const language of ['en', 'zh']) {
		if (!packs.polarity.some((each) => each.language === language))
			throw badPack(
				'db/packs/polarity',
				`${language}.json`,
				'is missing: both languages need polarity rules'
			);
	}
}

function parse<T>(file: string, schema: z.ZodType<T>, json: unknown): T {
	const result = schema.safeParse(json);
	if (result.success) return result.data;
	const issue = result.error.issues[0];
	throw badPack(file, writePath(issue?.path ?? []), issue?.message ?? 'is not a pack');
}

function writePath(path: readonly PropertyKey[]): string {
	const written = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
	return written.replace(/^\./, '') || 'the file';
}

function failOnDuplicates<T>(file: string, rows: readonly T[], idOf: (row: T) => string, what: string): void {
	const seen = new Set<string>();
	for (const row of rows) {
		const id = idOf(row);
		if (seen.has(id)) throw badPack(file, what, `“${id}” is there twice`);
		seen.add(id);
	}
}

function badPack(file: string, where: string, problem: string): EarshotError {
	return new EarshotError(
		'bad-pack',
		`Pack file ${file}: ${where}: ${problem}. Correct the file and start again.`
	);
}
