import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

describe('detectLanguage', () => {
	it.each([
		['They called my mother and told her about the loan.', 'en'],
		['Very rude', 'en'],
		['XXXX called me on XX/XX/2019 about a debt that is not mine', 'en'],
		['天天打电话骚扰我家人', 'zh-Hans'],
		['催收的人打電話騷擾我家人', 'zh-Hant'],
		['佢哋日日打嚟搵我', 'zh-Hant'],
		['你们的APP一直闪退，HR也接到电话了', 'zh-Hans'],
		['我叫Nurbek Aliyev，在义乌做外贸', 'zh-Hans'],
		['They said they will go to my office. 他们说要去我公司闹，还要告诉我同事。', 'mixed'],
		['Tinatakot nila ako araw-araw dahil sa utang', 'other'],
		['Họ gọi điện cho mẹ tôi mỗi ngày để đòi nợ', 'other'],
		['毎日電話がかかってきて、とてもこわいです', 'other'],
		['Stop calling', 'en'],
		['worst company ever avoid', 'en'],
		['Hola', 'other'],
		['No me dejan en paz, llaman todos los días', 'other'],
		['Mereka menelepon keluarga saya setiap hari', 'other'],
		['Ye log mujhe roz call karke gaali dete hain', 'other'],
		['Ho goi dien cho me toi moi ngay', 'other'],
		['煩死了', 'zh-Hant'],
		['collector 天天call我阿妈', 'zh-Hans'],
		['«phone 2» XXXX XX/XX/2019', 'none'],
		['👍👍 5', 'none'],
		['', 'none']
	])('%j is %s', (text, language) => {
		expect(detectLanguage(text)).toBe(language);
	});
});
