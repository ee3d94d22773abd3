import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { EarshotError } from '#core/domain/errors.ts';
import { standingOf } from '#core/domain/feedback.ts';
import { isCounted, type Polarity, type Quantity, type Tag } from '#core/domain/tag.ts';
import type { Language, Severity, Taxonomy, Urgency } from '#core/domain/vocabulary.ts';
import { detectLanguage } from '#core/text/language.ts';
import { maskText } from '#core/text/mask/mask.ts';
import type { TaggingDeps } from './open-tagger.ts';
import { readLines } from './read-lines.ts';

/** One line of `earshot tag --out`: a stable contract. */
export interface TaggedText {
	readonly uid: string | number;
	readonly language: Language;
	readonly masked: string;
	/** Conduct themes that count. */
	readonly conduct: readonly string[];
	readonly tags: readonly TagLine[];
	readonly urgency: Urgency;
	readonly severity: Severity | 0;
	readonly distress: boolean;
	readonly suicidal: boolean;
	readonly positive: boolean;
}
export interface TagLine {
	readonly taxonomy: Taxonomy;
	readonly theme: string;
	readonly polarity: Polarity;
	/** [start, end) of the masked text, in UTF-16 code units. */
	readonly spans: readonly (readonly [number, number])[];
	/** What stands in the span that decided, and the rule that found it. */
	readonly evidence: string;
	readonly rule: string;
	/** 1 for a rule, the probability for a classifier. */
	readonly score: number;
	/** The figure in the evidence, where there is one. */
	readonly quantity?: Quantity;
}
export interface BadLine {
	readonly line: number;
	readonly reason: string;
}

const row = z.object({
	uid: z.union([z.string(), z.number()]),
	text: z.string(),
	kind: z.string().nullish(),
	channel: z.string().nullish()
});
const suicidalTheme = 'suicidal_ideation';
const distressThemes = new Set(['psychological_distress', 'physical_health', suicidalTheme]);

/** Masks and tags one text. */
export function tagText(
	{ tagger, emergencyThemes }: TaggingDeps,
	{ uid, text }: { readonly uid: string | number; readonly text: string }
): TaggedText {
	const masked = maskText(text).text;
	const language = detectLanguage(masked);
	const tags = tagger.tag(masked, language);
	const { severity, urgency } = standingOf('call_feedback', tags, emergencyThemes);
	const counted = tags.filter(isCounted);
	const conduct = counted.filter(({ taxonomy }) => taxonomy === 'conduct').map(({ themeId }) => themeId);
	return {
		uid,
		language,
		masked,
		conduct,
		tags: tags.map((tag) => toLine(masked, tag)),
		urgency,
		severity,
		distress: counted.some(({ themeId }) => distressThemes.has(themeId)),
		// Asked or imagined is enough: to miss one is worse than to look in vain.
		suicidal: tags.some(({ themeId, polarity }) => themeId === suicidalTheme && polarity !== 'negated'),
		positive: counted.some(({ taxonomy }) => taxonomy === 'positive')
	};
}

/** Tags every line of a JSONL file into another. A bad line is left out and given back; the others are done. */
export async function tagTexts(
	deps: TaggingDeps,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<{ readonly tagged: number; readonly badLines: readonly BadLine[] }> {
	if (resolve(from) === resolve(to))
		throw new EarshotError('bad-input', `${from} is both --in and --out. Write to another file.`);
	const badLines: BadLine[] = [];
	let tagged = 0;
	async function* lines(): AsyncGenerator<string> {
		for await (const line of readLines(from, row)) {
			if (line.row === null) badLines.push({ line: line.number, reason: line.reason });
			else {
				tagged++;
				yield `${JSON.stringify(tagText(deps, line.row))}\n`;
			}
		}
	}
	try {
		await pipeline(Readable.from(lines()), createWriteStream(to));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
		throw new EarshotError(
			'bad-file',
			`The file ${to} cannot be written. Check its folder and your rights.`,
			{
				cause: error
			}
		);
	}
	return { tagged, badLines };
}

function toLine(text: string, { taxonomy, themeId, polarity, spans }: Tag): TagLine {
	const deciding = spans.find((span) => span.polarity === polarity) ?? spans[0];
	const quantity = spans.find((span) => span.quantity)?.quantity;
	return {
		taxonomy,
		theme: themeId,
		polarity,
		spans: spans.map(({ start, end }) => [start, end]),
		evidence: deciding ? text.slice(deciding.start, deciding.end) : '',
		rule: deciding?.ruleId ?? '',
		score: deciding?.score ?? 1,
		...(quantity ? { quantity } : {})
	};
}
