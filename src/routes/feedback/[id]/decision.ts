import type { Span } from '#core/domain/tag.ts';
import { labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';

type Words = (inputs: { words: string }) => string;

/** Codes of the polarity rules, and how a reader says them. */
const reasons: Readonly<Record<string, Words>> = {
	negator: m.reason_negator,
	question: m.reason_question,
	own_act: m.reason_own_act,
	comparison: m.reason_comparison,
	norm: m.reason_norm,
	threat: m.reason_threat,
	speaker: () => m.reason_speaker(),
	rule: () => m.reason_rule(),
	words: m.reason_words,
	doubt: m.reason_doubt
};

/** “reported as done”, and the words that decided it. */
export function decisionOf({ polarity, reason }: Span): string {
	const label = labelOf('polarity', polarity);
	if (!reason) return m.reason_plain({ polarity: label });
	const [, code = '', words = ''] = /^([a-z_]+)(?:: ([\s\S]*))?$/.exec(reason) ?? [];
	const said = reasons[code]?.({ words }) ?? reason;
	return m.reason_said({ polarity: label, reason: said });
}
