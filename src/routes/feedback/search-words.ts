import type { SearchIssue, SearchIssueCode } from '#core/domain/search/search-issue.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

const sentences: Readonly<Record<SearchIssueCode, (input: { text: string }) => string>> = {
	'open-quote': m.search_issue_open_quote,
	'open-parenthesis': m.search_issue_open_parenthesis,
	'lone-parenthesis': m.search_issue_lone_parenthesis,
	'lone-operator': m.search_issue_lone_operator,
	'small-operator': m.search_issue_small_operator,
	'no-letters': m.search_issue_no_letters,
	'too-many': m.search_issue_too_many
};

export function issueSentence({ code, text }: SearchIssue): string {
	return sentences[code]({ text });
}

/** The grammar by examples, in the language of the page. */
export function searchExamples(): readonly { readonly query: string; readonly finds: string }[] {
	return [
		{ query: m.search_help_words_example(), finds: m.search_help_words() },
		{ query: m.search_help_chinese_example(), finds: m.search_help_chinese() },
		{ query: m.search_help_phrase_example(), finds: m.search_help_phrase() },
		{ query: m.search_help_or_example(), finds: m.search_help_or() },
		{ query: m.search_help_not_example(), finds: m.search_help_not() },
		{ query: m.search_help_group_example(), finds: m.search_help_group() },
		{ query: m.search_help_prefix_example(), finds: m.search_help_prefix() },
		{ query: m.search_help_mask_example(), finds: m.search_help_mask() }
	];
}
