import type { RequestEvent } from '@sveltejs/kit';
import { emptyFilter } from '#core/domain/filter.ts';
import { matchName } from '#core/domain/match-name.ts';
import { inLocale, type Locale } from '#core/domain/vocabulary.ts';
import { fieldLabel, labelOf } from '#lib/i18n/labels.ts';
import * as m from '#lib/i18n/paraglide/messages.js';
import { navPages } from '#lib/ui/nav.ts';
import type { PaletteItem } from '#lib/ui/palette.ts';
import { withFilter } from '#lib/url/filter-params.ts';
import { findTargets, type Target, type TargetKind } from '#server/app/find-targets.ts';
import { ask } from '#server/http/guard.ts';
import { themeHref } from '../themes/theme-href.ts';
import { unitHref } from '../units/unit-href.ts';

const mostShown = 30;
const longestQuestion = 100;

/** Where each kind of thing has its page; those that have none yet lead to their feedback. */
const hrefs: Readonly<Record<TargetKind, (id: string) => string>> = {
	theme: (id) => themeHref(id),
	agency: (id) => unitHref('agency', id),
	team: (id) => unitHref('team', id),
	agent: (id) => unitHref('agent', id),
	channel: (id) => withFilter('/channels', emptyFilter, { channel: [id] }),
	feedback: (id) => `/feedback/${id}`
};
const kinds: Readonly<Record<TargetKind, () => string>> = {
	theme: () => fieldLabel('theme'),
	agency: () => fieldLabel('agency'),
	team: () => fieldLabel('team'),
	agent: () => fieldLabel('agent'),
	channel: () => fieldLabel('channel'),
	feedback: m.nav_feedback
};

interface Ranked extends PaletteItem {
	readonly rank: number;
}

/** The words of the reader's question as an address gives them. */
export function wordsOf(url: URL): string {
	return (url.searchParams.get('q') ?? '').trim().slice(0, longestQuestion);
}

/** Pages and things the words may mean, best first; without words the pages alone. */
export async function findPlaces(
	event: Pick<RequestEvent, 'locals'>,
	words: string,
	locale: Locale
): Promise<readonly PaletteItem[]> {
	const pages = navPages.map(({ path, label }): Ranked => {
		const rank = Math.max(matchName(words, label()), matchName(words, path.slice(1)));
		return { kind: m.shell_go_page(), label: label(), href: path, rank };
	});
	const things =
		words === ''
			? []
			: (await ask(event, findTargets, { words })).map((target) => rankedOf(target, words, locale));
	return [...pages, ...things]
		.filter(({ rank }) => rank > 0)
		.sort((one, other) => other.rank - one.rank)
		.slice(0, mostShown)
		.map(({ rank: _, ...item }) => item);
}

function rankedOf({ kind, id, name }: Target, words: string, locale: Locale): Ranked {
	const label = name ? inLocale(name, locale) : kind === 'channel' ? labelOf('channel', id) : `#${id}`;
	const texts = [label, id, ...(name ? [name.en, name.zh] : [])];
	return {
		kind: kinds[kind](),
		label,
		href: hrefs[kind](id),
		rank: kind === 'feedback' ? Number.MAX_VALUE : Math.max(...texts.map((text) => matchName(words, text))),
		...noteOf(label, id, words)
	};
}

/** An id is shown where it is what was found. */
function noteOf(label: string, id: string, words: string): { readonly note?: string } {
	return matchName(words, label) === 0 && matchName(words, id) > 0 ? { note: id } : {};
}
