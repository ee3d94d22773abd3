import { join } from 'node:path';
import { evaluateTagger } from '#server/app/evaluate-tagger.ts';
import { measuredFile, measuredOf } from '#server/app/measured-quality.ts';
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
