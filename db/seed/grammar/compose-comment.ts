import type { Weights } from '../organisation/desks.ts';
import { processShares } from '../rates.ts';
import type { Aim } from '../slots.ts';
import { commentsHant } from '../texts/hant-zh.ts';
import { isConductTheme, type PositiveTheme, type SentenceBank } from '../themes.ts';
import type { Banks } from './banks.ts';
import { roughen, type Composed } from './compose-complaint.ts';
import { expand, pickSentence, type Scene } from './scene.ts';

const praiseWeights: Weights<PositiveTheme> = {
	polite_respectful: 30,
	helpful_solution: 16,
	clear_explanation: 14,
	empathy_flexibility: 14,
	fast_response: 10,
	fair_outcome: 8,
	followed_commitment: 4,
	channel_convenience: 6,
	praise_named_agent: 4
};
/** How a comment ends: most people put nothing. */
const stops: Readonly<Record<'en' | 'zh', readonly string[]>> = {
	en: ['', '', '', '.', '.', '!', '!!', '...', ' :)'],
	zh: ['', '', '', '。', '。', '！', '～', '…', '👍', '🙏']
};

type Speak = (bank: readonly string[]) => string;

/** The heart of the comment, before openers and endings. */
function sayCore(aim: Aim, speak: Speak, { random }: Scene, banks: Banks, themes: Set<string>): string {
	const say = <Theme extends string>(bank: SentenceBank<Theme>, theme: Theme) => {
		themes.add(theme);
		return speak(bank[theme]);
	};
	if (isConductTheme(aim)) return say(banks.conduct, aim);
	if (aim === 'process') return say(banks.process, random.weighted(processShares));
	if (aim === 'praise') return say(banks.praise, random.weighted(praiseWeights));
	return speak(banks.neutral);
}

function decorate(core: string, speak: Speak, scene: Scene, banks: Banks, fullness: number): string {
	const { random } = scene;
	const [gap, comma] = banks.language === 'en' ? [' ', ', '] : ['', '，'];
	const opener = random.chance(0.16 + 0.2 * fullness) ? speak(banks.shortOpeners) + gap : '';
	const detail = random.chance(0.3 + 0.3 * fullness) ? comma + speak(banks.details) : '';
	const negation = random.chance(0.05) ? comma + speak(banks.shortDistractors) : '';
	const ending = random.chance(0.16 + 0.15 * fullness) ? comma + speak(banks.endings) : '';
	return opener + core + negation + detail + ending;
}

/**
 * A short survey answer or call note. `fullness` 0 is as short as people write; each step up adds words, for when
 * the short form has been used already.
 */
export function composeComment(aim: Aim, scene: Scene, banks: Banks, fullness: number): Composed {
	const { random } = scene;
	const themes = new Set<string>();
	const speak: Speak = (bank) => expand(pickSentence(bank, scene), scene, banks.fillers);
	if (banks.language === 'zh' && aim === 'praise' && fullness === 0 && random.chance(0.02))
		return { text: speak(commentsHant), themes: [] };
	const isComplaint = isConductTheme(aim) || aim === 'process';
	const core = sayCore(aim, speak, scene, banks, themes);
	const second =
		aim === 'praise' && random.chance(0.15 + 0.15 * fullness)
			? sayCore(aim, speak, scene, banks, themes)
			: null;
	const both = second ? `${core}${banks.language === 'en' ? ', ' : '，'}${second}` : core;
	const plain = both.replace(/[。.]$/, '');
	const whole = isComplaint && fullness < 2 ? both : decorate(plain, speak, scene, banks, fullness);
	const text = whole + (/[。.!！?？]$/.test(whole) ? '' : random.pick(stops[banks.language]));
	const isCapital = random.chance(0.45);
	return {
		text: roughen(isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text, banks, scene),
		themes: [...themes]
	};
}
