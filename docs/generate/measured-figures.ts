import { join } from 'node:path';
import { evaluateTagger, type Evaluation } from '#server/app/evaluate-tagger.ts';
import { measuredFile, type MeasuredLanguage } from '#server/app/measured-quality.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import type { Generator } from './generator.ts';

/** How well conduct themes are found in the held-back labels, for the pages and KPIs that show it. */
export function measuredFigures(top: string): Generator {
	return {
		path: `db/packs/${measuredFile}`,
		make: async () => {
			const tagger = await openTagger(join(top, 'db/packs'));
			const languages = [];
			for (const language of ['en', 'zh'] as const)
				languages.push(
					measuredOf(
						language,
						await evaluateTagger(tagger, { from: join(top, `db/gold/${language}_dev_labels.jsonl.gz`) })
					)
				);
			const figures = { packVersion: tagger.packs.version, languages };
			return `${JSON.stringify(figures, null, '\t')}\n`;
		}
	};
}

/** What of an evaluation is committed. */
function measuredOf(language: MeasuredLanguage['language'], { conduct }: Evaluation): MeasuredLanguage {
	return {
		language,
		texts: conduct.texts,
		themes: Object.fromEntries(
			conduct.labels.map(({ label, n, hits, falseHits, misses }) => [label, { n, hits, falseHits, misses }])
		)
	};
}
