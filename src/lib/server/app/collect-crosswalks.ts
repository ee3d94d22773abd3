import type { Filter } from '#core/domain/filter.ts';
import { narrow } from '#core/domain/narrow-filter.ts';
import type { Crosswalk, Packs } from '#core/domain/theme-pack.ts';
import type { CrosswalkList } from '#core/reports/report-detail.ts';
import { countByTheme } from '../facts/questions/count-by-theme.ts';
import { countFeedback } from '../facts/questions/count-feedback.ts';
import type { Source } from '../storage/question-schema.ts';
import type { Deps } from './deps.ts';

/** The complaints of a filter in the categories of JR/T 0169, the CFPB and the lists in `db/packs/crosswalks`. */
export async function collectCrosswalks(
	{ packs }: Pick<Deps, 'packs'>,
	source: Source,
	filter: Filter
): Promise<readonly CrosswalkList[]> {
	const complaints = narrow(filter, { complaint: 'yes' });
	const [counted, all] = await Promise.all([
		countByTheme(source, complaints, null),
		countFeedback(source, complaints)
	]);
	const countOf = new Map(counted.map(({ theme, count }) => [theme, count]));
	const nameOf = new Map(packs.themes.map(({ id, name }) => [id, name]));
	const withAny = async (themes: readonly string[]) =>
		(await countFeedback(source, narrow(complaints, { theme: themes }))).feedback;
	return Promise.all(
		listsOf(packs).map(async ({ id, name, note, themes, hasTotals }) => ({
			id,
			name,
			note,
			themes: themes.map(({ theme, ...row }) => ({
				id: theme,
				name: nameOf.get(theme) ?? { en: theme, zh: theme },
				...row,
				complaints: countOf.get(theme) ?? 0
			})),
			totals: hasTotals
				? await Promise.all(
						[...Map.groupBy(themes, ({ category }) => category)].map(async ([category, rows]) => {
							const ids = rows.map(({ theme }) => theme);
							return { category, themes: ids, complaints: await withAny(ids) };
						})
					)
				: [],
			none: all.feedback - (await withAny(themes.map(({ theme }) => theme)))
		}))
	);
}

type List = Omit<Crosswalk, 'note'> & {
	readonly note: Crosswalk['note'] | null;
	readonly hasTotals: boolean;
};

/** Those two are columns of the themes; the CFPB has an issue for nearly every theme. */
function listsOf({ themes, crosswalks }: Packs): readonly List[] {
	const columnOf = (column: 'jrt' | 'cfpb') =>
		themes.flatMap(({ id, [column]: category }) =>
			category === null ? [] : [{ theme: id, category, rule: null, isSourced: true }]
		);
	const named = (name: string) => ({ name: { en: name, zh: name }, note: null });
	return [
		{ id: 'jrt', ...named('JR/T 0169-2018'), themes: columnOf('jrt'), hasTotals: true },
		{ id: 'cfpb', ...named('CFPB'), themes: columnOf('cfpb'), hasTotals: false },
		...crosswalks.map((list) => ({ ...list, hasTotals: true }))
	];
}
