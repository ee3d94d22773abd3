import type { RowIssue } from '#core/domain/import.ts';
import { openScratch, type Store } from './connect.ts';
import { contradiction, saidBy, type PlacedContact, type SaidOfCall } from './contact-write.ts';

/** Tells what {@link import('./contact-write.ts').writeContacts} would refuse, and stores nothing. */
export interface CallChecker {
	/** The issue of each row of a batch, or null, in their order. Batches come in the order of the file. */
	check(batch: readonly PlacedContact[]): Promise<readonly (RowIssue | null)[]>;
	close(): void;
}

const perStatement = 500;

/** Accounts are compared by their pseudonyms. What a file says of its calls is kept on disk: a log may have millions. */
export function createCallChecker({ db }: Pick<Store, 'db'>): CallChecker {
	const scratch = openScratch();
	const knownOf = async (identities: readonly string[]) => {
		const known = new Map<string, SaidOfCall>();
		for (let at = 0; at < identities.length; at += perStatement) {
			const rows = await db
				.selectFrom('contact')
				.leftJoin('borrower', 'borrower.id', 'contact.borrowerId')
				.selectAll('contact')
				.select('borrower.pseudonym as account')
				.where('identity', 'in', identities.slice(at, at + perStatement))
				.execute();
			for (const row of rows) known.set(row.identity, row);
		}
		return known;
	};
	return {
		check: async (batch) => {
			// Without the id of a call, the identity is all that a row says.
			const called = batch.filter(({ callId }) => callId !== null);
			const known = await knownOf([...new Set(called.map(({ identity }) => identity))]);
			return batch.map((contact) => {
				if (contact.callId === null) return null;
				const said = saidBy(contact, contact.borrower);
				const before = known.get(contact.identity) ?? parse(scratch.get(contact.identity));
				if (!before) scratch.put(contact.identity, JSON.stringify(said));
				return (before && contradiction(before, said, contact)) ?? null;
			});
		},
		close: () => scratch.close()
	};
}

function parse(text: string | undefined): SaidOfCall | undefined {
	return text === undefined ? undefined : (JSON.parse(text) as SaidOfCall);
}
