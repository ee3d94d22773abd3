import { z } from 'zod';
import {
	scoreLabels,
	shareOf,
	type Judged,
	type MultilabelScore,
	type Share
} from '#core/stats/multilabel-score.ts';
import { maskText } from '#core/text/mask/mask.ts';
import type { TaggingDeps } from './open-tagger.ts';
import { readLines } from './read-lines.ts';
import { tagText, type BadLine, type TaggedText } from './tag-texts.ts';

const flags = ['distress', 'suicidal', 'positive'] as const;

const gold = z.object({
	uid: z.union([z.string(), z.number()]),
	text: z.string(),
	conduct: z.array(z.string()),
	unsure: z.array(z.string()).default([]),
	pii: z.array(z.string().min(1)).default([]),
	distress: z.boolean().optional(),
	suicidal: z.boolean().optional(),
	positive: z.boolean().optional()
});
type Gold = z.infer<typeof gold>;

export interface MaskScore {
	/** Personal-data substrings that the labels name, and those of them not to be found in the masked text. */
	readonly named: number;
	readonly gone: number;
	readonly goneShare: Share | null;
	/** Characters outside the named substrings, and those of them that were masked all the same. */
	readonly others: number;
	readonly overMasked: number;
	readonly overMaskedShare: Share | null;
}
export interface Evaluation {
	readonly conduct: MultilabelScore;
	/** The booleans of a text, scored like labels. */
	readonly flags: MultilabelScore;
	readonly masking: MaskScore;
	readonly badLines: readonly BadLine[];
}

/** Scores the tagger and the masker against a file of labels. A bad line is left out and given back. */
export async function evaluateTagger(
	deps: TaggingDeps,
	{ from }: { readonly from: string }
): Promise<Evaluation> {
	const badLines: BadLine[] = [];
	const conduct: Judged[] = [];
	const judgedFlags: Judged[] = [];
	const masking: Pick<MaskScore, 'named' | 'gone' | 'others' | 'overMasked'>[] = [];
	for await (const line of readLines(from, gold)) {
		if (line.row === null) badLines.push({ line: line.number, reason: line.reason });
		else {
			const tagged = tagText(deps, line.row);
			conduct.push({
				expected: new Set(line.row.conduct),
				ignored: new Set(line.row.unsure),
				found: new Set(tagged.conduct)
			});
			judgedFlags.push(judgeFlags(line.row, tagged));
			masking.push(judgeMask(line.row));
		}
	}
	const themes = deps.packs.themes.filter(({ taxonomy }) => taxonomy === 'conduct').map(({ id }) => id);
	return {
		conduct: scoreLabels(themes, conduct),
		flags: scoreLabels(flags, judgedFlags),
		masking: sumMasks(masking),
		badLines
	};
}

/** A flag that the labels do not give is neither right nor wrong. */
function judgeFlags(row: Gold, tagged: TaggedText): Judged {
	return {
		expected: new Set(flags.filter((flag) => row[flag])),
		ignored: new Set(flags.filter((flag) => row[flag] === undefined)),
		found: new Set(flags.filter((flag) => tagged[flag]))
	};
}

function judgeMask({ text, pii }: Gold): Pick<MaskScore, 'named' | 'gone' | 'others' | 'overMasked'> {
	const { text: masked, masked: tokens } = maskText(text);
	const gone = pii.filter((each) => !masked.includes(each));
	const kept = masked.length - tokens.reduce((length, { start, end }) => length + end - start, 0);
	return {
		named: pii.length,
		gone: gone.length,
		others: text.length - countCovered(text, pii),
		overMasked: Math.max(0, text.length - kept - countCovered(text, gone))
	};
}

/** Characters of the text that belong to any of the parts, wherever they occur. */
function countCovered(text: string, parts: readonly string[]): number {
	const isCovered = new Uint8Array(text.length);
	for (const part of parts) {
		for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
			isCovered.fill(1, at, at + part.length);
	}
	return isCovered.reduce((sum, each) => sum + each, 0);
}

function sumMasks(texts: readonly Pick<MaskScore, 'named' | 'gone' | 'others' | 'overMasked'>[]): MaskScore {
	const total = { named: 0, gone: 0, others: 0, overMasked: 0 };
	for (const { named, gone, others, overMasked } of texts) {
		total.named += named;
		total.gone += gone;
		total.others += others;
		total.overMasked += overMasked;
	}
	return {
		...total,
		goneShare: shareOf(total.gone, total.named),
		overMaskedShare: shareOf(total.overMasked, total.others)
	};
}
