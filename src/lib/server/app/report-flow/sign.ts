import type { Actor } from '#core/domain/actor.ts';
import { EarshotError } from '#core/domain/errors.ts';
import { isSigned, nextState } from '#core/domain/report-flow.ts';
import { copies } from '#core/domain/report-choice.ts';
import { renderReportCsv } from '#core/reports/render-csv.ts';
import { findPerson } from '../../storage/people.ts';
import { moveVersion, type ReportVersion } from '../../storage/report-versions.ts';
import { putSnapshot, sha256 } from '../../storage/snapshots.ts';
import type { Deps } from '../deps.ts';
import type { MonthInput } from '../open-month.ts';
import { renderManifest } from '../report-renderers/manifest.ts';
import { verb } from '../verb.ts';
import { documentOf, frozenData, needPart, type SignedDocuments } from './frozen-document.ts';
import { openFlow, type Flow } from './open-flow.ts';
import { changed, eventOf, needVersion, type Stepped } from './steps.ts';

export interface SignInput extends MonthInput {
	/** As it is written in the list of people. */
	readonly typedName: string;
	/** Hash of what the page showed: nobody signs what he has not seen. */
	readonly dataHash: string;
}

/**
 * Signs the snapshot: documents and manifest are kept as they are now, and an earlier version is restated by it. Throws
 * `forbidden` for whoever prepared it, `bad-input` for another name or a snapshot that was made again meanwhile.
 */
export const signReport = verb(
	'approve',
	async (
		deps: Deps,
		actor: Actor,
		input: SignInput
	): Promise<Stepped & { readonly manifestHash: string }> => {
		const flow = await openFlow(deps, actor, input);
		const newest = needVersion(flow);
		const to = nextState(flow.facts, 'sign', actor.id);
		const person = await findPerson(deps.store, actor.id);
		const typed = input.typedName.trim();
		if (typed === '' || ![actor.name, person?.nameZh].includes(typed))
			throw new EarshotError('bad-input', `Type your name as it is written here: ${actor.name}.`);
		if (input.dataHash !== flow.hashes.find(({ part }) => part === 'data')?.sha256)
			throw new EarshotError(
				'bad-input',
				'The month was frozen again since this page was loaded: look at it first.'
			);
		const at = deps.now().toISOString();
		const { documents, manifest } = await makeSigned(deps, flow, newest, typed);
		const manifestHash = sha256(manifest);
		await deps.store.db.transaction().execute(async (trx) => {
			await putSnapshot(trx, newest.id, 'signed', JSON.stringify(documents));
			await putSnapshot(trx, newest.id, 'manifest', manifest);
			const event = eventOf(actor, 'sign', at, manifestHash);
			if (!(await moveVersion(trx, newest, to, { event, set: { signedAt: at, manifestHash } })))
				throw changed();
			for (const earlier of flow.versions.filter(({ id, state }) => id !== newest.id && isHolding(state)))
				await moveVersion(trx, earlier, 'restated', {
					event: eventOf(actor, 'supersede', at, newest.reason)
				});
		});
		return { version: newest.version, manifestHash };
	},
	({ month }, { version, manifestHash }) => ({
		action: 'change',
		kind: 'report',
		id: month,
		details: { step: 'sign', version, manifest: manifestHash }
	})
);

function isHolding(state: ReportVersion['state']): boolean {
	return isSigned(state) && state !== 'restated';
}

async function makeSigned(deps: Deps, { events, month }: Flow, version: ReportVersion, approvedBy: string) {
	const preparedBy = events.findLast(({ step }) => step === 'prepare')?.actorName ?? null;
	const data = await frozenData(deps, version.id);
	const about = { status: 'signed', preparedBy, approvedBy } as const;
	const documents = Object.fromEntries(
		copies.map((copy) => [copy, documentOf(data, version, copy, about)])
	) as unknown as SignedDocuments;
	const name = `earshot-report-${month.key.month}.v${version.version}`;
	const csv = (['en', 'zh-CN'] as const).map((locale) => ({
		name: `${name}.${locale === 'en' ? 'en' : 'zh'}.csv`,
		mediaType: 'text/csv; charset=utf-8',
		bytes: Buffer.from(renderReportCsv(documents.internal, locale, { bom: true }))
	}));
	const parts = await Promise.all(
		(['annex', 'facts', 'data'] as const).map(async (part) => ({
			name: `${name}.${part}.${part === 'annex' ? 'csv' : part === 'facts' ? 'jsonl' : 'json'}`,
			mediaType: part === 'annex' ? 'text/csv; charset=utf-8' : 'application/json',
			bytes: Buffer.from(await needPart(deps, version.id, part))
		}))
	);
	return { documents, manifest: renderManifest(documents.internal, ['en', 'zh'], [...csv, ...parts]) };
}
