import type { Transaction } from 'kysely';
import { insertAll } from './insert-many.ts';
import type { Schema } from './schema.ts';

type Sketch = Uint32Array;
/** Tells texts that are nearly the same. */
export interface TextSketcher {
	sketchOf(text: string): Sketch | null;
	/** Keys of which two texts that are alike share at least one. */
	bandsOf(sketch: Sketch): readonly string[];
	/** 0 to 1. */
	likenessOf(one: Sketch, other: Sketch): number;
	readonly leastLikeness: number;
}
interface Written {
	readonly id: number;
	/** Masked. */
	readonly text: string;
	/** Nothing is known of an earlier text of it. */
	readonly isNew: boolean;
}
/** The first feedback with a text: later ones that are nearly the same are linked to it. */
interface First {
	readonly id: number;
	readonly sketch: Sketch;
}

const perStatement = 1000;

/**
 * Gives each feedback the id of the first that has nearly the same text (its own where it is the first), so that a
 * campaign can be counted once. Only the first of a template is looked up later: a campaign of any size costs the same.
 * Ids grow with time. Call inside {@link inWrite}.
 */
export async function linkTemplates(
	trx: Transaction<Schema>,
	written: readonly Written[],
	sketcher: TextSketcher
): Promise<void> {
	const sketched = written
		.map(({ id, text }) => ({ id, sketch: sketcher.sketchOf(text) }))
		.toSorted((one, other) => one.id - other.id);
	await forget(trx, written);
	const texts = sketched.flatMap(({ id, sketch }) =>
		sketch ? [{ id, sketch, bands: sketcher.bandsOf(sketch) }] : []
	);
	const firsts = await readFirsts(trx, [...new Set(texts.flatMap(({ bands }) => bands))], sketcher);
	const fresh: { band: string; feedbackId: number }[] = [];
	const linked = new Map<number, number[]>();
	for (const { id, sketch, bands } of texts) {
		const first = likest(sketch, bands, firsts, sketcher);
		if (first) linked.set(first.id, [...(linked.get(first.id) ?? []), id]);
		else {
			for (const band of bands) {
				fresh.push({ band, feedbackId: id });
				firsts.set(band, [...(firsts.get(band) ?? []), { id, sketch }]);
			}
		}
	}
	await insertAll(trx, 'templateBand', fresh);
	for (const [templateId, ids] of linked)
		await trx.updateTable('feedback').set({ templateId }).where('id', 'in', ids).execute();
}

/** Every one is its own first until found otherwise; what was known of an earlier text of it goes. */
async function forget(trx: Transaction<Schema>, written: readonly Written[]): Promise<void> {
	const ids = written.map(({ id }) => id);
	await trx
		.updateTable('feedback')
		.set((eb) => ({ templateId: eb.ref('id') }))
		.where('id', 'in', ids)
		.execute();
	const changed = written.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
	if (changed.length > 0) await trx.deleteFrom('templateBand').where('feedbackId', 'in', changed).execute();
}

/** By band, the first feedback of every template that has it, oldest first. */
async function readFirsts(
	trx: Transaction<Schema>,
	bands: readonly string[],
	{ sketchOf }: TextSketcher
): Promise<Map<string, First[]>> {
	const firsts = new Map<string, First[]>();
	const sketches = new Map<number, First | null>();
	for (let at = 0; at < bands.length; at += perStatement) {
		const rows = await trx
			.selectFrom('templateBand')
			.innerJoin('feedback', 'feedback.id', 'templateBand.feedbackId')
			.select(['templateBand.band', 'feedback.id', 'feedback.text'])
			.where('templateBand.band', 'in', bands.slice(at, at + perStatement))
			.orderBy('feedback.id')
			.execute();
		for (const { band, id, text } of rows) {
			const known = sketches.get(id);
			const sketch = known === undefined ? sketchOf(text) : known?.sketch;
			const first = sketch ? { id, sketch } : null;
			sketches.set(id, first);
			if (first) firsts.set(band, [...(firsts.get(band) ?? []), first]);
		}
	}
	return firsts;
}

function likest(
	sketch: Sketch,
	bands: readonly string[],
	firsts: ReadonlyMap<string, readonly First[]>,
	{ likenessOf, leastLikeness }: TextSketcher
): First | undefined {
	let best: { first: First; likeness: number } | undefined;
	for (const first of bands.flatMap((band) => firsts.get(band) ?? [])) {
		const likeness = likenessOf(sketch, first.sketch);
		if (likeness < leastLikeness || (best && likeness <= best.likeness)) continue;
		best = { first, likeness };
	}
	return best?.first;
}
