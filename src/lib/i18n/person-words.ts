import type { Role } from '#core/domain/actor.ts';
import type { Person } from '#core/domain/person.ts';
import type { Locale } from '#core/domain/vocabulary.ts';
import * as m from './paraglide/messages.js';

const roleWords: Readonly<Record<Role, () => string>> = {
	administrator: m.people_role_administrator,
	compliance: m.people_role_compliance,
	manager: m.people_role_manager,
	reporter: m.people_role_reporter
};
const grantWords: Readonly<Record<Role, () => string>> = {
	administrator: m.people_may_administrator,
	compliance: m.people_may_compliance,
	manager: m.people_may_manager,
	reporter: m.people_may_reporter
};

export function roleLabel(role: Role): string {
	return roleWords[role]();
}

/** What the role may do, in a sentence. */
export function roleGrants(role: Role): string {
	return grantWords[role]();
}

/** The name of a person by id; `known` where he is not among the people (any more). */
export function personName(people: readonly Person[], id: string, known: string, locale: Locale): string {
	const person = people.find((one) => one.id === id);
	return person ? nameIn(person, locale) : known;
}

/** The name of a person, agency or team in the language of the page. */
export function nameIn(
	{ name, nameZh }: { readonly name: string; readonly nameZh: string | null },
	locale: Locale
): string {
	return locale === 'zh-CN' ? (nameZh ?? name) : name;
}
