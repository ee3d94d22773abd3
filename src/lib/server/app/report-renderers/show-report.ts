import type { Bilingual } from '#core/domain/vocabulary.ts';
import type { Block, Cards, KpiItem, ReportDocument } from '#core/reports/blocks.ts';
import { absent, formatDecimal, formatInterval } from '#lib/format/numbers.ts';
import { formatDay } from '#lib/format/periods.ts';
import { chartSpecOf } from './chart-spec.ts';
import { numberLocale, say, sayLines } from './say.ts';
import { showTable } from './show-table.ts';
import type { ShowOptions, ShownBlock, ShownCards, ShownKpi, ShownReport } from './shown.ts';

export function showReport(document: ReportDocument, options: ShowOptions): ShownReport {
	const { language } = options;
	const { title, scope, month, sections } = document;
	return {
		title: say(title, language),
		scope: say(scope, language),
		month,
		sections: sections.map((section) => ({
			id: section.id,
			title: say(section.title, language),
			blocks: section.blocks.flatMap((block) => showBlock(block, options))
		}))
	};
}

/** A chart without marks, as where small numbers hide them all, is left out. */
function showBlock(block: Block, options: ShowOptions): readonly ShownBlock[] {
	const { language } = options;
	if (block.kind === 'paragraph') return [{ kind: 'paragraph', lines: sayLines(block.text, language) }];
	if (block.kind === 'table') return [showTable(block, options)];
	if (block.kind === 'cards') return block.cards.length > 0 ? [showCards(block, options)] : [];
	const name = say(block.title, language);
	if (block.kind === 'kpis')
		return [{ kind: 'kpis', name, items: block.items.map((item) => showKpi(item, options)) }];
	if (block.chart.marks.length === 0) return [];
	return [{ kind: 'chart', id: block.id, name, spec: chartSpecOf(block, options) }];
}

function showKpi(item: KpiItem, { language, hrefOf }: ShowOptions): ShownKpi {
	const { key, value, digits, low, high, verdict, tone, spark, link } = item;
	const locale = numberLocale(language);
	const words = (text: Bilingual | null) => (text ? say(text, language) : '');
	return {
		key,
		name: say(item.name, language),
		value: value === null ? absent : formatDecimal(value, locale, digits),
		unit: say(item.unit, language),
		interval: low === null || high === null ? '' : formatInterval({ low, high }, locale, digits),
		verdict: words(verdict),
		tone,
		spark,
		...(hrefOf && Object.keys(link).length > 0 ? { href: hrefOf(link) } : {})
	};
}

function showCards({ title, cards }: Cards, { language, hrefOfFeedback }: ShowOptions): ShownCards {
	const locale = numberLocale(language);
	return {
		kind: 'cards',
		name: say(title, language),
		cards: cards.map(({ feedbackId, receivedOn, themes, excerpt }) => ({
			feedback: String(feedbackId),
			day: receivedOn === '' ? '' : formatDay(receivedOn, locale),
			themes: say(themes, language),
			excerpt,
			...(hrefOfFeedback ? { href: hrefOfFeedback(feedbackId) } : {})
		}))
	};
}
