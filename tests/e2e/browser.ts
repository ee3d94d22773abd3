import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const packed = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium');
const unpacked = resolve(import.meta.dirname, '../../node_modules/.cache/earshot/chromium');

const installed = '/usr/bin/chromium';

/** The system's fonts, which may know Chinese, and the package's own: without any font a page shows no text at all. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${unpacked}/fonts</dir>
</fontconfig>
`;

/**
 * Finds a Chromium: `CHROMIUM_PATH`, the one inside the npm package @sparticuz/chromium (Linux x64; needs no system
 * package and is the same on every machine), the system's, else Playwright's own, which
 * `npx playwright install chromium` downloads.
 */
export async function findBrowser(): Promise<LaunchOptions> {
	const chosen = process.env['CHROMIUM_PATH'];
	if (chosen) return { executablePath: chosen };
	if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packed)) {
		if (!existsSync(unpacked)) await unpack();
		return { executablePath: join(unpacked, 'chromium'), env: environment() };
	}
	return existsSync(installed) ? { executablePath: installed } : {};
}

/** The package unpacks into the temporary folder whatever is there; renaming a whole folder leaves no half-written browser. */
async function unpack(): Promise<void> {
	await mkdir(dirname(unpacked), { recursive: true });
	const staging = await mkdtemp(`${unpacked}-`);
	const temporary = process.env['TMPDIR'];
	process.env['TMPDIR'] = staging;
	try {
		const { inflate } = await import('@sparticuz/chromium');
		const parts = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
		await Promise.all(parts.map((part) => inflate(join(packed, 'bin', part))));
		await writeFile(join(staging, 'fonts.conf'), fontSettings);
		await rename(staging, unpacked);
	} catch (error) {
		await rm(staging, { recursive: true, force: true });
		// Another process was faster.
		if (!existsSync(unpacked)) throw error;
	} finally {
		if (temporary === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = temporary;
	}
}

function environment(): Record<string, string> {
	const inherited = Object.entries(process.env).filter((entry) => entry[1] !== undefined);
	const libraries = [join(unpacked, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
	return {
		...(Object.fromEntries(inherited) as Record<string, string>),
		FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
		LD_LIBRARY_PATH: libraries
	};
}
