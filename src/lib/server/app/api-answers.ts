import { z } from 'zod';
import { importStatuses } from '#core/domain/import.ts';

/** What the HTTP API answers: the one definition for what is sent, what is checked in tests and what is documented. */
const count = z.int().min(0);

const fault = z
	.object({
		field: z.string().nullable().describe('Null: the item as a whole.'),
		code: z.string(),
		message: z.string().describe('What is wrong and what would be right.'),
		value: z.string().nullable().describe('The value found, masked; never of a text.')
	})
	.describe('Why an item was not taken.');

export const receivedAnswer = z.object({
	import_id: z
		.int()
		.describe('The import of this request: look at it, or roll it back, on the Imports page.'),
	counts: z
		.object({ read: count, stored: count, updated: count, unchanged: count, rejected: count })
		.describe('read = stored + updated + unchanged + rejected'),
	results: z
		.array(
			z.object({
				index: count.describe('Place of the item in the request, from 0.'),
				status: z.enum(['stored', 'updated', 'unchanged', 'rejected']),
				issues: z.array(fault)
			})
		)
		.describe('One for each item, in the order of the request.'),
	ignored_fields: z.array(z.string()).describe('Members of items that are no field of ours: left out.')
});
export type ReceivedAnswer = z.infer<typeof receivedAnswer>;

export const importAnswer = z.object({
	id: z.int(),
	importer: z.string(),
	status: z.enum(importStatuses),
	started_at: z.string(),
	finished_at: z.string().nullable(),
	counts: receivedAnswer.shape.counts,
	failure: z.string().nullable().describe('Why it was broken off.'),
	issues: z
		.array(fault.extend({ line: z.int().describe('Line of the file, or place in the request, from 1.') }))
		.describe('The first 500.')
});
export type ImportAnswer = z.infer<typeof importAnswer>;

const words = z.object({ en: z.string(), zh: z.string() });

export const kpisAnswer = z.object({
	period: z
		.object({ from: z.string(), to: z.string().describe('The day after the last.') })
		.nullable()
		.describe('Null: there is no dated feedback.'),
	origin: z.enum(['imported', 'simulated', 'all']).describe('Whether simulated feedback is counted.'),
	kpis: z.array(
		z.object({
			id: z.string(),
			name: words,
			meaning: words,
			unit: words,
			better: z.enum(['lower', 'higher', 'none']),
			numerator: z.object({ what: words, value: z.number().nullable() }),
			denominator: z.object({ what: words, per: z.number(), value: z.number().nullable() }).nullable(),
			sample: z.number().nullable().describe('Of a mean: how many it was taken over.'),
			value: z.number().nullable().describe('As counted, not rounded.'),
			interval: z
				.object({
					method: z.enum(['garwood', 'wilson', 'bootstrap', 'delta']).nullable(),
					low: z.number(),
					high: z.number()
				})
				.nullable()
				.describe('95 %.'),
			too_few: z.boolean().describe('Too few to say anything.'),
			missing: words
				.extend({ code: z.string() })
				.nullable()
				.describe('Why there is no value, and how to bring the data in.'),
			lists: z
				.enum(['numerator', 'basis', 'none'])
				.describe(
					'Whether a list of feedback holds exactly the numerator, what it is made from, or neither.'
				),
			source: z.string()
		})
	)
});
export type KpisAnswer = z.infer<typeof kpisAnswer>;

export const problemAnswer = z
	.object({
		type: z.string().describe('Address of the description of this kind of problem.'),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		import_id: z.int().optional().describe('Where the request was kept as an import.'),
		issues: z.array(fault.extend({ index: count })).optional()
	})
	.describe('RFC 9457.');
export type ProblemAnswer = z.infer<typeof problemAnswer>;
