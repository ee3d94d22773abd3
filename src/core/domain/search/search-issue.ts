export const searchIssueCodes = [
	'open-quote',
	'open-parenthesis',
	'lone-parenthesis',
	'lone-operator',
	'small-operator',
	'no-letters',
	'too-many'
] as const;
export type SearchIssueCode = (typeof searchIssueCodes)[number];

/** A part of a query that could not be taken as it was written, or may mean something else than was meant. */
export interface SearchIssue {
	readonly code: SearchIssueCode;
	readonly text: string;
}
