import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isCounted } from '#core/domain/tag.ts';
import { createTagger, type Tagger } from '#core/nlp/tagger.ts';
import { detectLanguage } from '#core/text/language.ts';
import { loadPacks } from '#server/app/load-packs.ts';

let tagger: Tagger;
beforeAll(async () => {
	tagger = createTagger(await loadPacks(resolve('db/packs')));
});

function themesOf(text: string): string[] {
	return tagger
		.tag(text, detectLanguage(text))
		.filter(isCounted)
		.map(({ themeId }) => themeId);
}

describe('the packs as they are', () => {
	it.each([
		['They called my office and told HR about my debt.', 'workplace_contact'],
		['The caller said he was a police officer and gave a badge number.', 'impersonation_authority'],
		['一天打几十个电话，还骂我不要脸。', 'excessive_contact'],
		['在我们小区贴大字报，全村人都知道了。', 'public_shaming']
	])('find in “%s” %s', (text, theme) => {
		expect(themesOf(text)).toContain(theme);
	});

	it.each([
		['想给小严送锦旗，没威胁过我。', 'public_shaming'],
		['想给小严送锦旗，没威胁过我。', 'threat_harm'],
		['They never threatened me and were very polite.', 'threat_harm'],
		['我要起诉你们。', 'false_legal_threat'],
		['494元，打了八个电话给客服。', 'regulator']
	])('do not find in “%s” %s', (text, theme) => {
		expect(themesOf(text)).not.toContain(theme);
	});
});
