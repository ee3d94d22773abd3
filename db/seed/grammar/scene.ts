import type { Channel } from '#core/domain/vocabulary.ts';
import type { Random } from '../random.ts';
import type { Product } from '../organisation/desks.ts';

/** What a text is about: sentences of one text share it, so that a collector stays “she” from first to last. */
export interface Scene {
	readonly random: Random;
	readonly channel: Channel;
	readonly product: Product;
	/** When it happened, YYYY-MM-DD: dates in the text are near it. */
	readonly eventOn: string;
	readonly agentName: string;
	/** Does the writer call the collector by name? */
	readonly isAgentNamed: boolean;
	readonly isCollectorFemale: boolean;
	readonly relative: number;
}
export type Fillers = Readonly<Record<string, (scene: Scene) => string>>;

/** Chooses among [a|b] and fills {name}. An unknown name is a mistake in a sentence bank and throws. */
export function expand(template: string, scene: Scene, fillers: Fillers): string {
	return template
		.replace(/\[([^\]]*)\]/g, (_, options: string) => scene.random.pick(options.split('|')))
		.replace(/\{(\w+)\}/g, (_, name: string) => {
			const fill = fillers[name];
			if (!fill) throw new Error(`No filler “${name}” for the sentence “${template}”.`);
			return fill(scene);
		});
}

const channelMark = /^@([a-z,]+) /;

/** A sentence of a bank that fits the channel; those written for this channel are preferred. */
export function pickSentence(bank: readonly string[], { random, channel }: Scene): string {
	const own = bank.filter((sentence) => channelMark.exec(sentence)?.[1]?.split(',').includes(channel));
	const general = bank.filter((sentence) => !channelMark.test(sentence));
	const chosen = own.length > 0 && random.chance(0.6) ? own : general;
	return random.pick(chosen).replace(channelMark, '');
}
