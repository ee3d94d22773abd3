import { SaxesParser } from 'saxes';
import { FileFault } from '../../file-fault.ts';

/** What a reader of one part of a workbook wants to know; names are without their prefix. */
export interface XmlListener {
	open(name: string, attributes: Readonly<Record<string, string>>): void;
	text?(text: string): void;
	close?(name: string): void;
}

/** The fault of a workbook whose parts are not what they should be. */
export function damagedWorkbook(what: string, cause?: unknown): FileFault {
	return new FileFault(
		`is a damaged workbook (${what}): open it in a spreadsheet program and save it as XLSX again.`,
		{ cause }
	);
}

/**
 * Parses a part of a workbook as it streams in and yields after every chunk, so that what the listener has gathered
 * can be handed on. Entities of a document type are not expanded. Throws FileFault for what is no well-formed XML.
 */
export async function* parseXml(
	chunks: AsyncIterable<Buffer>,
	part: string,
	listener: XmlListener
): AsyncGenerator<void> {
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => listener.open(localName(name), attributes));
	if (listener.text) {
		parser.on('text', (text) => listener.text!(text));
		parser.on('cdata', (text) => listener.text!(text));
	}
	parser.on('closetag', ({ name }) => listener.close?.(localName(name)));
	parser.on('error', (error) => {
		throw damagedWorkbook(part, error);
	});
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const decode = (read: () => string) => {
		try {
			return read();
		} catch (error) {
			throw damagedWorkbook(part, error);
		}
	};
	for await (const chunk of chunks) {
		parser.write(decode(() => decoder.decode(chunk, { stream: true })));
		yield;
	}
	parser.write(decode(() => decoder.decode()));
	parser.close();
	yield;
}

/** Parses a whole part, as {@link parseXml} does. */
export async function parseWhole(
	chunks: AsyncIterable<Buffer>,
	part: string,
	listener: XmlListener
): Promise<void> {
	const turns = parseXml(chunks, part, listener);
	while (!(await turns.next()).done);
}

function localName(name: string): string {
	const colon = name.indexOf(':');
	return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix, as the relationship ids of strict and transitional workbooks have it. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
	return Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}

/** Workbooks write characters that XML cannot hold as _x000D_; the escape itself as _x005F_. */
export function unescapeText(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
