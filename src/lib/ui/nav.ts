import * as m from '#lib/i18n/paraglide/messages.js';

/** `main`: beside the name of the product · `settings`: in the menu at the end of the header. */
export type NavGroup = 'main' | 'settings';
export interface NavPage {
	readonly path: string;
	readonly label: () => string;
	readonly group: NavGroup;
}

/**
 * Every page that has a place of its own, in the order readers see. A page is offered here, in the palette and in the
 * screenshots of the documentation by its row alone; only pages that exist have one.
 */
export const navPages: readonly NavPage[] = [
	{ path: '/', label: m.nav_overview, group: 'main' },
	{ path: '/signals', label: m.signals_nav, group: 'main' },
	{ path: '/explore', label: m.explore_nav, group: 'main' },
	{ path: '/feedback', label: m.nav_feedback, group: 'main' },
	{ path: '/themes', label: m.themes_nav, group: 'main' },
	{ path: '/teams', label: m.themes_teams_nav, group: 'main' },
	{ path: '/agents', label: m.nav_agents, group: 'main' },
	{ path: '/channels', label: m.explore_channels_nav, group: 'main' },
	{ path: '/reasons', label: m.explore_reasons_nav, group: 'main' },
	{ path: '/reports', label: m.nav_reports, group: 'main' },
	{ path: '/imports', label: m.nav_imports, group: 'main' },
	{ path: '/definitions', label: m.definitions_nav, group: 'main' },
	{ path: '/settings/keys', label: m.shell_nav_keys, group: 'settings' },
	{ path: '/settings/delivery', label: m.report_flow_mail_title, group: 'settings' },
	{ path: '/api', label: m.shell_nav_api, group: 'settings' }
];

export function pagesOf(group: NavGroup): readonly NavPage[] {
	return navPages.filter((page) => page.group === group);
}

/** Value of `aria-current` for the link to `path` on the page `here`: the page itself, or one below it. */
export function currentOf(path: string, here: string): 'page' | 'true' | undefined {
	if (here === path) return 'page';
	return path !== '/' && here.startsWith(`${path}/`) ? 'true' : undefined;
}
