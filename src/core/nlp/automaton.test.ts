import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Automaton } from './automaton.ts';
import { Graph } from './graph.ts';
import { createSymbols } from './symbols.ts';
import { TokenList } from './tokens.ts';

type Found = readonly (readonly [values: readonly number[], from: number, to: number])[];
const word = fc.constantFrom('a', 'b', 'c', 'd');

function search(
	patterns: readonly (readonly string[])[],
	mostStates?: number
): (text: readonly string[]) => Found {
	const graph = new Graph();
	const symbols = createSymbols();
	for (const [value, pattern] of patterns.entries()) {
		const end = pattern.reduce((node, name) => {
			const next = graph.newNode();
			graph.addEdge(node, symbols.use(name), next);
			return next;
		}, graph.root);
		graph.addAccept(end, value);
	}
	const groups: (readonly number[])[] = [];
	const found: (readonly [readonly number[], number, number])[] = [];
	const taker = {
		group: (values: readonly number[]) => groups.push(values) - 1,
		forgetGroups: () => void (groups.length = 0),
		take: (group: number, from: number, to: number) => void found.push([groups[group] ?? [], from, to])
	};
	const automaton = new Automaton(graph, symbols, taker, mostStates);
	return (text) => {
		found.length = 0;
		const tokens = new TokenList();
		const place = { sentence: 0, clause: 0, ordinal: 0, quote: 0 };
		for (const [at, name] of text.entries())
			tokens.add(place, at, at + 1, symbols.signatureOf([name]), false);
		tokens.finish(place, text.length);
		automaton.scan(tokens, tokens.sentences);
		return [...found];
	};
}

it('finds every pattern where it stands, whatever it remembers of earlier texts', () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
			fc.array(fc.array(word)),
			(patterns, texts) => {
				const forgetful = search(patterns, 2);
				const usual = search(patterns);
				for (const text of texts) {
					const found = forgetful(text);
					expect(found).toEqual(usual(text));
					const places = found.flatMap(([values, from, to]) => values.map((value) => [value, from, to]));
					const expected = text.flatMap((_, from) =>
						patterns.flatMap((pattern, value) =>
							pattern.every((name, index) => text[from + index] === name)
								? [[value, from, from + pattern.length]]
								: []
						)
					);
					expect(places.sort()).toEqual(expected.sort());
				}
			}
		)
	);
});
