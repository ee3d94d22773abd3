import { z } from 'zod';
import type { ColumnDoc } from '#core/ingest/importer.ts';
import { importAnswer, kpisAnswer, problemAnswer, receivedAnswer } from './api-answers.ts';
import { apiProblems, type ApiProblem } from './api-problems.ts';
import { itemKinds, type ItemKind } from './items-request.ts';

const version = '1.1.0';
const key = { Bearer: [] };
const ofItems: readonly ApiProblem[] = [
	'bad-request',
	'no-key',
	'not-allowed',
	'under-way',
	'too-large',
	'not-json',
	'not-stored',
	'too-many'
];

/** The OpenAPI 3.1 description of the API, made from the importers' columns and the schemas of the answers. */
export function apiDocument() {
	return {
		openapi: '3.1.0',
		info: {
			title: 'Earshot API',
			version,
			description:
				'Sends feedback and exposure to Earshot, and asks for KPIs. Texts are masked before anything is stored.',
			license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
		},
		servers: [{ url: '/api/v1' }],
		paths: {
			'/feedback': { post: sending('feedback', 'Store complaints, call feedback and transcripts') },
			'/exposure': { post: sending('exposure', 'Store contacts per day, the denominators of rates') },
			'/imports/{id}': { get: asking() },
			'/kpis': { get: askingForKpis() }
		},
		components: {
			securitySchemes: { Bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'ear_…' } },
			schemas: {
				feedback: itemSchema('feedback'),
				exposure: itemSchema('exposure'),
				received: schemaOf(receivedAnswer),
				import: schemaOf(importAnswer),
				kpis: schemaOf(kpisAnswer),
				problem: schemaOf(problemAnswer)
			}
		}
	};
}

function sending(kind: ItemKind, summary: string) {
	const item = { $ref: `#/components/schemas/${kind}` };
	const items = { type: 'array', items: item, minItems: 1, maxItems: 1000 };
	const wrapped = { type: 'object', properties: { items }, required: ['items'] };
	return {
		operationId: kind === 'feedback' ? 'storeFeedback' : 'storeExposure',
		summary,
		security: [key],
		parameters: [
			{
				name: 'atomic',
				in: 'query',
				description: 'Store all items or none.',
				schema: { type: 'boolean', default: false }
			},
			{
				name: 'Idempotency-Key',
				in: 'header',
				description: 'The same key and body get the same answer for seven days, and are stored once.',
				schema: { type: 'string', minLength: 1, maxLength: 200 }
			}
		],
		requestBody: {
			required: true,
			description: 'At most 1,000 items and 5 MB.',
			content: {
				'application/json': { schema: { anyOf: [item, items, wrapped] } },
				'application/x-ndjson': { schema: { type: 'string', description: 'One item a line.' } }
			}
		},
		responses: {
			200: answer('All items were known; nothing was stored.', 'received'),
			201: answer('Something was stored.', 'received'),
			...problems(ofItems)
		}
	};
}

function asking() {
	return {
		operationId: 'readImport',
		summary: 'How an import went',
		security: [key],
		parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
		responses: {
			200: answer('The import.', 'import'),
			...problems(['no-key', 'not-allowed', 'not-found', 'too-many'])
		}
	};
}

/** Other parameters are those of the list of feedback: see the URL parameters. */
function askingForKpis() {
	const list = (name: string, description: string) => ({
		name,
		in: 'query',
		description,
		schema: { type: 'array', items: { type: 'string' } },
		explode: true
	});
	return {
		operationId: 'readKpis',
		summary: 'KPIs of a period: definitions with values, or with what is missing',
		security: [key],
		parameters: [
			{
				name: 'period',
				in: 'query',
				description:
					'2026, 2026-Q3, 2026-10, 2026-W41, 2026-10-05, or two of them joined by “..”; else the latest month.',
				schema: { type: 'string' }
			},
			list('kpi', 'Ids of KPIs; all without.'),
			list('agency', 'Ids of agencies.'),
			list('team', 'Ids of teams.'),
			list('channel', 'Channels.'),
			list('theme', 'Ids of themes.')
		],
		responses: {
			200: answer('The KPIs.', 'kpis'),
			...problems(['bad-request', 'no-key', 'not-allowed', 'too-many'])
		}
	};
}

function answer(description: string, schema: string) {
	return {
		description,
		content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
	};
}

function problems(kinds: readonly ApiProblem[]) {
	const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } };
	return Object.fromEntries(
		kinds.map((kind) => [apiProblems[kind].status, { description: apiProblems[kind].title, content }])
	);
}

function itemSchema(kind: ItemKind) {
	const { columns } = itemKinds[kind];
	return {
		type: 'object',
		properties: Object.fromEntries(columns.map((column) => [column.name, fieldSchema(column)])),
		required: columns.filter(({ required }) => required).map(({ name }) => name)
	};
}

/** What a field should hold. More is understood, such as Chinese words of a closed list: see the data formats. */
function fieldSchema({ required, meaning, values, isDay, whole }: ColumnDoc) {
	const description = `${meaning.en} ${meaning.zh}`;
	const type = whole ? 'integer' : 'string';
	return {
		type: required ? type : [type, 'null'],
		description,
		...(isDay ? { format: 'date' } : {}),
		...(whole
			? { minimum: whole.least, ...(whole.most < Number.MAX_SAFE_INTEGER ? { maximum: whole.most } : {}) }
			: {}),
		...(values ? { enum: required ? values : [...values, null] } : {})
	};
}

function schemaOf(schema: z.ZodType) {
	const { $schema: _draft, ...made } = z.toJSONSchema(schema);
	return made;
}
