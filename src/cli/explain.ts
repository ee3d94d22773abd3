import type { Command } from 'commander';
import type { Polarity } from '#core/domain/tag.ts';
import { readConfig } from '#server/app/config.ts';
import { explainText, type ExplainedTag } from '#server/app/explain-text.ts';
import { openTagger } from '#server/app/open-tagger.ts';

const decisions: Readonly<Record<Polarity, string>> = {
	asserted: 'told as a fact',
	threatened: 'told as a threat',
	negated: 'denied',
	hypothetical: 'asked or imagined',
	doubted: 'doubted by the second opinion',
	own_act: "the borrower's own act"
};

export function addExplainCommand(program: Command): void {
	program
		.command('explain')
		.description('Show how each tag of a text comes about: evidence, rule, polarity, legal clause')
		.argument('<text>', 'text in quotes; it is masked first and stored nowhere')
		.action(async (text: string) => {
			const { language, masked, tags } = explainText(
				await openTagger(readConfig(process.env).packsDir),
				text
			);
			console.log(`Language ${language}: ${masked}`);
			if (tags.length === 0) console.log('No theme found.');
			for (const tag of tags) console.log(write(tag).join('\n'));
		});
}

function write({ theme, polarity, isCounted, spans, clauses }: ExplainedTag): readonly string[] {
	return [
		'',
		`${theme.taxonomy}/${theme.id} · ${theme.name.en} · ${theme.name.zh} · severity ${theme.severity} · ${polarity}, ${isCounted ? 'counts' : 'does not count'}`,
		...spans.flatMap(({ start, end, evidence, rule, within, reason, quantity, ...span }) => [
			`  [${start}, ${end}) “${evidence}” by rule ${rule}`,
			`    ${span.polarity}: ${decisions[span.polarity]} in “${within}”${reason ? ` (${reason})` : ''}`,
			...(quantity
				? [
						`    ${quantity.kind} ${quantity.value}${quantity.per ? ` a ${quantity.per}` : ''}: “${quantity.text}”`
					]
				: [])
		]),
		...clauses.map(
			({ jurisdiction, text, isSourced }) =>
				`  clause ${jurisdiction}: ${text}${isSourced ? '' : ' (from general knowledge)'}`
		)
	];
}
