import type { Locale } from '#core/domain/vocabulary.ts';
import type { Names } from '#server/app/names.ts';
import type { Namer } from '../shell.ts';

interface Placed<Unit> {
	readonly kind: 'agency' | 'team';
	readonly unit: Unit;
}
interface Units<Unit> {
	readonly agencies: readonly Unit[];
	readonly teams: readonly Unit[];
	readonly names: Pick<Names, 'teams'>;
	readonly nameOf: Namer;
	readonly locale: Locale;
}

/** Each agency with its teams after it, everything by name in the order of the language: no number makes the order. */
export function byPlace<Unit extends { readonly id: string }>({
	agencies,
	teams,
	names,
	nameOf,
	locale
}: Units<Unit>): readonly Placed<Unit>[] {
	const { compare } = new Intl.Collator(locale, { numeric: true });
	const agencyOf = new Map(names.teams.map(({ id, agencyId }) => [id, agencyId]));
	const sorted = (kind: 'agency' | 'team', units: readonly Unit[]) =>
		units.toSorted((one, other) => compare(nameOf(kind, one.id), nameOf(kind, other.id)));
	const teamsOf = Map.groupBy(sorted('team', teams), ({ id }) => agencyOf.get(id) ?? '');
	const known = new Set(agencies.map(({ id }) => id));
	const homeless = [...teamsOf].filter(([agency]) => !known.has(agency)).flatMap(([, own]) => own);
	return [
		...sorted('agency', agencies).flatMap((agency): Placed<Unit>[] => [
			{ kind: 'agency', unit: agency },
			...(teamsOf.get(agency.id) ?? []).map((unit) => ({ kind: 'team', unit }) as const)
		]),
		...homeless.map((unit) => ({ kind: 'team', unit }) as const)
	];
}
