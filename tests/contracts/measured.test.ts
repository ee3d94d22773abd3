import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateKpi } from '#core/stats/kpi-change.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { loadMeasured, taggerCounts } from '#server/app/measured-quality.ts';
import { openTagger } from '#server/app/open-tagger.ts';

const packs = resolve('db/packs');
const all = { language: [], theme: [] };

describe('the measured quality of tags', () => {
	it('is of the rules that are in force, and of every conduct theme', async () => {
		const tagger = await openTagger(packs);
		expect(tagger.measured?.packVersion).toBe(tagger.packs.version);
		const conduct = tagger.packs.themes.filter(({ taxonomy }) => taxonomy === 'conduct').map(({ id }) => id);
		for (const { themes } of tagger.measured?.languages ?? []) expect(Object.keys(themes)).toEqual(conduct);
	});

	it('adds up by language and theme, and recall counts what was missed', async () => {
		const measured = await loadMeasured(packs);
		for (const share of ['precision', 'recall'] as const) {
			const whole = taggerCounts(measured, share, all);
			const [en, zh] = (['en', 'zh-Hans'] as const).map((language) =>
				taggerCounts(measured, share, { ...all, language: [language] })
			);
			expect(whole.numerator).toBe((en?.numerator ?? 0) + (zh?.numerator ?? 0));
			expect(whole.denominator).toBe((en?.denominator ?? 0) + (zh?.denominator ?? 0));
			const value = evaluateKpi(kpis[share === 'precision' ? 'K33' : 'K43'], whole);
			expect(value.value).toBeGreaterThan(50);
			expect(value.interval?.high).toBeLessThan(100);
		}
		expect(taggerCounts(measured, 'recall', { ...all, theme: ['forgot_or_technical'] }).missing).toBe(
			'no-figures'
		);
		expect(taggerCounts(null, 'recall', all).missing).toBe('no-figures');
	});

	it('is refused when its file is damaged, and may be absent', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'measured-'));
		expect(await loadMeasured(folder)).toBeNull();
		writeFileSync(join(folder, 'measured.json'), '{"packVersion": 1}');
		await expect(loadMeasured(folder)).rejects.toMatchObject({ code: 'bad-pack' });
	});
});
