import type { SearchNode } from '#core/domain/search/parse-query.ts';
import type { Segment } from './segment.ts';
import { searchUnits, type SearchUnit } from './search-units.ts';

/** Finds where a text has what a query asks for; what a query excludes is no hit. Made once for many texts. */
export function createHitFinder(node: SearchNode | null): (text: string) => readonly Segment[] {
	const asked = askedPhrases(node, false);
	if (asked.length === 0) return () => [];
	return (text) => {
		const units = searchUnits(text);
		return withoutOverlap(asked.flatMap((phrase) => hitsOf(units, phrase)));
	};
}

interface Asked {
	readonly units: readonly SearchUnit[];
	readonly isPrefix: boolean;
}

function askedPhrases(node: SearchNode | null, isExcluded: boolean): readonly Asked[] {
	if (node === null) return [];
	if (node.kind === 'not') return askedPhrases(node.part, !isExcluded);
	if (node.kind !== 'words') return node.parts.flatMap((part) => askedPhrases(part, isExcluded));
	const units = searchUnits(node.text);
	return isExcluded || units.length === 0 ? [] : [{ units, isPrefix: node.isPrefix }];
}

function hitsOf(units: readonly SearchUnit[], asked: Asked): Segment[] {
	const hits: Segment[] = [];
	for (let at = 0; at + asked.units.length <= units.length; at++) {
		const isHit = asked.units.every((one, nth) => fits(units[at + nth] as SearchUnit, one, nth, asked));
		const last = units[at + asked.units.length - 1];
		if (isHit && last) hits.push({ start: (units[at] as SearchUnit).start, end: last.end });
	}
	return hits;
}

function fits(unit: SearchUnit, one: SearchUnit, nth: number, { units, isPrefix }: Asked): boolean {
	if (unit.kind !== one.kind) return false;
	const isLast = nth === units.length - 1;
	if (one.kind === 'sign') return unit.token === one.token && (isLast || unit.isJoined === one.isJoined);
	if (!isLast || !isPrefix) return unit.token === one.token;
	return unit.token.startsWith(one.form) || (units.length === 1 && unit.form.startsWith(one.form));
}

function withoutOverlap(hits: readonly Segment[]): readonly Segment[] {
	const merged: Segment[] = [];
	for (const hit of hits.toSorted((one, other) => one.start - other.start)) {
		const last = merged.at(-1);
		if (last && hit.start < last.end)
			merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
		else merged.push(hit);
	}
	return merged;
}
