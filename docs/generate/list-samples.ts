import type { Scope } from '#core/domain/actor.ts';
import type { Filter } from '#core/domain/filter.ts';
import { otherFeedbackOf } from '#server/storage/borrower-feedback.ts';
import { changesAfter } from '#server/storage/change-sequence.ts';
import type { Store } from '#server/storage/connect.ts';
import { namesOf } from '#server/facts/copy-range.ts';
import { readForFacts, readTagsForFacts } from '#server/storage/facts-source.ts';
import { getFeedback, listFeedback } from '#server/storage/feedback-list.ts';
import { listImports, listIssues } from '#server/storage/imports.ts';
import { readOrganisation } from '#server/storage/organisation.ts';

export interface ListSample {
	/** In src/lib/server/storage. */
	readonly file: string;
	readonly read: (store: Store, scope: Scope, filter: Filter) => Promise<unknown>;
}

const ids = { firstId: 1, lastId: 1 };
const after = { key: 'U2', receivedOn: '2026-10-31', id: 9 } as const;

/** How each list of the store is read for its page, by the name of the page. */
export const listSamples: Readonly<Record<string, ListSample>> = {
	'changes-after': { file: 'change-sequence', read: (store) => changesAfter(store, 0) },
	'get-feedback': { file: 'feedback-list', read: (store, scope) => getFeedback(store, scope, 1) },
	'list-feedback-newest': {
		file: 'feedback-list',
		read: (store, scope, filter) =>
			listFeedback(store, scope, filter, { sort: 'newest', after: null, limit: 51 })
	},
	'list-feedback-urgent-next-page': {
		file: 'feedback-list',
		read: (store, scope, filter) => listFeedback(store, scope, filter, { sort: 'urgent', after, limit: 51 })
	},
	'list-feedback-relevant': {
		file: 'feedback-list',
		read: (store, scope, filter) =>
			listFeedback(
				store,
				scope,
				{ ...filter, text: 'call "my mother"' },
				{ sort: 'relevant', after: null, limit: 51 }
			)
	},
	'list-imports': { file: 'imports', read: (store) => listImports(store, 100) },
	'list-issues': { file: 'imports', read: (store) => listIssues(store, 1, 500) },
	'other-feedback-of': { file: 'borrower-feedback', read: (store) => otherFeedbackOf(store, 1, 1, 10) },
	'read-exposure-for-facts': {
		file: 'facts-source',
		read: (store) => readForFacts(store, 'exposure', namesOf('exposure'), ids).next()
	},
	'read-feedback-for-facts': {
		file: 'facts-source',
		read: (store) => readForFacts(store, 'feedback', namesOf('feedback'), ids).next()
	},
	'read-organisation': { file: 'organisation', read: readOrganisation },
	'read-tags-for-facts': {
		file: 'facts-source',
		read: (store) => readTagsForFacts(store, namesOf('tag'), ids)
	}
};
