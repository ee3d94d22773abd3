import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ReportLanguage } from '#core/domain/report-choice.ts';
import type { ReportDocument } from '#core/reports/blocks.ts';
import { renderBoardSvg } from './board-svg.ts';
import { fontFile, mainFont, runsOf } from './pdf-fonts.ts';

/** As the main font calls itself; the library takes a character that it lacks from the others. */
const family = 'Noto Sans SC Thin';
const zoom = 2;
let started: Promise<void> | null = null;

/**
 * The one page for people in a hurry as a PNG of twice the size of the SVG. The library is WebAssembly and is handed the
 * fonts of the PDF, so the bytes are the same on every machine.
 */
export async function renderBoardPng(document: ReportDocument, language: ReportLanguage): Promise<Buffer> {
	started ??= initWasm(
		readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))
	);
	await started;
	const svg = withKnownCharacters(renderBoardSvg(document, language, family));
	const image = new Resvg(svg.text, {
		font: {
			fontBuffers: [...svg.fonts].flatMap((name) => [fontFile(name, 400), fontFile(name, 700)]),
			defaultFontFamily: family
		},
		fitTo: { mode: 'zoom', value: zoom }
	}).render();
	return Buffer.from(image.asPng());
}

/** A character that no font has becomes □ instead of nothing. */
function withKnownCharacters(text: string): { readonly text: string; readonly fonts: ReadonlySet<string> } {
	const lines = text.split('\n').map(runsOf);
	return {
		text: lines.map((runs) => runs.map((run) => run.text).join('')).join('\n'),
		fonts: new Set([mainFont, ...lines.flatMap((runs) => runs.map(({ font }) => font))])
	};
}
