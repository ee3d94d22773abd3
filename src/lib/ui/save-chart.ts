import { pictureOf, type PictureInput } from './picture.ts';

const pixelsPerPoint = 2;

type Shown = Pick<PictureInput, 'title' | 'sub' | 'legend' | 'notes'>;

/** Saves the drawing inside `box` as it is shown now, in the light colours: it will stand in a document. */
export async function saveChart(box: HTMLElement, shown: Shown, kind: 'svg' | 'png'): Promise<void> {
	const drawing = [...box.querySelectorAll('svg')].find((one) => one.getBoundingClientRect().width > 0);
	if (!drawing) throw new Error('There is no drawing to save.');
	const { width, height } = drawing.getBoundingClientRect();
	const text = new XMLSerializer().serializeToString(drawing);
	const picture = pictureOf({ ...shown, drawing: text, width, height, colourOf: lightColour() });
	const svg = new Blob([picture.svg], { type: 'image/svg+xml' });
	download(kind === 'svg' ? svg : await rasterise(svg, picture), `${shown.title}.${kind}`);
}

/** Reads tokens of the light scheme, whichever the page has. */
function lightColour(): (name: string) => string {
	const probe = document.createElement('span');
	probe.className = 'light';
	document.body.append(probe);
	const styles = getComputedStyle(probe);
	const known = new Map<string, string>();
	const read = (name: string) => {
		const value = known.get(name) ?? styles.getPropertyValue(name).trim();
		known.set(name, value);
		return value;
	};
	queueMicrotask(() => probe.remove());
	return read;
}

async function rasterise(svg: Blob, { width, height }: { width: number; height: number }): Promise<Blob> {
	const url = URL.createObjectURL(svg);
	try {
		const image = new Image(width, height);
		image.src = url;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width * pixelsPerPoint;
		canvas.height = height * pixelsPerPoint;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((done, fail) =>
			canvas.toBlob(
				(blob) => (blob ? done(blob) : fail(new Error('The canvas gave no picture.'))),
				'image/png'
			)
		);
	} finally {
		URL.revokeObjectURL(url);
	}
}

function download(blob: Blob, name: string): void {
	const url = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
