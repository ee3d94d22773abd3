import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleCharts } from '#lib/charts/sample-charts.ts';
import type { Datum } from '#lib/charts/spec.ts';
import { renderAt, renderChart } from './render-chart.ts';

const charts = sampleCharts();

function links(svg: string): readonly string[] {
	return [...svg.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href ?? '');
}

describe.each(Object.entries(charts))('%s', (_name, spec) => {
	const { wide, narrow } = renderChart(spec);

	test('is drawn at widths that differ', () => {
		expect(wide).toContain(`viewBox="0 0 890 ${spec.height}"`);
		expect(narrow).toContain(`viewBox="0 0 326 ${spec.height}"`);
		expect(links(wide)).toEqual(links(narrow));
	});

	test('has a link for each datum that has a value', () => {
		const data = ([spec.option.series].flat() as readonly { data: readonly (Datum | number | null)[] }[])
			.flatMap((series) => series.data)
			.flatMap((datum) =>
				typeof datum === 'object' && datum?.href && datum.value !== null ? [datum.href] : []
			);
		expect(data.length).toBeGreaterThan(1);
		expect(new Set(links(wide).map((href) => href.replaceAll('&amp;', '&')))).toEqual(new Set(data));
	});

	test('is well-formed, so that it can be saved as a picture', () => {
		const tags = wide.match(/<[^>]*>/g) ?? [];
		expect(tags.length).toBeGreaterThan(10);
		expect(tags.filter((tag) => !/^<(\/\w+|\w+(\s+[\w:-]+="[^"]*")*\s*\/?)>$/.test(tag))).toEqual([]);
	});

	test('knows its colours by name and carries nothing of the drawing library’s scripts', () => {
		expect(wide).toContain('var(--');
		expect(wide).not.toMatch(/ecmeta|<style|class=|zr\d/);
		expect(wide).not.toContain('undefined');
	});
});

test('equal charts give equal text, and charts on one page share no ids', () => {
	const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	const { wide, narrow } = renderChart(charts.rate);
	expect(renderChart(sampleCharts().rate).wide).toBe(wide);
	const ids = [wide, narrow, renderChart(charts.funnel).wide].flatMap(idsOf);
	expect(ids.length).toBeGreaterThan(2);
	expect(new Set(ids).size).toBe(ids.length);
});

test('names from data stay text', () => {
	const { wide } = renderChart(charts.funnel);
	expect(wide).toContain('West &lt;3&gt;');
	expect(wide).not.toContain('West <3>');
});

test('a chart without series is drawn empty', () => {
	const empty = { height: 100, option: { ...charts.trend.option, series: [] } };
	expect(links(renderAt(empty, 300))).toEqual([]);
	expect(renderAt(empty, 300)).toContain('viewBox="0 0 300 100"');
});

test('leaves nothing behind that keeps a process alive', () => {
	const script = `
		const { renderChart } = await import('#server/app/render-chart.ts');
		const { sampleCharts } = await import('#lib/charts/sample-charts.ts');
		console.log(Object.values(sampleCharts()).map((chart) => renderChart(chart).wide.length > 0).join());`;
	const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
		cwd: resolve(import.meta.dirname, '../../../..'),
		timeout: 20_000,
		encoding: 'utf8'
	});
	expect(printed.trim()).toBe('true,true,true,true');
});
