import { surnames } from './chinese-name-words.ts';
import { matching } from './detector.ts';

const family = `[${[...surnames].join('')}]`;
const announced =
	'(?:姓名|名字|真名|机主名?|户名|卡主|收款人|收货人|联系人|借款人|持卡人|投诉人|申请人|署名|签名|我叫)';

/** Chinese names with a space or dot between the characters, after a word that announces a name. */
export const spacedName = matching({
	kind: 'name',
	patterns: [
		new RegExp(
			`(?<=${announced}(?:是|叫|为)?[ :]{0,3})${family}[ .·、_-]{1,2}[一-龥](?:[ .·、_-]{1,2}[一-龥])?(?![一-龥])`,
			'g'
		)
	],
	needs: /[一-龥][ .·、_-]{1,2}[一-龥]/,
	examples: {
		masks: ['机主名:<卢 建 平>', '我叫<周 玉 兰>，别打了', '户名：<杨·帆>'],
		keeps: ['姓名 和 电话 都泄露了', '姓名 电话 地址都泄露了', '我叫 他 别打了']
	}
});
