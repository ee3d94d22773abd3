import { openApiDocument } from './api-document.ts';
import type { Generator } from './generator.ts';
import { importersPage } from './importers-page.ts';
import { kpisPage } from './kpis-page.ts';
import { layersPage } from './layers-page.ts';
import { measuredFigures } from './measured-figures.ts';
import { rulesPage } from './rules-page.ts';
import { rulePacksPage } from './rule-packs-page.ts';
import { postgresSchema, sqliteSchema } from './schema.ts';
import { sqlPages } from './sql-pages.ts';
import { taggingPage } from './tagging-page.ts';
import { themesPage } from './themes-page.ts';
import { urlParametersPage } from './url-parameters-page.ts';

/** Every generated file. Throws when a question has no sample. */
export function listGenerators(top: string): readonly Generator[] {
	return [
		sqliteSchema,
		postgresSchema,
		themesPage,
		rulesPage,
		taggingPage(top),
		measuredFigures(top),
		rulePacksPage,
		kpisPage,
		importersPage,
		openApiDocument,
		urlParametersPage,
		layersPage,
		...sqlPages(top)
	];
}
