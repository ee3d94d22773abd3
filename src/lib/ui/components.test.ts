import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFilter } from '#core/domain/filter.ts';
import type { KpiValue } from '#core/domain/kpi.ts';
import { kpis } from '#core/domain/kpis/registry.ts';
import { getLocale, overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { sampleCharts } from '#lib/charts/sample-charts.ts';
import { parseFilter } from '#lib/url/filter-params.ts';
import AppShell from './AppShell.svelte';
import Chart from './Chart.svelte';
import DataTable from './DataTable.svelte';
import Evidence from './Evidence.svelte';
import FilterBar from './FilterBar.svelte';
import KpiTile from './KpiTile.svelte';
import { navPages } from './nav.ts';
import Pager from './Pager.svelte';
import SeverityBadge from './SeverityBadge.svelte';

const getPageLocale = getLocale;
beforeAll(() => overwriteGetLocale(() => 'en'));
afterAll(() => overwriteGetLocale(getPageLocale));

/** What the server sends, without Svelte's marker comments. */
function html(component: Component<never>, props: object): string {
	return render(component as Component<object>, { props }).body.replace(/<!--.*?-->/g, '');
}
function textOf(markup: string): string {
	return markup
		.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

describe('Evidence', () => {
	const text = 'they rang <my> mother';
	const tag = {
		themeId: 'third_party',
		name: 'Family contacted',
		href: '/feedback?theme=third_party',
		severity: 3,
		polarity: 'asserted',
		status: 'machine',
		spans: [{ start: 5, end: 14, ruleId: 'third_party/en/4', polarity: 'asserted' }]
	} as const;

	test('marks the words a theme rests on, and numbers them', () => {
		const markup = html(Evidence, { text, language: 'en', tags: [tag] });
		expect(markup).toMatch(
			/<blockquote lang="en"[^>]*>they <mark class="counted severity-3[^"]*">rang &lt;my><sup/
		);
		expect(textOf(markup)).toContain('1 Family contacted High reported as done');
	});

	test('a denied theme is marked as not counted', () => {
		const markup = html(Evidence, { text, language: 'mixed', tags: [{ ...tag, polarity: 'negated' }] });
		expect(markup).toContain('<mark class="uncounted');
		expect(markup).not.toContain('lang=');
		expect(textOf(markup)).toContain('denied: does not count');
	});

	test('says so when there is no text', () => {
		expect(textOf(html(Evidence, { text: '', language: 'none', tags: [] }))).toBe(
			'The source gives no text.'
		);
	});
});

describe('FilterBar', () => {
	const { filter } = parseFilter(
		new URLSearchParams('period=2026-10&channel=phone&team=north-1&complaint=yes')
	);
	const markup = html(FilterBar, {
		path: '/agents',
		filter,
		view: { grain: 'week' },
		extent: { first: '2025-01-02', last: '2026-10-31' },
		issues: [{ param: 'stage', value: 'M9' }],
		facets: [
			{
				field: 'channel',
				options: [
					{ value: 'phone', label: 'Phone', count: 1200 },
					{ value: 'sms', label: 'SMS', count: 0 }
				]
			}
		]
	});

	test('without a script it is a form that sends back everything it was given', () => {
		const form = markup.match(/<form method="get" action="\/agents" autocomplete[\s\S]*?<\/form>/)?.[0] ?? '';
		const sent = [...form.matchAll(/<input [^>]*>/g)]
			.map(([input]) => input)
			.filter((input) => input.includes('type="hidden"') || input.includes('checked'))
			.map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']);
		expect(parseFilter(new URLSearchParams(sent)).filter).toEqual(filter);
		expect(sent).toContainEqual(['grain', 'week']);
		expect(textOf(form)).toContain('Apply');
		expect(textOf(form)).toContain('Phone 1,200');
	});

	test('offers periods as links and as two days, and names what is in force', () => {
		expect(markup).toContain('href="/agents?period=2026-08..2026-10&amp;complaint=yes');
		expect(markup).toMatch(/<input[^>]*type="date"[^>]*name="from"[^>]*value="2026-10-01"/);
		expect(markup).toMatch(/<input[^>]*type="date"[^>]*name="to"[^>]*value="2026-10-31"/);
		expect(textOf(markup)).toContain('Period Oct 2026');
		expect(markup).toContain('aria-label="Remove filter: Channel: Phone"');
	});

	test('says which parameters were not understood', () => {
		expect(textOf(markup)).toContain('Not understood and left out: stage=M9');
	});

	test('without dated feedback there is no period to choose', () => {
		const bare = html(FilterBar, { path: '/', filter: emptyFilter, facets: [], extent: null });
		expect(textOf(bare)).not.toContain('Period');
	});
});

describe('KpiTile', () => {
	const value: KpiValue = {
		kpiId: 'K05',
		numerator: 161,
		denominator: 33_541,
		value: 4.8,
		interval: { low: 4.09, high: 5.6 },
		missing: null,
		isTooFew: false
	};

	test('shows value, unit, interval, both parts of the fraction, and a verdict in words', () => {
		const change = { before: value, relative: 0.124, pValue: 0.01, verdict: 'worsening' } as const;
		const markup = html(KpiTile, {
			kpi: kpis.K05,
			value,
			change,
			against: 'Sep 2026',
			href: '/feedback?taxonomy=conduct'
		});
		expect(markup).toMatch(/<a class="[^"]*" href="\/feedback\?taxonomy=conduct">4\.8<\/a>/);
		for (const words of [
			'per 1,000 contacts',
			'95 % interval 4.1–5.6',
			'161 in 33,541 contacts',
			'+12\u00a0% against Sep 2026',
			'worsening'
		])
			expect(textOf(markup)).toContain(words.replace('\u00a0', ' '));
	});

	test('says why there is no value instead of showing 0', () => {
		const missing: KpiValue = {
			...value,
			value: null,
			interval: null,
			denominator: null,
			missing: 'no-exposure'
		};
		const words = textOf(html(KpiTile, { kpi: kpis.K03, value: missing, href: '/feedback' }));
		expect(words).toContain('– per 1,000 contacts No contacts are known here. Import an exposure file');
	});

	test('small numbers judge nothing', () => {
		const change = { before: value, relative: 3, pValue: 0.2, verdict: 'worsening' } as const;
		const few = { ...value, isTooFew: true };
		const words = textOf(html(KpiTile, { kpi: kpis.K05, value: few, change, href: '/feedback' }));
		expect(words).toContain('too few to say');
		expect(words).not.toContain('worsening');
	});
});

describe('the shell', () => {
	const url = { pathname: '/reports/2026-10', search: '?x=1' };
	const shell = (props: object = {}) =>
		html(AppShell, { url, children: (() => undefined) as never, ...props });

	test('marks where the reader is, in the row and in the menu of a narrow screen', () => {
		expect(shell().match(/<a href="\/reports" aria-current="true"/g)).toHaveLength(2);
		expect(shell()).not.toMatch(/<a href="\/" aria-current/);
	});

	test('changes language and colours without a script, and comes back', () => {
		const markup = shell({ appearance: 'dark' });
		expect(markup).toMatch(
			/<form method="post" action="\/language"[\s\S]*name="back" value="\/reports\/2026-10\?x=1"[\s\S]*name="locale" value="zh-CN" lang="zh-CN"/
		);
		expect(markup).toMatch(
			/<form method="post" action="\/appearance"[\s\S]*name="back" value="\/reports\/2026-10\?x=1"/
		);
		expect(markup.match(/value="(\w+)" aria-pressed="true"/)?.[1]).toBe('dark');
	});

	test('every page of the table is linked, and the palette is a page without a script', () => {
		for (const { path } of navPages) expect(shell()).toContain(`href="${path}"`);
		expect(shell()).toContain('href="/go"');
	});

	test('says how many things wait at a page, and nothing where none do', () => {
		expect(textOf(shell({ badges: { '/feedback': 3 } }))).toContain('Feedback 3');
		expect(shell({ badges: { '/feedback': 0 } })).not.toContain('badge');
	});
});

describe('Chart', () => {
	const { filter } = parseFilter(new URLSearchParams('channel=phone'));
	const props = {
		spec: sampleCharts().rate,
		svg: { wide: '<svg data-w></svg>', middle: '<svg></svg>', narrow: '<svg data-n></svg>', place: 'part' },
		title: 'Rate',
		anchor: 'rate',
		how: { text: 'Complaints by contacts.', href: '/definitions' },
		brush: { path: '/', filter }
	};
	const markup = html(Chart, props);

	test('without a script: drawing, table, CSV, method, and a link of the newest mark', () => {
		expect(markup).toContain('<figure id="rate"');
		expect(markup).toContain('<svg data-w>');
		expect(textOf(markup)).toContain('Complaints by contacts. The definition');
		const csv = decodeURIComponent(/href="data:text\/csv[^,]*,([^"]*)"/.exec(markup)?.[1] ?? '');
		expect(csv).toContain('"per 1,000 contacts"');
		expect(markup).toMatch(
			/role="group" aria-label="Marks of[^"]*"[^>]*><a href="\/feedback\?period=2026-10"/
		);
	});

	test('without a script nothing is offered that needs one', () => {
		expect(textOf(markup)).not.toMatch(/PNG|SVG|Copy link/);
	});

	test('a period of the chart is chosen by two lists, which keep the filter', () => {
		const form = markup.match(/<form method="get" action="\/"[\s\S]*?<\/form>/)?.[0] ?? '';
		expect(form).toContain('type="hidden" name="channel" value="phone"');
		expect(form).toMatch(/<select[^>]*name="from"[^>]*><option value="2026-07-01">Jul 2026/);
		expect(form).toMatch(/<option value="2026-10-31" selected[^>]*>Oct 2026/);
		expect(html(Chart, { ...props, brush: undefined })).not.toContain('<select');
		expect(html(Chart, { ...props, spec: sampleCharts().bar })).not.toContain('<select');
	});
});

describe('smaller parts', () => {
	test('a table names its rows, links its cells and says when it is empty', () => {
		const columns = [
			{ label: 'Team', isNumeric: false },
			{ label: 'Complaints', isNumeric: true }
		];
		const rows = [[{ text: 'North 1' }, { text: '12', href: '/feedback?team=north-1' }]];
		const markup = html(DataTable, { caption: 'Teams', table: { columns, rows } });
		expect(markup).toMatch(/<th scope="row"[^>]*>North 1<\/th>/);
		expect(markup).toContain('<a href="/feedback?team=north-1">12</a>');
		expect(textOf(html(DataTable, { caption: 'Teams', table: { columns, rows: [] } }))).toContain('No rows.');
	});

	test('a pager on the only page is not there', () => {
		expect(textOf(html(Pager, { firstHref: null, nextHref: null }))).toBe('');
		expect(html(Pager, { firstHref: null, nextHref: '/feedback?after=x' })).toContain(
			'href="/feedback?after=x"'
		);
	});

	test('severity is told by word and by number of steps', () => {
		const markup = html(SeverityBadge, { severity: 2 });
		expect(textOf(markup)).toBe('Medium');
		expect(markup.match(/fill="var\(--severity-2\)"/g)).toHaveLength(2);
	});
});
