import { matching } from './detector.ts';

/** Names in WeChat, QQ and the like, after the word that announces them. */
export const messenger = matching(
	'IM',
	/(?<=(?:微信|薇信|V信|wechat|weixin|\bvx|whatsapp|telegram|line id|抖音号)(?:号码?|ID|id|账号)?(?:是|为|叫)?[ :(@“"]{0,3})[A-Za-z][\w-]{5,19}|(?<=(?:QQ|扣扣|企鹅)(?:号码?|群)?(?:是|为)?[ :(“"]{0,3})\d{5,12}|(?<=(?:微信|薇信|V信|vx)(?:号码?)?(?:是|为)?[ :(“"]{0,3})\d{6,12}/gi
);
