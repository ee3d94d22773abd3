import type { Filter } from './filter.ts';
import type { Period } from './period.ts';

export const annotationKinds = [
	'intake_change',
	'rule_change',
	'training',
	'campaign',
	'outage',
	'other'
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Something the organisation did or met on a day or over some: what may explain a change in a chart. */
export interface Annotation {
	readonly id: number;
	readonly kind: AnnotationKind;
	/** At least one of the two. */
	readonly title: string | null;
	readonly titleZh: string | null;
	/** The first day, and the one after the last. */
	readonly fromOn: string;
	readonly toOn: string;
	/** Null: all of them. */
	readonly agencyId: string | null;
	readonly teamId: string | null;
	readonly channel: string | null;
	readonly source: string | null;
	readonly isSimulated: boolean;
}

/**
 * May it have touched what a view shows? Not where the two are about different agencies, teams, channels or sources, nor
 * outside the view's time.
 */
export function touches(annotation: Annotation, filter: Filter, { from, to }: Period): boolean {
	if (annotation.fromOn >= to || annotation.toOn <= from) return false;
	if (annotation.isSimulated && filter.origin === 'imported') return false;
	const isWithin = (one: string | null, chosen: readonly string[]) =>
		one === null || chosen.length === 0 || chosen.includes(one);
	return (
		isWithin(annotation.agencyId, filter.agency) &&
		isWithin(annotation.teamId, filter.team) &&
		isWithin(annotation.channel, filter.channel) &&
		isWithin(annotation.source, filter.source)
	);
}
