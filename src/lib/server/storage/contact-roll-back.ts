import type { Transaction } from 'kysely';
import { appendRange } from './change-sequence.ts';
import { contactDaysOf, deriveExposure } from './contact-exposure.ts';
import { linkFeedback } from './link-feedback.ts';
import type { Schema } from './schema.ts';

/**
 * Deletes an import's contacts, but for those that another import holds too. Feedback that was linked to them finds what is left, and the exposure of their days is derived
 * again from other logs. Call inside a write, after the exposure it had written is taken back. Gives their number.
 */
export async function takeContactsBack(
	trx: Transaction<Schema>,
	importId: number,
	{ at, linkWindow }: { readonly at: string; readonly linkWindow: number }
): Promise<number> {
	const days = await contactDaysOf({ db: trx }, importId);
	const held = await trx
		.selectFrom('contact')
		.select(({ fn }) => [fn.min('id').as('firstId'), fn.max('id').as('lastId')])
		.where('importId', '=', importId)
		.executeTakeFirst();
	if (held?.firstId) await appendRange(trx, 'contact', Number(held.firstId), Number(held.lastId));
	await passOn(trx, importId);
	const contacts = trx.selectFrom('contact').select('id').where('importId', '=', importId);
	const linked = await trx
		.deleteFrom('feedbackLink')
		.where('kind', '=', 'contact')
		.where('targetId', 'in', contacts)
		.returning('feedbackId')
		.execute();
	const { numDeletedRows } = await trx
		.deleteFrom('contact')
		.where('importId', '=', importId)
		.executeTakeFirst();
	await linkFeedback(trx, [...new Set(linked.map(({ feedbackId }) => feedbackId))], linkWindow);
	for (const day of days) await deriveExposure(trx, day, at);
	return Number(numDeletedRows);
}

/** What another import holds as well is that one's from now on. */
async function passOn(trx: Transaction<Schema>, importId: number): Promise<void> {
	await trx.deleteFrom('contactSeen').where('importId', '=', importId).execute();
	const heirs = await trx
		.selectFrom('contactSeen')
		.innerJoin('contact', 'contact.id', 'contactSeen.contactId')
		.select(({ fn }) => ['contactSeen.contactId', fn.min('contactSeen.importId').as('heir')])
		.where('contact.importId', '=', importId)
		.groupBy('contactSeen.contactId')
		.execute();
	for (const { contactId, heir } of heirs) {
		await trx.updateTable('contact').set({ importId: heir }).where('id', '=', contactId).execute();
		await trx
			.deleteFrom('contactSeen')
			.where('contactId', '=', contactId)
			.where('importId', '=', heir)
			.execute();
	}
}
