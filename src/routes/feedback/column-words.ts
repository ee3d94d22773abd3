import { formatDay } from '#lib/format/periods.ts';
import { formatStated } from '#lib/format/not-stated.ts';
import { fieldLabel, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import type { Locale } from '#core/domain/vocabulary.ts';
import type { ListedRow } from '#server/app/feedback-list.ts';
import type { Namer } from '../shell.ts';
import type { ListColumn } from './columns.ts';

export function columnLabel(column: ListColumn): string {
	return column === 'received' ? m.feedback_received() : fieldLabel(column);
}

/** What a row has in a column, in words. */
export function columnText(row: ListedRow, column: ListColumn, nameOf: Namer, locale: Locale): string {
	switch (column) {
		case 'received':
			return row.receivedOn ? formatDay(row.receivedOn, locale) : m.feedback_undated();
		case 'agency':
			return row.agencyId ? nameOf('agency', row.agencyId) : formatStated(null, locale);
		case 'team':
			return row.teamId ? nameOf('team', row.teamId) : formatStated(null, locale);
		case 'agent':
			return row.agentId ? nameOf('agent', row.agentId) : formatStated(null, locale);
		case 'rating':
			return row.rating === null ? m.not_stated() : `★ ${row.rating}`;
		case 'severity':
			return labelOf('severity', String(row.severity));
		case 'import':
			return String(row.importId);
		case 'product':
		case 'region':
			return formatStated(row[column], locale);
		case 'urgency':
		case 'kind':
		case 'channel':
		case 'source':
		case 'stage':
		case 'language':
		case 'attribution':
			return labelOf(column, row[column] ?? 'none');
	}
}
