type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Remembers what a reader has typed, ticked or chosen before the scripts came: hydration sets fields back to what the
 * server wrote. To be called before that; what it returns is called after, and puts it back.
 *
 * Forms without `autocomplete="off"` are not told of a change: there it may be the browser that filled the field in,
 * as it does for a page gone back to.
 */
export function rememberTyped(): () => void {
	const typed = [...document.querySelectorAll<Field>('input, textarea, select')].flatMap(putBack);
	return () => {
		for (const again of typed) again();
	};
}

function putBack(field: Field): (() => void)[] {
	if (field instanceof HTMLSelectElement) {
		const { selectedIndex } = field;
		return selectedIndex === writtenIndex(field) ? [] : [set(field, 'selectedIndex', selectedIndex)];
	}
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		const { checked } = field;
		const isTouched = checked !== field.defaultChecked && (checked || field.type === 'checkbox');
		return isTouched ? [set(field, 'checked', checked)] : [];
	}
	if (['hidden', 'file', 'submit', 'button', 'reset'].includes(field.type)) return [];
	return field.value === field.defaultValue ? [] : [set(field, 'value', field.value)];
}

/** The option a browser takes when nobody has chosen. */
function writtenIndex({ options, multiple }: HTMLSelectElement): number {
	const all = [...options];
	const written = all.findLastIndex(({ defaultSelected }) => defaultSelected);
	return written >= 0 || multiple ? written : all.findIndex(({ disabled }) => !disabled);
}

function set<T extends Field, K extends keyof T>(field: T, key: K, value: T[K]): () => void {
	return () => {
		if (field.isConnected) field[key] = value;
		if (field.form?.autocomplete !== 'off') return;
		for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
	};
}
