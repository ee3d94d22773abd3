import { parsePeriod } from '#core/domain/period.ts';
import { axisText, backdrop, colours } from './theme.ts';

/** An event to mark; days, the end not included. Events are numbered by their place in the list, from 1. */
export interface ChartAnnotation {
	readonly fromOn: string;
	readonly toOn: string;
}

/**
 * Thin lines at the periods in which events began, with their numbers on top; what they were stands in a list below the
 * chart. An event that began before the first period is marked there. Empty where nothing falls into the periods.
 */
export function annotationMarks(keys: readonly string[], annotations: readonly ChartAnnotation[]) {
	const numbers = new Map<number, number[]>();
	for (const [index, annotation] of annotations.entries()) {
		const place = placeOf(keys, annotation);
		if (place >= 0) numbers.set(place, [...(numbers.get(place) ?? []), index + 1]);
	}
	if (numbers.size === 0) return [];
	return [
		{
			...backdrop,
			type: 'line' as const,
			name: 'annotations',
			z: 2,
			data: [],
			markLine: {
				silent: true,
				symbol: 'none',
				emphasis: { disabled: true },
				lineStyle: { color: colours.edge, type: 'dashed' as const, width: 1 },
				data: [...numbers].map(([xAxis, all]) => ({
					xAxis,
					label: { ...axisText(), formatter: all.join(', '), position: 'end' as const, distance: 2 }
				}))
			}
		}
	];
}

/** Of the period the event began in, or the first of those it went on in; -1 where it has none. */
function placeOf(keys: readonly string[], { fromOn, toOn }: ChartAnnotation): number {
	return keys.findIndex((key) => {
		const period = parsePeriod(key);
		return period !== undefined && fromOn < period.to && toOn > period.from;
	});
}

/** Room for the numbers above the drawing. */
export const annotatedTop = 20;
