import { z } from 'zod';
import { EarshotError } from './errors.ts';
import type {
	Crosswalk,
	Packs,
	PatternRule,
	PolarityPack,
	RulePack,
	Theme,
	WordClasses
} from './theme-pack.ts';
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
	stops: phrases,
	hypothetical: phrases,
	ownAct: phrases,
	threat: phrases,
	norms: phrases,
	turns: phrases,
	comparisons: phrases,
	ownSpeech: phrases,
	speakers: z.strictObject({ agent: phrases, borrower: phrases })
});

const pattern = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z0-9_]+(?:\/[a-z0-9_-]+)+$/, 'must be small words joined by “/”, like theme/en/what'),
	theme: line,
	pattern: line,
	scope: z.enum(['clause', 'sentence', 'text']).default('sentence'),
	requires: phrases.default([]),
	excludes: phrases.default([]),
	polarity: z.enum(['asserted', 'threatened']).nullable().default(null),
	raises: z.boolean().default(false),
	matches: phrases.min(1, 'needs an example'),
	misses: phrases.min(1, 'needs an example'),
	source: line
});

const className = z.string().regex(/^[a-z][a-z_]*$/, 'must be small letters and “_”');
const classes = z.strictObject({
	language: z.enum(['en', 'zh']),
	skip: phrases,
	adverbs: phrases,
	sameAs: z.record(line, line),
	misspelt: z.record(line, line).optional(),
	alikeInPhrases: z.array(className),
	classes: z.record(className, phrases),
	quantities: z.record(
		z
			.string()
			.regex(/^(?:count_per|duration)_(?:minute|hour|day|week|month|year)$|^time_[ap]m$/, 'is no kind'),
		phrases
	),
	socialHours: z.strictObject({ from: clock, to: clock })
});

const rules = z.strictObject({
	id: z.string().regex(/^[a-z]{2}$/, 'must be two small letters'),
	name: bilingual,
	version: line,
	barredHours: z.strictObject({ from: clock, to: clock }).nullable(),
	frequency: z.array(
		z.strictObject({
			cap: z.int().nonnegative(),
			days: z.int().positive(),
			per: line,
			attempts: z.enum(['unanswered', 'calls', 'all']),
			note: bilingual
		})
	),
	thirdParty: bilingual,
	visits: bilingual,
	complaintClockDays: z.array(z.int().positive()),
	recordsYears: z.number().positive().nullable(),
	sources: z.array(z.strictObject({ title: line, isSourced: z.boolean() })).min(1)
});

const crosswalk = z.strictObject({
	id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case words joined by “_”'),
	name: bilingual,
	note: bilingual,
	themes: z
		.array(z.strictObject({ theme: line, category: line, rule: line.nullable(), isSourced: z.boolean() }))
		.min(1)
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

/** Reads one theme's rules in one language; `file` must end in `<language>/<theme>.json`. Throws `bad-pack`. */
export function parsePatterns(file: string, json: unknown): PatternRule[] {
	const rules = parse(file, z.array(pattern), json);
	failOnDuplicates(file, rules, (each) => each.id, 'rule id');
	const [, language, theme] = /(?:^|[\\/])(en|zh)[\\/]([a-z0-9_]+)\.json$/.exec(file) ?? [];
	if (language !== 'en' && language !== 'zh')
		throw badPack(file, 'the file', 'must lie in patterns/en or patterns/zh and be named after its theme');
	for (const [index, each] of rules.entries())
		if (each.theme !== theme)
			throw badPack(file, `[${index}].theme`, `is “${each.theme}” in the file of “${theme}”`);
	return rules.map((each) => ({ ...each, language }));
}

/** Reads one language's word classes. Throws `bad-pack`. */
export function parseClasses(file: string, json: unknown): WordClasses {
	return parse(file, classes, json);
}

/** Reads one jurisdiction's rule pack. Throws `bad-pack`. */
export function parseRules(file: string, json: unknown): RulePack {
	return parse(file, rules, json);
}

/** Reads one list of a regulator. Throws `bad-pack`. */
export function parseCrosswalk(file: string, json: unknown): Crosswalk {
	const parsed = parse(file, crosswalk, json);
	failOnDuplicates(file, parsed.themes, ({ theme }) => theme, 'theme');
	return parsed;
}

/** What no single file can show: ids unique over all files, polarity for both languages, a theme to tag at all. */
export function checkPacks(packs: Omit<Packs, 'version'>): void {
	failOnDuplicates('db/packs/themes', packs.themes, (each) => each.id, 'theme id');
	failOnDuplicates('db/packs/polarity', packs.polarity, (each) => each.language, 'language');
	failOnDuplicates('db/packs/classes', packs.classes, (each) => each.language, 'language');
	failOnDuplicates('db/packs/patterns', packs.patterns, (each) => each.id, 'rule id');
	for (const { id, theme } of packs.patterns) {
		if (!packs.themes.some((each) => each.id === theme))
			throw badPack('db/packs/patterns', id, `names the theme “${theme}”, which is in no taxonomy`);
	}
	failOnDuplicates('db/packs/crosswalks', packs.crosswalks, (each) => each.id, 'crosswalk id');
	for (const { id, themes } of packs.crosswalks)
		for (const { theme } of themes)
			if (!packs.themes.some((each) => each.id === theme))
				throw badPack('db/packs/crosswalks', id, `names the theme “${theme}”, which is in no taxonomy`);
	failOnDuplicates('db/packs/rules', packs.rules, (each) => each.id, 'rule pack id');
	for (const taxonomy of taxonomies) {
		if (!packs.themes.some((each) => each.taxonomy === taxonomy))
			throw badPack('db/packs/themes', `${taxonomy}.json`, 'is missing: every taxonomy needs its themes');
	}
	for (const language of ['en', 'zh']) {
		for (const folder of ['polarity', 'classes'] as const) {
			if (!packs[folder].some((each) => each.language === language))
				throw badPack(`db/packs/${folder}`, `${language}.json`, 'is missing: both languages need theirs');
		}
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
