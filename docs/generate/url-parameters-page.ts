import { listFields } from '#core/domain/filter.ts';
import { addDays, grains, parsePeriod } from '#core/domain/period.ts';
import * as vocabulary from '#core/domain/vocabulary.ts';
import { copies, reportLanguages } from '#core/domain/report-choice.ts';
import { exclusionName, filterParams, rangeParams } from '#lib/url/filter-params.ts';
import { exploreParams, groupPrefix } from '#lib/url/explore-params.ts';
import { comparisons, lenses, measures, shapes, tops } from '#core/domain/exploration.ts';
import { reportParams, type ReportChoice } from '#lib/url/report-params.ts';
import { defaultView, pageSizes, type View } from '#lib/url/view-params.ts';
import { feedbackSorts } from '#server/storage/feedback-sort.ts';
import type { Generator } from './generator.ts';
import { code, codes, notice, page, table } from './markdown.ts';

type Field = keyof typeof filterParams;
const meanings: Readonly<Record<Field, string>> = {
	period: 'When the feedback was received; `undated`: the source gives no day.',
	text: 'Words, phrases, `AND`, `OR`, `NOT`, `-`, `word*` and parentheses, searched in the masked text.',
	complaint: 'Filed as a complaint, or with a counted conduct or process theme.',
	kind: 'What sort of feedback it is.',
	taxonomy: 'Has a counted theme of this taxonomy; with `severity`, one theme that fits both.',
	theme: 'Has any of these themes, counted.',
	allThemes: 'Has every one of these themes, counted.',
	severity: 'Has a counted theme of this severity.',
	polarity:
		'What the text says of the theme. With it, theme, group and severity look at themes of this polarity instead of the counted ones.',
	status: 'What a reviewer said of the theme; as `polarity`.',
	worst: 'Highest severity of its counted conduct and impact themes; 0: none.',
	urgency: 'How soon a person must look.',
	agency: 'Agency that collected.',
	team: 'Team that collected.',
	agent: 'Collector the feedback is about.',
	channel: 'How the collector reached the borrower.',
	source: 'How the feedback reached the company.',
	product: 'Loan product.',
	stage: 'Overdue stage.',
	region: 'Region.',
	language: 'Language of the text.',
	rating: '1 worst to 5 best.',
	attribution: 'How sure it is who the feedback is about.',
	import: 'Number of the import it came with.',
	template: 'Number of a feedback: those with nearly the same text, counted from the first.',
	origin: 'Imported, simulated (the demo), or both.'
};
const views: Readonly<Record<Exclude<keyof View, 'own'>, readonly [values: string, meaning: string]>> = {
	grain: [codes(grains), 'Steps of time; without it, as fits the period.'],
	sort: [codes(feedbackSorts), 'Order of the feedback list; without it the page’s own.'],
	after: ['written by the page', 'The list starts after this place.'],
	columns: [
		'names of columns, with commas',
		'What the feedback list shows beside the text; without it, as set by the page.'
	],
	size: [codes(pageSizes), `Rows a page; without it ${defaultView.size}.`]
};
const choices: Readonly<Record<keyof ReportChoice, readonly [values: string, meaning: string]>> = {
	scope: ['`agency:ID`, `team:ID`', 'Whom the report covers; without it the whole organisation.'],
	copy: [codes(copies), 'For whom: `outside` hides counts of 1 to 4, `restricted` names agents.'],
	language: [codes(reportLanguages), 'Language of the report; without it that of the page.'],
	version: [
		'`1`, `2` …, `now`',
		'A frozen version, or the data as they are; without it the newest frozen version, else the data as they are.'
	]
};
const explorations: Readonly<Record<keyof typeof exploreParams, readonly [values: string, meaning: string]>> =
	{
		lens: [codes(lenses), 'What the feedback is split by; without it by the themes of conduct.'],
		measure: [
			codes(measures),
			'What is told of it; `rate` is per 1,000 connected contacts, `accounts` per 1,000 accounts. Without it the number of feedback.'
		],
		shape: [codes(shapes), 'How it is drawn; without it as lines.'],
		top: [codes(tops.map(String)), 'How many values stand alone; without it 5. All others are one.'],
		compare: [codes(comparisons), 'What it stands beside; without it nothing.']
	};
const periodExamples = ['2026', '2026-Q3', '2026-10', '2026-W41', '2026-10-05', '2026-09..2026-10'];

/** Every parameter that the pages read. */
export const urlParametersPage: Generator = {
	path: 'docs/generated/url-parameters.md',
	make: () =>
		page(
			notice('src/lib/url/filter-params.ts, view-params.ts, explore-params.ts and report-params.ts'),
			'# URL parameters',
			'The URL is the only state of a view. A value that cannot be read is left out and named on the page. In a list, `none` stands for “not stated”.',
			'## Filter',
			table(
				['parameter', 'values', 'several', 'meaning'],
				(Object.keys(filterParams) as Field[]).map(describeParam)
			),
			`Every list can be turned round: ${code(exclusionName('channel'))} leaves out what ${code(filterParams.channel.name)} would list with the same values, and so do ${codes(listFields.filter((field) => field !== 'channel').map(exclusionName))}.`,
			`A form may send two days instead of ${code('period')}: ${code(rangeParams.first)} and ${code(rangeParams.last)}, both included.`,
			'## Periods',
			table(
				['text', 'first day', 'last day'],
				periodExamples.map((text) => {
					const period = parsePeriod(text);
					if (!period) throw new Error(`The example ${text} is no period.`);
					return [code(text), period.from, addDays(period.to, -1)];
				})
			),
			'## View',
			table(
				['parameter', 'values', 'meaning'],
				(Object.keys(views) as (keyof typeof views)[]).map((key) => [code(key), ...views[key]])
			),
			'## Explore',
			table(
				['parameter', 'values', 'meaning'],
				(Object.keys(explorations) as (keyof typeof explorations)[]).map((key) => [
					code(exploreParams[key]),
					...explorations[key]
				])
			),
			`The other group of ${code(`${exploreParams.compare}=group`)} has a filter of its own, each parameter with ${code(groupPrefix)} before its name: ${code(`${groupPrefix}agency`)}, ${code(`${groupPrefix}channel.not`)}. Period, origin and words are not read there.`,
			'## Report of a month',
			table(
				['parameter', 'values', 'meaning'],
				(Object.keys(choices) as (keyof ReportChoice)[]).map((key) => [
					code(reportParams[key]),
					...choices[key]
				])
			)
		)
};

/** Every word a closed list may hold. */
const words: readonly string[] = [
	...Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? list.map(String) : [])),
	...['yes', 'no', 'all', 'none', 'undated', '5']
];

/** Asks the parameter itself what it takes, so that the page cannot be wrong about it. */
function describeParam(field: Field): readonly string[] {
	const { name, read } = filterParams[field];
	const takes = (values: readonly string[]) => read(values).rejected.length === 0;
	const known = [...new Set(words)].filter((word) => takes([word]));
	const several = field !== 'text' && takes(known.slice(0, 2)) && known.length > 1;
	return [code(name), describeValues(field, known), several ? 'yes' : '', meanings[field]];
}

function describeValues(field: Field, known: readonly string[]): string {
	if (field === 'text') return 'words';
	if (field === 'period') return `a period, ${codes(known)}`;
	const { read } = filterParams[field];
	const isOpen = read(['any-word']).rejected.length === 0;
	const inOrder = read(known).rejected.length === 0 ? read(known).value : known;
	return isOpen ? 'an id' : codes(inOrder as readonly string[]);
}
