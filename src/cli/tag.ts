import type { Command } from 'commander';
import { readConfig } from '#server/app/config.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import { tagTexts } from '#server/app/tag-texts.ts';
import { reportBadLines } from './bad-lines.ts';

export function addTagCommand(program: Command): void {
	program
		.command('tag')
		.description('Mask and tag a JSONL file of {uid, text}; a bad line is named and left out, exit code 2')
		.requiredOption('--in <file>', 'JSONL, one text a line')
		.requiredOption('--out <file>', 'JSONL to write, one tagged text a line')
		.action(async ({ in: from, out: to }: { in: string; out: string }) => {
			const { badLines } = await tagTexts(await openTagger(readConfig(process.env).packsDir), { from, to });
			reportBadLines(from, badLines);
		});
}
