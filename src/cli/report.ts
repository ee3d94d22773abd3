import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { localAdministrator } from '#core/domain/actor.ts';
import {
	copies,
	parseReportScope,
	reportLanguages,
	type Copy,
	type ReportLanguage,
	type ReportScope
} from '#core/domain/report-choice.ts';
import { reportFiles, reportFormats, type ReportFormat } from '#server/app/report-files.ts';
import { withDeps } from './with-deps.ts';

interface Options {
	readonly scope: ReportScope | null;
	readonly lang: readonly ReportLanguage[];
	readonly format: readonly ReportFormat[];
	readonly copy: Copy;
	readonly origin: 'imported' | 'simulated' | 'all' | null;
	readonly out: string;
}

export function addReportCommand(program: Command): void {
	program
		.command('report')
		.description('Write the report of a month as files, with a manifest of their hashes')
		.argument('<month>', 'as 2026-10')
		.option('--scope <scope>', 'all, agency:ID or team:ID', readScope, null)
		.option('--lang <languages>', `of ${reportLanguages.join(', ')}`, listOf(reportLanguages), ['en'])
		.option('--format <formats>', `of ${reportFormats.join(', ')}`, listOf(reportFormats), [
			'pdf',
			'xlsx',
			'csv'
		])
		.addOption(
			new Option('--copy <copy>', 'outside hides counts of 1 to 4; restricted names agents')
				.choices(copies)
				.default('internal')
		)
		.addOption(
			new Option('--origin <origin>', 'without it imported feedback, else the demo')
				.choices(['imported', 'simulated', 'all'])
				.default(null)
		)
		.option('--out <folder>', 'where to write', '.')
		.action(async (month: string, { scope, lang, format, copy, origin, out }: Options) => {
			const input = { month, origin, scope, copy, languages: lang, formats: format };
			const files = await withDeps((deps) => reportFiles(deps, localAdministrator, input));
			const folder = resolve(out);
			mkdirSync(folder, { recursive: true });
			for (const { name, bytes } of files) {
				writeFileSync(join(folder, name), bytes);
				console.log(`${name}  ${bytes.length.toLocaleString('en')} bytes`);
			}
		});
}

function readScope(text: string): ReportScope | null {
	const scope = parseReportScope(text);
	if (scope === null && text !== 'all') throw new InvalidArgumentError('Write all, agency:ID or team:ID.');
	return scope;
}

function listOf<Value extends string>(known: readonly Value[]) {
	return (text: string): readonly Value[] => {
		const asked = text.split(',').map((one) => one.trim());
		const unknown = asked.filter((one) => !known.some((value) => value === one));
		if (unknown.length > 0) throw new InvalidArgumentError(`Choose of ${known.join(', ')}.`);
		return known.filter((value) => asked.includes(value));
	};
}
