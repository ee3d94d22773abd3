import { dateOrders, type ColumnMapping, type ColumnOrigin } from '#core/domain/mapping.ts';

/** What the wizard's form holds. */
export interface MappingForm {
	readonly importerId: string | undefined;
	/** Undefined where another importer was chosen than the one it is for: it is guessed anew. */
	readonly mapping: ColumnMapping | undefined;
	readonly allOrNothing: boolean;
	/** Rows of the whole file, from a check. */
	readonly rowTotal: number | undefined;
}

/** How a select says where a column comes from. */
export const fromNowhere = '';
export const fromConstant = 'constant';
/** How a select says what a word stands for, beside the words of the closed list. */
export const undecided = '';
export const leftEmpty = '-';

const columnPrefix = 'column:';
const mostWords = 5000;

export function originChoice(origin: ColumnOrigin | undefined): string {
	if (!origin) return fromNowhere;
	return 'from' in origin ? columnPrefix + origin.from : fromConstant;
}

export function fromColumn(name: string): string {
	return columnPrefix + name;
}

/** Reads the form as posted; what does not belong in it is left out. */
export function readMappingForm(form: FormData): MappingForm {
	const importerId = textOf(form, 'importer') || undefined;
	const isSame = importerId === textOf(form, 'mapped-for');
	const rowTotal = textOf(form, 'row-total');
	return {
		importerId,
		mapping: isSame && importerId !== undefined ? readMapping(form) : undefined,
		allOrNothing: form.has('all-or-nothing'),
		rowTotal: /^\d{1,12}$/.test(rowTotal) ? Number(rowTotal) : undefined
	};
}

function readMapping(form: FormData): ColumnMapping {
	const order = textOf(form, 'date-order');
	return {
		columns: readOrigins(form),
		values: readWords(form),
		dateOrder: dateOrders.find((each) => each === order) ?? 'year-first'
	};
}

function readOrigins(form: FormData): ColumnMapping['columns'] {
	const origins: [string, ColumnOrigin][] = [];
	for (const key of form.keys()) {
		if (!key.startsWith('origin:')) continue;
		const name = key.slice('origin:'.length);
		const choice = textOf(form, key);
		const constant = textOf(form, `constant:${name}`).trim();
		if (choice.startsWith(columnPrefix)) origins.push([name, { from: choice.slice(columnPrefix.length) }]);
		else if (choice === fromConstant && constant !== '') origins.push([name, { constant }]);
	}
	return Object.fromEntries(origins);
}

/** Each word is a pair of fields: `word:<column>` as the file has it, and `meaning:<column>` in the same place. */
function readWords(form: FormData): ColumnMapping['values'] {
	const values: Record<string, Record<string, string>> = Object.create(null) as Record<string, never>;
	for (const key of new Set(form.keys())) {
		if (!key.startsWith('word:')) continue;
		const name = key.slice('word:'.length);
		const words = form.getAll(key).slice(0, mostWords);
		const meanings = form.getAll(`meaning:${name}`);
		const pairs = words.flatMap((word, at): [string, string][] => {
			const meaning = meanings[at];
			if (typeof word !== 'string' || typeof meaning !== 'string' || meaning === undecided) return [];
			return [[word, meaning === leftEmpty ? '' : meaning]];
		});
		if (pairs.length > 0) values[name] = Object.fromEntries(pairs);
	}
	return { ...values };
}

function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
