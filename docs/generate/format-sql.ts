import type { Statement } from './samples.ts';

/** Clauses that begin a line. */
const clause = /(?:from|where|group by|order by|limit|inner join|left join) /y;
const conjunction = /and /y;

/**
 * Breaks the one line that Kysely writes into lines: a clause or an “and” each, indented by the parentheses around
 * it, with the values of the parameters after it.
 */
export function formatStatement({ sql, parameters }: Statement): string {
	const values = parameters.length > 0 ? `\n-- values: ${parameters.map(writeValue).join(', ')}` : '';
	return `${breakLines(sql)};${values}`;
}

function breakLines(sql: string): string {
	let depth = 0;
	let text = '';
	for (let at = 0; at < sql.length;) {
		const quoted = /'(?:[^']|'')*'|"[^"]*"/y;
		quoted.lastIndex = clause.lastIndex = conjunction.lastIndex = at;
		const [atom] = quoted.exec(sql) ?? [];
		if (atom === undefined && sql[at - 1] === ' ') {
			if (clause.test(sql)) text = breakLine(text, depth);
			else if (conjunction.test(sql)) text = breakLine(text, Math.max(depth, 1));
		}
		if (sql[at] === '(') depth++;
		else if (sql[at] === ')') depth--;
		text += atom ?? sql[at];
		at += atom?.length ?? 1;
	}
	return text;
}

function breakLine(text: string, depth: number): string {
	return `${text.trimEnd()}\n${'\t'.repeat(depth)}`;
}

function writeValue(value: unknown): string {
	return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** Breaks a “create table” into a line a column or constraint. */
export function formatCreateTable(sql: string): string {
	const open = sql.indexOf('(');
	const parts: string[] = [];
	let depth = 0;
	let part = '';
	for (const character of sql.slice(open + 1, sql.lastIndexOf(')'))) {
		if (character === ',' && depth === 0) {
			parts.push(part.trim());
			part = '';
			continue;
		}
		if (character === '(') depth++;
		else if (character === ')') depth--;
		part += character;
	}
	parts.push(part.trim());
	const lines = parts.map((line) => `\t${line}`).join(',\n');
	return `${lowerKeywords(`${sql.slice(0, open).trimEnd()} (\n${lines}\n)`)};`;
}

/** Databases shout where the migrations do not. */
export function lowerKeywords(sql: string): string {
	return sql.replace(/'[^']*'|"[^"]*"|\b[A-Z]{2,}\b/g, (word) =>
		/^['"]/.test(word) ? word : word.toLowerCase()
	);
}
