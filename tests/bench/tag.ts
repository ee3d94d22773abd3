import classifiers from 'natural/lib/natural/classifiers/index.js';
import { join } from 'node:path';
import { readRealTexts } from '#db/seed/real-texts.ts';
import { openTagger } from '#server/app/open-tagger.ts';
import { tagText } from '#server/app/tag-texts.ts';
import { printMeasure, round, timed } from './measure.ts';

/** natural's classify needs milliseconds a text: this many show its pace. */
const peerTexts = 300;
const rounds = 3;

/**
 * Real narratives masked and tagged a second on one core, by rules and second opinion together, beside natural's
 * BayesClassifier naming one theme of the same narratives. Both are warm; training is not counted.
 */
export async function measureTag(): Promise<void> {
	const deps = await openTagger(join(import.meta.dirname, '../../db/packs'));
	const narratives = readRealTexts().filter(({ origin }) => origin === 'cfpb');
	const bayes = new classifiers.BayesClassifier();
	for (const { text, conduct } of narratives)
		for (const theme of conduct ?? []) bayes.addDocument(text, theme);
	bayes.train();
	const some = narratives.filter((_, index) => index % Math.ceil(narratives.length / peerTexts) === 0);

	for (const { uid, text } of narratives) tagText(deps, { uid, text });
	const own = await timed(() => {
		for (let round = 0; round < rounds; round++)
			for (const { uid, text } of narratives) tagText(deps, { uid, text });
	});
	const tagging = await timed(() => {
		for (const { text } of narratives) deps.tagger.tag(text, 'en');
	});
	bayes.classify(some[0]?.text ?? '');
	const peer = await timed(() => {
		for (const { text } of some) bayes.classify(text);
	});

	const perCore = (texts: number, { cpuMs }: { readonly cpuMs: number }) => (texts / cpuMs) * 1000;
	const ownPace = perCore(narratives.length * rounds, own);
	const peerPace = perCore(some.length, peer);
	printMeasure({
		measure: 'mask and tag real narratives',
		value: round(ownPace),
		unit: 'narratives per second and core',
		peer: {
			name: 'natural BayesClassifier (classify only)',
			value: round(peerPace),
			cpuMs: round(peer.cpuMs),
			ratio: round(ownPace / peerPace)
		},
		n: narratives.length,
		cpuMs: round(own.cpuMs),
		taggedPerSecondAndCore: round(perCore(narratives.length, tagging)),
		meanCharacters: Math.round(narratives.reduce((sum, { text }) => sum + text.length, 0) / narratives.length)
	});
}
