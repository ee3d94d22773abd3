import type { ViewContext } from '#server/app/view-context.ts';

/** First and last day with feedback, as the filter bar offers them; null without dated feedback. */
export function extentOf({ extent: { firstOn, lastOn } }: Pick<ViewContext, 'extent'>) {
	return firstOn && lastOn ? { first: firstOn, last: lastOn } : null;
}
