import { spawnSync } from 'node:child_process';
import { measureContacts } from './contacts.ts';
import { measureImport } from './import.ts';
import { measureOverview } from './overview.ts';
import { measureQuestions } from './questions.ts';
import { measureTag } from './tag.ts';

const measures: Readonly<Record<string, () => Promise<void>>> = {
	contacts: measureContacts,
	import: measureImport,
	overview: measureOverview,
	questions: measureQuestions,
	tag: measureTag
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(measures);
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
