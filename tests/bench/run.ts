import { spawnSync } from 'node:child_process';
import { measureContacts, measureNarratives, measureSurveys } from './ingest.ts';
import { measureOverviewWhileImporting } from './ingest-overview.ts';
import { measureLargeFile } from './large-file.ts';
import { measureOverview } from './overview.ts';
import { measurePages } from './pages.ts';
import { measureReport } from './report.ts';
import { measureSearch } from './search.ts';
import { measureQuestions } from './questions.ts';
import { measureTag } from './tag.ts';

const measures: Readonly<Record<string, () => Promise<void>>> = {
	'ingest-narratives': measureNarratives,
	'ingest-surveys': measureSurveys,
	'ingest-contacts': measureContacts,
	'ingest-overview': measureOverviewWhileImporting,
	'large-file': measureLargeFile,
	overview: measureOverview,
	pages: measurePages,
	report: measureReport,
	search: measureSearch,
	questions: measureQuestions,
	tag: measureTag
};

const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(measures);
/** `ingest` is all of them. */
const chosen = asked.flatMap((name) =>
	name in measures ? [name] : withPrefix(`${name}-`).length > 0 ? withPrefix(`${name}-`) : [name]
);
const unknown = chosen.filter((name) => !(name in measures));
if (unknown.length > 0)
	throw new Error(
		`There is no bench “${unknown.join(', ')}”: choose of ${Object.keys(measures).join(', ')}.`
	);

const [only] = chosen;
if (chosen.length === 1 && only) await measures[only]?.();
else {
	// A process each: memory and warmth of one are not the other's.
	for (const name of chosen) {
		const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' });
		if (status !== 0) process.exitCode = 1;
	}
}

function withPrefix(prefix: string): readonly string[] {
	return Object.keys(measures).filter((name) => name.startsWith(prefix));
}
