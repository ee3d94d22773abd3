import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import * as compiled from '#lib/i18n/paraglide/messages.js';

const folder = resolve(import.meta.dirname, '../../src/lib/i18n/messages');

interface Messages {
	readonly [key: string]: string | readonly object[] | Messages;
}

/** Nested keys joined by dots; a message with plural forms (an array) is one value. */
function flatten(messages: Messages, path = ''): readonly (readonly [key: string, text: string])[] {
	return Object.entries(messages).flatMap(([name, message]) => {
		const key = `${path}${name}`;
		if (typeof message === 'string') return [[key, message] as const];
		return Array.isArray(message)
			? [[key, JSON.stringify(message)] as const]
			: flatten(message as Messages, `${key}.`);
	});
}

/** Each area of the product may have a file of its own; the compiler joins them, a later one over an earlier. */
const settings = JSON.parse(
	readFileSync(resolve(folder, '../project.inlang/settings.json'), 'utf8')
) as Record<'plugin.inlang.messageFormat', { pathPattern: string[] }>;

function readMessages(locale: string): ReadonlyMap<string, string> {
	const all = settings['plugin.inlang.messageFormat'].pathPattern.flatMap((pattern) => {
		const path = resolve(folder, '..', pattern.replace('{locale}', locale));
		const { $schema: _, ...messages } = JSON.parse(readFileSync(path, 'utf8')) as Messages;
		return flatten(messages);
	});
	const keys = all.map(([key]) => key);
	expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	return new Map(all);
}

const english = readMessages('en');
const chinese = readMessages('zh-CN');

function placeholders(text: string | undefined): readonly string[] {
	return [...new Set(text?.match(/\{\w+\}/g))].sort();
}

test('both languages have the same messages, none of them empty', () => {
	expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
	const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '' || text.includes('""'));
	expect(empty).toEqual([]);
});

test('both languages of a message use the same values', () => {
	const values = (messages: ReadonlyMap<string, string>) =>
		Object.fromEntries([...english.keys()].map((key) => [key, placeholders(messages.get(key))]));
	expect(values(chinese)).toEqual(values(english));
});

test('every message is compiled: a wrong path in the project settings compiles none and fails nothing else', () => {
	expect(Object.keys(compiled)).toEqual(expect.arrayContaining([...english.keys()]));
});
