import { readAmericanDay, readDay } from '../dates.ts';
import { Fields } from '../fields.ts';
import { column, hasRequired, type ColumnDoc, type Importer, type MappedFeedback } from '../importer.ts';
import { slugOf } from '../slug.ts';

/** The CFPB has renamed these; one product keeps one id. */
const productIds: Readonly<Record<string, string>> = {
	'payday-loan-title-loan-or-personal-loan': 'payday-title-or-personal-loan',
	'payday-loan-title-loan-personal-loan-or-advance-loan': 'payday-title-or-personal-loan',
	'credit-reporting-credit-repair-services-or-other-personal-consumer-reports': 'credit-reporting',
	'credit-reporting-or-other-personal-consumer-reports': 'credit-reporting'
};

/** Menu choices kept as they are, by the name they get in a feedback's details. */
const detailColumns = {
	cfpb_issue: 'Issue',
	cfpb_sub_issue: 'Sub-issue',
	cfpb_sub_product: 'Sub-product',
	submitted_via: 'Submitted via',
	company_response: 'Company response to consumer',
	timely: 'Timely response?'
} as const;

const ignored = 'Not kept.';
const ignoredZh = '不保存。';

const columns: readonly ColumnDoc[] = [
	column(
		'Complaint ID',
		'required',
		'Identifies the complaint, so that a second import updates it.',
		'投诉编号；重复导入时据此更新。'
	),
	column(
		'Consumer complaint narrative',
		'required',
		'What the consumer wrote; may be empty.',
		'消费者的叙述，可为空。'
	),
	column(
		'Date received',
		'required',
		'Day of receipt, 2026-03-05 or 03/05/2026; may be empty: then undated.',
		'收到日期，可为空（视为无日期）。'
	),
	column(
		'Product',
		'required',
		'Product; becomes an id such as debt-collection.',
		'产品，转为标识，如 debt-collection。'
	),
	column('Company', 'required', 'Company complained about; becomes an agency.', '被投诉公司，转为机构。'),
	column('Sub-product', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column('Issue', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column('Sub-issue', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column(
		'State',
		'optional',
		'Two letters; FL becomes the region us-fl.',
		'州的两位缩写，FL 转为地区 us-fl。'
	),
	column('Submitted via', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column('Company response to consumer', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column('Timely response?', 'optional', 'Kept as a detail.', '作为附加信息保存。'),
	column('Company public response', 'optional', ignored, ignoredZh),
	column('ZIP code', 'optional', ignored, ignoredZh),
	column('Tags', 'optional', ignored, ignoredZh),
	column('Consumer consent provided?', 'optional', ignored, ignoredZh),
	column('Date sent to company', 'optional', ignored, ignoredZh),
	column('Consumer disputed?', 'optional', ignored, ignoredZh)
];

export const cfpb: Importer<'feedback'> = {
	id: 'cfpb',
	name: { en: 'CFPB Consumer Complaint Database', zh: 'CFPB 消费者投诉数据库' },
	produces: 'feedback',
	columns,
	recognises: (header) => hasRequired(columns, header),
	map(row) {
		const fields = new Fields(row);
		const company = fields.words('Company');
		const agencyId = slugOf(company ?? '') || null;
		const mapped: MappedFeedback = {
			draft: {
				kind: 'complaint',
				externalId: fields.words('Complaint ID'),
				receivedOn: fields.day('Date received', (text) => readDay(text) ?? readAmericanDay(text)),
				eventOn: null,
				channel: null,
				source: 'regulator',
				product: productOf(fields.slug('Product')),
				stage: null,
				region: regionOf(fields.words('State')),
				rating: null,
				text: fields.text('Consumer complaint narrative'),
				borrowerRef: null,
				agencyId,
				teamId: null,
				agentId: null,
				attribution: 'none',
				callId: null,
				eventAt: null,
				details: detailsOf(fields)
			},
			agency: company && agencyId ? { id: agencyId, name: company } : null
		};
		return fields.finish(mapped);
	}
};

function productOf(slug: string | null): string | null {
	return slug && (productIds[slug] ?? slug);
}

/** The database writes states and territories as two letters, and “None” or one long name for the rest. */
function regionOf(state: string | null): string | null {
	return state && /^[A-Z]{2}$/i.test(state) ? `us-${state.toLowerCase()}` : null;
}

function detailsOf(fields: Fields): Readonly<Record<string, string>> {
	const details = Object.entries(detailColumns).map(([name, from]) => [name, fields.words(from)] as const);
	return Object.fromEntries(
		details.filter((detail): detail is [keyof typeof detailColumns, string] => detail[1] !== null)
	);
}
