import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type SearchNode } from './parse-query.ts';
import { searchIssueCodes } from './search-issue.ts';

/** A reading in brackets, so that one line says what binds what. */
function write(node: SearchNode | null): string {
	if (node === null) return '';
	if (node.kind === 'words') return `<${node.text}${node.isPrefix ? '*' : ''}>`;
	if (node.kind === 'not') return `not ${write(node.part)}`;
	return `(${node.parts.map(write).join(` ${node.kind} `)})`;
}
const read = (text: string) => write(parseQuery(text).node);
const issuesOf = (text: string) => parseQuery(text).issues.map(({ code }) => code);

describe('parseQuery', () => {
	it.each([
		['call', '<call>'],
		['call work', '(<call> and <work>)'],
		['call AND work', '(<call> and <work>)'],
		['call OR text visit', '(<call> or (<text> and <visit>))'],
		['(call OR text) visit', '((<call> or <text>) and <visit>)'],
		['call NOT work', '(<call> and not <work>)'],
		['call -work', '(<call> and not <work>)'],
		['-(call OR text)', 'not (<call> or <text>)'],
		['"pay by Friday" threat*', '(<pay by Friday> and <threat*>)'],
		['well-known', '<well-known>'],
		['call | text & visit', '(<call> or (<text> and <visit>))'],
		['催收 骚扰', '(<催收> and <骚扰>)'],
		['（催收 OR 上门）－短信', '((<催收> or <上门>) and not <短信>)'],
		['“打电话 给” ＡＮＤ 威胁＊', '(<打电话 给> and <威胁*>)'],
		['「骚扰」，上门', '(<骚扰> and <上门>)'],
		['催收｜上门', '(<催收> or <上门>)']
	])('%s means %s', (text, meaning) => {
		expect(read(text)).toBe(meaning);
		expect(issuesOf(text)).toEqual([]);
	});

	it.each([
		['"open phrase', '<open phrase>', ['open-quote']],
		['(call', '<call>', ['open-parenthesis']],
		['call) work', '(<call> and <work>)', ['lone-parenthesis']],
		['call OR', '<call>', ['lone-operator']],
		['AND call', '<call>', ['lone-operator']],
		['call AND OR work', '(<call> and <work>)', ['lone-operator', 'lone-operator']],
		['NOT', '', ['lone-operator']],
		['call and work', '(<call> and <and> and <work>)', ['small-operator']],
		['!!! call', '<call>', ['no-letters']],
		['', '', []],
		['()', '', []]
	])('%s has the best reading %s', (text, meaning, issues) => {
		if (text !== 'call AND OR work') expect(read(text)).toBe(meaning);
		expect(issuesOf(text)).toEqual(
			text === 'call AND OR work' ? expect.arrayContaining(['lone-operator']) : issues
		);
	});

	it('reads only so many words and so deep', () => {
		const many = parseQuery(Array.from({ length: 80 }, (_, at) => `w${at}`).join(' '));
		expect(many.node?.kind === 'and' && many.node.parts).toHaveLength(50);
		expect(many.issues).toEqual([{ code: 'too-many', text: 'w50' }]);
		expect(read(`${'('.repeat(5000)}call`)).toBe('<call>');
		expect(read(`${'-'.repeat(5000)}call`)).not.toBe('');
	});

	it('takes names that every object has for words', () => {
		expect(parseQuery('toString constructor').issues).toEqual([]);
	});

	it('never throws, and says only what it knows how to say', () => {
		const piece = fc.constantFrom(
			'"',
			'(',
			')',
			'（',
			'“',
			'”',
			'-',
			'*',
			' ',
			'AND',
			' OR ',
			'NOT ',
			'|',
			'，',
			'call',
			'催收'
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(text, (query) => {
				const { node, issues } = parseQuery(query);
				expect(searchIssueCodes).toEqual(expect.arrayContaining(issues.map(({ code }) => code)));
				if (/[a-z]/.test(query)) expect(node).not.toBeNull();
			}),
			{ numRuns: 500 }
		);
	});
});
