/** Makes a `<details>` behave as a menu: it closes on Escape and on a press elsewhere, and stays inside the page. */
export function asMenu(menu: HTMLDetailsElement): () => void {
	const controller = new AbortController();
	const { signal } = controller;
	const close = () => {
		menu.open = false;
	};
	document.addEventListener(
		'pointerdown',
		({ target }) => {
			if (!menu.contains(target as Node)) close();
		},
		{ signal }
	);
	menu.addEventListener(
		'keydown',
		({ key }) => {
			if (key !== 'Escape' || !menu.open) return;
			close();
			menu.querySelector('summary')?.focus();
		},
		{ signal }
	);
	menu.addEventListener(
		'toggle',
		() => {
			delete menu.dataset.side;
			const edge = menu.lastElementChild?.getBoundingClientRect().right ?? 0;
			if (menu.open && edge > document.documentElement.clientWidth) menu.dataset.side = 'right';
		},
		{ signal }
	);
	return () => controller.abort();
}
