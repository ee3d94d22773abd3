import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EarshotError } from '#core/domain/errors.ts';
import {
	checkPacks,
	parseClasses,
	parseCrosswalk,
	parsePatterns,
	parsePolarity,
	parseRules,
	parseThemes
} from '#core/domain/parse-packs.ts';
import type { Packs } from '#core/domain/theme-pack.ts';

/** Reads and validates every pack file. Throws `bad-pack` that names the file and the place in it. */
export async function loadPacks(dir: string): Promise<Packs> {
	const hash = createHash('sha256');
	const read = async <Parsed>(
		folder: string,
		parse: (file: string, json: unknown) => Parsed,
		isOfTags = true
	) => {
		const names = await readdir(join(dir, folder)).catch((error: unknown) => {
			throw new EarshotError(
				'bad-pack',
				`There is no pack folder ${join(dir, folder)}. Start Earshot in its own folder, or set EARSHOT_PACKS.`,
				{ cause: error }
			);
		});
		const parsed: Parsed[] = [];
		for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
			const file = `${folder}/${name}`;
			const text = await readFile(join(dir, file), 'utf8');
			if (isOfTags) hash.update(file).update(text);
			parsed.push(parse(file, parseJson(file, text)));
		}
		return parsed;
	};
	const themes = (await read('themes', parseThemes)).flat();
	const polarity = await read('polarity', parsePolarity);
	const classes = await read('classes', parseClasses);
	const patterns = [
		...(await read('patterns/en', parsePatterns)),
		...(await read('patterns/zh', parsePatterns))
	].flat();
	const rules = await read('rules', parseRules);
	const crosswalks = await read('crosswalks', parseCrosswalk, false);
	const packs = { themes, patterns, classes, polarity, rules, crosswalks };
	checkPacks(packs);
	return { version: hash.digest('hex').slice(0, 12), ...packs };
}

function parseJson(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new EarshotError('bad-pack', `The pack file ${file} is not JSON: ${(error as Error).message}`, {
			cause: error
		});
	}
}
