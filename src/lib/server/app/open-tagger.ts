import { createHash } from 'node:crypto';
import type { Packs } from '#core/domain/theme-pack.ts';
import { withSecondOpinion } from '#core/nlp/classifier/second-opinion.ts';
import { createTagger, type Tagger } from '#core/nlp/tagger.ts';
import { loadClassifier } from './load-classifier.ts';
import { loadPacks } from './load-packs.ts';
import { loadMeasured, type MeasuredQuality } from './measured-quality.ts';

/** What tagging needs: no store, no data folder. */
export interface TaggingDeps {
	/** Where the rules were read. */
	readonly packsDir: string;
	readonly packs: Packs;
	readonly tagger: Tagger;
	/** Themes whose mere mention needs a person within the hour. */
	readonly emergencyThemes: ReadonlySet<string>;
	/** How well it finds themes, as measured before; null where the packs come without figures. */
	readonly measured: MeasuredQuality | null;
}

/**
 * Rules and second opinion, under one version. `compilesLater`: the patterns of a language are compiled when a text of it
 * is first tagged, for a process that may never meet one. Throws `bad-pack`, for a pattern where it is compiled.
 */
export async function openTagger(packsDir: string, { compilesLater = false } = {}): Promise<TaggingDeps> {
	const rules = await loadPacks(packsDir);
	const { weights, version } = await loadClassifier(packsDir);
	const packs = version === '' ? rules : { ...rules, version: joinVersions(rules.version, version) };
	return {
		packsDir,
		packs,
		tagger: withSecondOpinion(createTagger(packs, { compilesLater }), weights, packs.themes),
		emergencyThemes: new Set(packs.themes.filter(({ urgency }) => urgency === 'U0').map(({ id }) => id)),
		measured: await loadMeasured(packsDir)
	};
}

function joinVersions(...versions: readonly string[]): string {
	return createHash('sha256').update(versions.join()).digest('hex').slice(0, 12);
}
