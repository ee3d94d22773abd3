import { describe, expect, it } from 'vitest';
import { aReport, readLinks, readRows } from '../report.fixture.ts';
import { channels } from './channels.ts';

describe('the channels', () => {
	it('have a rate with its interval, or say why there is none', () => {
		const [phone, visit, none] = readRows(channels.build(aReport()), 'channels');
		expect(phone).toMatchObject({ channel: 'Phone', complaints: 80, connected: 40_000, rate: 2, note: null });
		expect(phone?.low).toBeCloseTo(1.5859, 4);
		expect(phone?.high).toBeCloseTo(2.4892, 4);
		expect(visit).toMatchObject({ channel: 'Visit', complaints: 3, note: 'too few to say' });
		expect(none).toMatchObject({
			channel: 'Not stated',
			complaints: 17,
			connected: null,
			rate: null,
			low: null,
			note: 'no contact data'
		});
	});

	it('link to their complaints, also to those without channel', () => {
		expect(readLinks(channels.build(aReport()), 'channels', 'complaints')[2]).toMatchObject({
			complaint: 'yes',
			channel: ['none']
		});
	});
});
